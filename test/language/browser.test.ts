import { readFileSync } from "node:fs";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnalyser, loadModel } from "../../src/language/index.ts";
import { analysisToJson } from "../../src/schema/index.ts";
import { launchBrowser } from "../support/browser.ts";
import type { Errand, readInPage } from "./page.ts";

const TEXT = "MOSCOW (AP) — Envoys of both states didn’t sign the pact. “We will meet again,” Gen. Petrov, 54, said.";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("a page reads as Node does, to the letter", async () => {
  const { outputFiles } = await build({
    entryPoints: ["test/language/page.ts"],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "bundle",
    write: false,
  });
  const model = readFileSync("model/small.entente");
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0].text });
  const { kernels, json } = await page.evaluate(
    (errand: Errand) =>
      (globalThis as unknown as { bundle: { readInPage: typeof readInPage } }).bundle.readInPage(errand),
    { model: model.toString("base64"), text: TEXT },
  );
  expect(kernels).toBe("simd");
  expect(JSON.parse(json)).toEqual(analysisToJson(createAnalyser(loadModel(model)).analyse(TEXT)));
});
