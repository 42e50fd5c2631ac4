/** Takes pictures of every page, light and dark, wide and narrow: `npm run screens [folder]`. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { createServer, listen } from "../src/server/index.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { FakeDesk } from "../test/support/fake-desk.ts";

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } } as const;

/** Long pages are cut: what follows looks like what came. */
const TALLEST = 1800;

async function pagesOf(desk: FakeDesk): Promise<Record<string, string>> {
  const { evidence } = await desk.incident("i-patrol-2020");
  return {
    overview: "/",
    relation: "/relations/CHN-RUS",
    brief: "/relations/CHN-RUS/brief",
    incident: "/incidents/i-patrol-2020",
    document: `/documents/${evidence.source.document}?at=${evidence.span.join("-")}`,
    read: "/read",
    help: "/help",
  };
}

async function take(
  browser: Browser,
  address: string,
  file: string,
  size: keyof typeof SIZES,
  scheme: "light" | "dark",
) {
  const page = await browser.newPage({ viewport: SIZES[size], colorScheme: scheme });
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: SIZES[size].width, height: Math.min(height, TALLEST) };
  await page.screenshot({ path: file, fullPage: true, clip });
  await page.close();
}

const folder = process.argv[2] ?? "docs/screens";
const only = process.argv[3];
await mkdir(folder, { recursive: true });
const desk = new FakeDesk();
const server = createServer(desk);
const address = await listen(server, { port: 0 });
const browser = await launchBrowser();
for (const [name, path] of Object.entries(await pagesOf(desk))) {
  if (only && only !== name) continue;
  for (const size of ["wide", "narrow"] as const) {
    for (const scheme of ["light", "dark"] as const) {
      const file = join(folder, `${name}-${size}-${scheme}.png`);
      await take(browser, address + path, file, size, scheme);
      console.log(file);
    }
  }
}
await browser.close();
await server.close();
