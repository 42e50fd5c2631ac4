import { readFileSync } from "node:fs";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnalyser, loadModel } from "../../src/language/index.ts";
import { analysisToJson } from "../../src/schema/index.ts";
import { launchBrowser } from "../support/browser.ts";

const PAGE = `
import { createAnalyser, loadModel, simdKernelsAsync } from "./src/language/index.ts";
import { analysisToJson } from "./src/schema/index.ts";
globalThis.read = async (base64, text) => {
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  const kernels = await simdKernelsAsync();
  const analyser = createAnalyser(loadModel(bytes), { kernels });
  return { kernels: analyser.kernels, json: JSON.stringify(analysisToJson(analyser.analyse(text))) };
};`;

const TEXT = "MOSCOW (AP) — Envoys of both states didn’t sign the pact. “We will meet again,” Gen. Petrov, 54, said.";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("a page reads as Node does, to the letter", async () => {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    platform: "browser",
    format: "iife",
    write: false,
  });
  const model = readFileSync("model/small.entente");
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0].text });
  type Read = (base64: string, text: string) => Promise<{ kernels: string; json: string }>;
  const read = (given: { base64: string; text: string }) =>
    (globalThis as unknown as { read: Read }).read(given.base64, given.text);
  const { kernels, json } = await page.evaluate(read, { base64: model.toString("base64"), text: TEXT });
  expect(kernels).toBe("simd");
  expect(JSON.parse(json)).toEqual(analysisToJson(createAnalyser(loadModel(model)).analyse(TEXT)));
});
