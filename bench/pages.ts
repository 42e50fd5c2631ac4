import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { LocalDesk } from "../src/desk/index.ts";
import { openLedger } from "../src/ledger/index.ts";
import { createServer, listen } from "../src/server/index.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { buildPages } from "../test/support/build-pages.ts";
import { withInvented } from "./invented.ts";
import { archive, BUSIEST, MIDDLING } from "./ledger-archive.ts";
import { type Visit, visitsOf } from "./pages-visits.ts";
import type { Measurement } from "./report.ts";

const ROUNDS = 4;
const PATIENCE = 90_000;

/** What is opened: an archive of `ledger-archive.ts` that is there, or one that is made anew of so many reports. */
export interface PagesOptions {
  readonly archive?: string;
  readonly reports: number;
}

async function fill(folder: string, reports: number): Promise<void> {
  const ledger = await openLedger(folder);
  if ((await ledger.counts()).documents === 0) for (const batch of archive(reports)) await ledger.append(batch);
  await ledger.close();
}

/** Milliseconds from opening a page until its head, and until all it is opened for, is there. */
async function viewed(
  page: Page,
  { path, first, complete }: Visit,
  onFirst: () => void,
): Promise<[first: number, whole: number]> {
  const start = performance.now();
  const since = async (selector: string): Promise<number> => {
    await page.locator(selector).first().waitFor();
    return performance.now() - start;
  };
  await page.goto(path, { waitUntil: "commit" });
  const head = await since(first);
  onFirst();
  return [head, Math.max(head, ...(await Promise.all(complete.map(since))))];
}

/** The longest time from a key or click to the next paint, as the browser itself measures it (Event Timing), in steps of 8 ms. */
async function interacted(page: Page, { acts }: Visit): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const options = { type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit;
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe(options);
    Object.assign(window, { seen });
  });
  for (const act of acts) {
    await act(page);
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(1_000);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { seen: number[] }).seen));
}

interface Taken {
  readonly cold: readonly [first: number, whole: number];
  readonly first: number;
  readonly whole: number;
  readonly longest: number;
  /** JavaScript of the first view, compressed, in kB. */
  readonly script: number;
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** Opens a page some times over; the first time is told by itself, for then nothing is kept by the service. */
async function taken(browser: Browser, baseURL: string, visit: Visit): Promise<Taken> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
  const rounds: [number, number][] = [];
  const longest: number[] = [];
  const sizes: Promise<number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    let counting = round === 0;
    page.on("response", (response) => {
      if (counting && response.request().resourceType() === "script")
        sizes.push(response.body().then((script) => gzipSync(script).length));
    });
    rounds.push(
      await viewed(page, visit, () => {
        counting = false;
      }),
    );
    await Promise.all(sizes);
    longest.push(await interacted(page, visit));
    await page.close();
  }
  const script = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1_000;
  await context.close();
  const [cold, ...warm] = rounds;
  const [first, whole] = [0, 1].map((at) => middle(warm.map((times) => times[at])));
  return { cold, first, whole, longest: middle(longest), script };
}

const COLUMNS = ["first view", "complete", "first, cold", "complete, cold", "interaction", "script kB", "load"];

function row({ cold, first, whole, longest, script }: Taken): string {
  const figures = [first, whole, ...cold, longest, script].map((figure) => figure.toFixed(0));
  return [...figures, loadavg()[0].toFixed(1)].map((figure, at) => figure.padStart(COLUMNS[at].length)).join("  ");
}

function measurementsOf(name: string, { cold, first, whole, longest, script }: Taken): Measurement[] {
  return [
    { name: `${name}: first view, ms`, value: first, target: 1_000, lower: true },
    { name: `${name}: complete, ms`, value: whole },
    { name: `${name}: complete, nothing kept, ms`, value: cold[1] },
    ...(longest > 0 ? [{ name: `${name}: longest interaction, ms`, value: longest, target: 100, lower: true }] : []),
    { name: `${name}: JavaScript, kB`, value: script, target: 250, lower: true },
  ];
}

async function measured(folder: string): Promise<Measurement[]> {
  const desk = await LocalDesk.open(folder, { loaded: await withInvented(), workers: 0 });
  const server = createServer(desk, { requestsPerMinute: 1_000_000 });
  const [address, browser] = [await listen(server, { port: 0 }), await launchBrowser()];
  const { reports, incidents, newest } = await desk.overview();
  console.log(`${reports} reports, ${incidents} incidents; milliseconds, the middle of ${ROUNDS - 1} visits\n`);
  console.log(["".padEnd(20), ...COLUMNS].join("  "));
  const all: Measurement[] = [];
  for (const visit of visitsOf(BUSIEST.join("-"), MIDDLING.join("-"), newest[0].id)) {
    const times = await taken(browser, address, visit);
    console.log(`${visit.name.padEnd(20)}  ${row(times)}`);
    all.push(...measurementsOf(`pages, ${reports} reports, ${visit.name}`, times));
  }
  await browser.close();
  await server.close();
  await desk.close();
  return all;
}

/** How long the pages take in a real browser over a large ledger: a table, and its figures. */
export async function benchPages({ archive: given, reports }: PagesOptions): Promise<Measurement[]> {
  await buildPages();
  const folder = given ?? mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    await fill(folder, reports);
    return await measured(folder);
  } finally {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
