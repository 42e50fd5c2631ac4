import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Dyad, type Ledger, openLedger, type Period } from "../src/ledger/index.ts";
import { archive, BUSIEST, MIDDLING } from "./ledger-archive.ts";

const QUERIES = 20;
/** Incidents and quotations that the page of a dyad lists. */
const LISTED = 500;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`;

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

const milliseconds = ({ p50, p95, work }: Times): string =>
  `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (work ${work.toFixed(0)} ms)`;

/** What the page of a dyad asks the ledger for: all incidents counted, the newest listed. */
const page = (ledger: Ledger, dyad: Dyad, period: Period = {}): Promise<unknown> =>
  Promise.all([
    ledger.outline({ dyad, ...period }),
    ledger.exposure({ dyad, ...period }),
    ledger.quotations({ dyad, ...period, limit: LISTED }),
    ledger.incidents({ dyad, ...period, order: "newest", limit: LISTED }),
  ]);

/** Appends a generated archive; gives documents a second, while nothing else is counted but the appends. */
async function fill(ledger: Ledger, reports: number): Promise<string> {
  let [spent, done] = [0, 0];
  const before = process.cpuUsage();
  for (const batch of archive(reports)) {
    const start = performance.now();
    await ledger.append(batch);
    spent += performance.now() - start;
    done += batch.length;
    if (done % 20_000 === 0) console.error(`${done} documents, ${((1000 * done) / spent).toFixed(0)} a second so far`);
  }
  const { user, system } = process.cpuUsage(before);
  const ofWork = (1_000_000 * done) / (user + system);
  return `${((1000 * done) / spent).toFixed(0)} documents a second (${ofWork.toFixed(0)} a second of one core's work, with making them up)`;
}

async function measure(reports: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  const ledger = await openLedger(folder);
  const filled = await fill(ledger, reports);
  const counts = await ledger.counts();
  console.log(`\n${counts.reports} reports, ${counts.documents} documents, ${counts.incidents} incidents`);
  console.log(`load of the machine: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`);
  console.log(`append: ${filled}`);
  for (const [name, dyad] of [
    ["busiest dyad", BUSIEST],
    ["a middling dyad", MIDDLING],
  ] as const) {
    const outline = await ledger.outline({ dyad });
    const year = { from: "2018-01-01", to: "2018-12-31" };
    console.log(`${name}: ${outline.length} incidents; page ${milliseconds(await timesOf(() => page(ledger, dyad)))}`);
    console.log(`  one year of it: ${milliseconds(await timesOf(() => page(ledger, dyad, year)))}`);
    console.log(`  all its incidents: ${milliseconds(await timesOf(() => ledger.incidents({ dyad })))}`);
    console.log(`  one incident: ${milliseconds(await timesOf(() => ledger.incident(outline[0].id)))}`);
  }
  const [{ evidence }] = await ledger.incidents({ limit: 1 });
  const [, one, other] = evidence.words.match(/\p{Ll}{4,}/gu) ?? [];
  for (const words of [one, `${one} ${other}`]) {
    const { matches } = await ledger.search.find({ kind: "documents", words });
    console.log(
      `search for ${words}: ${matches} documents; ${milliseconds(await timesOf(() => ledger.search.find({ kind: "documents", words })))}`,
    );
  }
  console.log(`dyads: ${milliseconds(await timesOf(() => ledger.dyads()))}`);
  console.log(`newest: ${milliseconds(await timesOf(() => ledger.incidents({ order: "newest", limit: 20 })))}`);
  await ledger.close();
  console.log(
    `on disk: ${megabytes(sizeOf(folder))}, of it the database ${megabytes(statSync(join(folder, "ledger.duckdb")).size)}`,
  );
  console.log(`memory: ${megabytes(process.memoryUsage().rss)}`);
  rmSync(folder, { recursive: true, force: true });
}

for (const size of process.argv.slice(2).map(Number)) await measure(size);
