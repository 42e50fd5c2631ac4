/** Takes pictures of every page over the samples, wide and light, narrow and dark: `npm run screens [folder] [page]`. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type Desk, LocalDesk } from "../src/desk/index.ts";
import { createServer, listen } from "../src/server/index.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { buildPages } from "../test/support/build-pages.ts";

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } } as const;

/** Each page in its two furthest looks. */
const LOOKS = [
  ["wide", "light"],
  ["narrow", "dark"],
] as const;

/** Long pages are cut: what follows looks like what came. */
const TALLEST = 1800;

/** The pages, each where the samples give it most to show. */
async function pagesOf(desk: Desk): Promise<Record<string, string>> {
  const { incidents } = await desk.relation({ a: "CHN", b: "RUS" });
  const most = incidents.toSorted((one, other) => other.documents - one.documents)[0];
  const { source, span } = most.evidence;
  return {
    overview: "/",
    relation: "/relations/CHN-RUS",
    brief: "/relations/CHN-RUS/brief?from=2020-01-01&to=2020-12-31",
    incident: `/incidents/${encodeURIComponent(most.id)}`,
    readouts: `/incidents/${encodeURIComponent(most.id)}/readouts`,
    blocs: "/blocs?from=2019-01-01&to=2024-12-31",
    document: `/documents/${source.document}?at=${span.join("-")}`,
    review: "/review?a=CHN&b=RUS",
    sources: "/sources",
    search: "/search?q=%22joint+patrol%22",
    actor: "/actors/person.vladimir-putin",
    alerts: "/alerts",
    read: "/read",
    try: "/try",
    reference: "/reference",
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
  // The page of sources listens for as long as it is open.
  if (!address.endsWith("/sources")) await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector(".waiting") === null);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(() => document.fonts.ready);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: SIZES[size].width, height: Math.min(height, TALLEST) };
  await page.screenshot({ path: file, fullPage: true, clip });
  await page.close();
}

async function takeAll(desk: Desk, folder: string, only?: string): Promise<void> {
  const server = createServer(desk, { requestsPerMinute: 100_000 });
  const address = await listen(server, { port: 0 });
  const browser = await launchBrowser();
  for (const [name, path] of Object.entries(await pagesOf(desk))) {
    if (only && only !== name) continue;
    for (const [size, scheme] of LOOKS) {
      const file = join(folder, `${name}-${size}-${scheme}.png`);
      await take(browser, address + path, file, size, scheme);
      console.log(file);
    }
  }
  await browser.close();
  await server.close();
}

const [folder = "docs/screens", only] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
await buildPages();
const data = await mkdtemp(join(tmpdir(), "entente-screens-"));
const desk = await LocalDesk.open(data);
await desk.add({ kind: "path", path: "samples" });
await takeAll(desk, folder, only);
await desk.close();
await rm(data, { recursive: true });
