import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";

const FOLDERS = ["schema", "language", "knowledge", "measures", "coding", "figures"];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** One script that puts a folder's exports on `window.door`; fails where anything of Node is imported. */
async function bundled(folder: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`src/${folder}/index.ts`],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "door",
    footer: { js: "window.door = door;" },
    logLevel: "silent",
  });
  return outputFiles[0].text;
}

test.each(FOLDERS)("src/%s runs in a browser and imports nothing of Node", async (folder) => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.addScriptTag({ content: await bundled(folder) });
  const names = await page.evaluate(() => Object.keys((window as unknown as { door: object }).door));
  await page.close();
  expect(faults).toEqual([]);
  expect(names.length).toBeGreaterThan(0);
});
