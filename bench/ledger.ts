import { readdirSync, statSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { type Dyad, type Ledger, openLedger, type Period } from "../src/ledger/index.ts";
import { folderFor, isKept, sizesAsked } from "./folders.ts";
import { archive, BUSIEST, MIDDLING } from "./ledger-archive.ts";
import { type Measurement, report } from "./report.ts";

const QUERIES = 20;
/** Incidents and quotations that the page of a dyad lists. */
const LISTED = 500;

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

interface Times {
  readonly p50: number;
  readonly p95: number;
  /** Work of the processor a run, all threads together: depends less on what else the machine does. */
  readonly work: number;
}

async function timesOf(run: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < QUERIES; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((one, other) => one - other);
  const [p50, p95] = [times[Math.floor(QUERIES / 2)], times[Math.ceil(QUERIES * 0.95) - 1]];
  return { p50, p95, work: (user + system) / 1000 / QUERIES };
}

/** The figures of a question. `target` is in milliseconds, for 95 of 100. */
async function measured(name: string, run: () => Promise<unknown>, target?: number): Promise<Measurement[]> {
  const { p50, p95, work } = await timesOf(run);
  return [
    { name: `${name}, p50 ms`, value: p50 },
    { name: `${name}, p95 ms`, value: p95, target, lower: true },
    { name: `${name}, work ms`, value: work },
  ];
}

/** What the page of a dyad asks the ledger for: all incidents counted, the newest listed. */
const page = (ledger: Ledger, dyad: Dyad, period: Period = {}): Promise<unknown> =>
  Promise.all([
    ledger.outline({ dyad, ...period }),
    ledger.exposure({ dyad, ...period }),
    ledger.quotations({ dyad, ...period, limit: LISTED }),
    ledger.incidents({ dyad, ...period, order: "newest", limit: LISTED }),
  ]);

/** Appends a generated archive; while nothing else is counted but the appends. */
async function fill(ledger: Ledger, reports: number): Promise<Measurement[]> {
  const documents = reports / 5;
  let [spent, done] = [0, 0];
  const rates: Measurement[] = [];
  let [from, work] = [0, 0];
  for (const batch of archive(reports)) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await ledger.append(batch);
    spent += performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    [done, work] = [done + batch.length, work + user + system];
    if (done - from < documents / 4) continue;
    rates.push({ name: `work a document, to ${done}, ms`, value: work / 1000 / (done - from) });
    console.error(`${done} documents, ${((1000 * done) / spent).toFixed(0)} a second so far`);
    [from, work] = [done, 0];
  }
  return [{ name: "append, documents a second", value: (1000 * done) / spent }, ...rates];
}

const YEAR: Period = { from: "2018-01-01", to: "2018-12-31" };
/** Milliseconds in which a page and a search are to be answered. */
const PAGE = 200;
const SEARCH = 300;

async function askPages(ledger: Ledger): Promise<Measurement[]> {
  const figures: Measurement[] = [];
  for (const [name, dyad] of [
    ["busiest dyad", BUSIEST],
    ["middling dyad", MIDDLING],
  ] as const) {
    const [{ id }] = await ledger.outline({ dyad });
    figures.push(...(await measured(`${name}, page`, () => page(ledger, dyad), PAGE)));
    figures.push(...(await measured(`${name}, one year`, () => page(ledger, dyad, YEAR), PAGE)));
    figures.push(...(await measured(`${name}, all incidents`, () => ledger.incidents({ dyad }), PAGE)));
    figures.push(...(await measured(`${name}, one incident`, () => ledger.incident(id), PAGE)));
  }
  figures.push(...(await measured("all dyads", () => ledger.dyads(), PAGE)));
  figures.push(...(await measured("newest incidents", () => ledger.incidents({ order: "newest", limit: 20 }), PAGE)));
  return figures;
}

/** Words of the archive, other ones at every turn: answers are kept. */
async function askSearch(ledger: Ledger): Promise<Measurement[]> {
  const newest = await ledger.incidents({ order: "newest", limit: QUERIES });
  const words = newest.map(({ evidence }) => (evidence.words.match(/\p{Ll}{4,}/gu) ?? []).slice(0, 2));
  const figures: Measurement[] = [];
  for (const kind of ["documents", "incidents"] as const)
    for (const many of [1, 2]) {
      let turn = 0;
      const find = () => ledger.search.find({ kind, words: words[turn++ % words.length].slice(0, many).join(" ") });
      figures.push(...(await measured(`${kind} with ${many === 1 ? "a word" : "two words"}`, find, SEARCH)));
    }
  return figures;
}

async function measure(reports: number): Promise<void> {
  using folder = folderFor("ledger", reports);
  const ledger = await openLedger(folder.path);
  const filled = (await ledger.counts()).documents === 0 ? await fill(ledger, reports) : [];
  const counts = await ledger.counts();
  console.log(`\n${counts.reports} reports, ${counts.documents} documents, ${counts.incidents} incidents`);
  console.log(`load of the machine: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`);
  const asked = [...(await askPages(ledger)), ...(await askSearch(ledger))];
  await ledger.close();
  const figures: Measurement[] = [
    ...filled,
    ...asked,
    { name: "on disk, MB", value: sizeOf(folder.path) / 1e6 },
    { name: "of it the database, MB", value: statSync(join(folder.path, "ledger.duckdb")).size / 1e6 },
    { name: "memory at most, MB", value: process.resourceUsage().maxRSS / 1000 },
  ];
  const named = figures.map((figure) => ({ ...figure, name: `ledger of ${reports}: ${figure.name}` }));
  await report(named, "bench/last.json", isKept);
}

for (const size of sizesAsked()) await measure(size);
