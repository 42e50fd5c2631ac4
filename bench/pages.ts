/** How long the pages take in a real browser over a large ledger: `node bench/pages.ts 100000 [data folder]`. */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { LocalDesk } from "../src/desk/index.ts";
import { openLedger } from "../src/ledger/index.ts";
import { createServer, listen } from "../src/server/index.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { buildPages } from "../test/support/build-pages.ts";
import { archive, BUSIEST, MIDDLING } from "./ledger-archive.ts";

const ROUNDS = 5;

/** Real states for the invented ones of the archive: the pages know no others. */
const STATES =
  "CHN RUS USA JPN IND GBR FRA DEU ITA ESP KOR PRK IRN IRQ SAU ARE ISR TUR EGY ZAF BRA ARG MEX CAN AUS NZL IDN MYS PHL VNM THA SGP PAK BGD LKA NPL KAZ UZB MNG UKR POL ROU HUN CZE AUT CHE SWE NOR FIN DNK NLD BEL PRT GRC SRB BGR CUB VEN COL PER".split(
    " ",
  );

const stateFor = (code: string): string => STATES[(code.charCodeAt(1) - 65) * 26 + code.charCodeAt(2) - 65] ?? code;

type Appended = ReturnType<typeof archive> extends Iterable<readonly (infer One)[]> ? One : never;

const withStates = (entry: Appended): Appended => ({
  ...entry,
  reading: JSON.parse(JSON.stringify(entry.reading).replace(/"(X[A-Z]{2})"/g, (_, code) => `"${stateFor(code)}"`)),
});

const middle = (times: number[]): string => {
  const sorted = times.toSorted((one, other) => one - other);
  const [half, worst] = [sorted[Math.floor(sorted.length / 2)], sorted[sorted.length - 1]];
  return `${half.toFixed(0)} ms (at most ${worst.toFixed(0)} ms)`;
};

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** First view: the question, its period and the way about the page; then the verdict; then the first figure. */
async function views(page: Page, path: string): Promise<number[]> {
  const start = performance.now();
  const since = async (selector: string): Promise<number> => {
    await page.locator(selector).first().waitFor();
    return performance.now() - start;
  };
  await page.goto(path, { waitUntil: "commit" });
  return [await since(".section-nav"), await since(".verdict-words"), await since(".entente-figure.index")];
}

/** From a key or click to the next paint, as the browser itself measures it (Event Timing), in steps of 8 ms. */
async function interactions(page: Page): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "event",
      durationThreshold: 16,
      buffered: false,
    } as PerformanceObserverInit);
    Object.assign(window, { seen });
  });
  const nav = page.getByRole("navigation", { name: "On this page" });
  for (const name of ["Timeline", "Incidents", "Verdict"]) await nav.getByRole("link", { name }).click();
  await page.getByText("The same in numbers").first().click();
  await page.getByRole("list", { name: "Domain" }).getByRole("link").nth(1).click();
  await page.getByLabel("by", { exact: true }).selectOption("year");
  await page.waitForTimeout(2_000);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { seen: number[] }).seen));
}

async function measure(folder: string): Promise<void> {
  const desk = await LocalDesk.open(folder);
  const server = createServer(desk, { requestsPerMinute: 100_000 });
  const [address, browser] = [await listen(server, { port: 0 }), await launchBrowser()];
  const { reports, incidents } = await desk.overview();
  console.log(`\n${reports} reports, ${incidents} incidents`);
  for (const [name, [a, b]] of [
    ["busiest dyad", BUSIEST.map(stateFor)],
    ["a middling dyad", MIDDLING.map(stateFor)],
  ] as const) {
    const asked = { a, b };
    console.log(`${name}: load of the machine ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`);
    console.log(
      `  relation, asked of the desk: ${(await timed(() => desk.relation({ ...asked, limit: 500 }))).toFixed(0)} ms`,
    );
    console.log(`  its measures: ${(await timed(() => desk.measure({ ...asked, length: "quarter" }))).toFixed(0)} ms`);
    console.log(`  a page of its incidents: ${(await timed(() => desk.incidents(asked))).toFixed(0)} ms`);
    const context = await browser.newContext({ baseURL: address });
    const rounds: number[][] = [];
    const longest: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      rounds.push(await views(page, `/relations/${[a, b].toSorted().join("-")}`));
      longest.push(await interactions(page));
      await page.close();
    }
    const [first, verdict, figure] = [0, 1, 2].map((at) => middle(rounds.map((times) => times[at])));
    console.log(`  first view ${first}, verdict ${verdict}, index drawn ${figure}`);
    console.log(`  longest interaction to next paint: ${middle(longest)}`);
    await context.close();
  }
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  const overview = await timed(async () => {
    await page.goto("/");
    await page.locator(".dyads").waitFor();
  });
  console.log(`overview: ${overview.toFixed(0)} ms`);
  await browser.close();
  await server.close();
  await desk.close();
}

const [reports = "100000", given] = process.argv.slice(2);
await buildPages();
const folder = given ?? mkdtempSync(join(tmpdir(), "entente-bench-"));
const ledger = await openLedger(folder);
if ((await ledger.counts()).documents === 0) {
  for (const batch of archive(Number(reports))) await ledger.append(batch.map(withStates));
}
await ledger.close();
await measure(folder);
if (given === undefined) rmSync(folder, { recursive: true, force: true });
