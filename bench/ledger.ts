import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger } from "../src/ledger/index.ts";
import { archive, BUSIEST, MIDDLING } from "./ledger-archive.ts";

const QUERIES = 20;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`;

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

async function timesOf(work: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (let run = 0; run < QUERIES; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  return { p50: times[Math.floor(QUERIES / 2)], p95: times[Math.ceil(QUERIES * 0.95) - 1] };
}

const milliseconds = ({ p50, p95 }: { p50: number; p95: number }): string =>
  `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;

async function measure(reports: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  const ledger = await openLedger(folder);
  let spent = 0;
  let done = 0;
  for (const batch of archive(reports)) {
    const start = performance.now();
    await ledger.append(batch);
    spent += performance.now() - start;
    done += batch.length;
    if (done % 20_000 === 0) console.error(`${done} documents, ${((1000 * done) / spent).toFixed(0)} a second so far`);
  }
  const counts = await ledger.counts();
  console.log(`\n${counts.reports} reports, ${counts.documents} documents, ${counts.incidents} incidents`);
  console.log(`append: ${((1000 * done) / spent).toFixed(0)} documents a second`);
  for (const [name, dyad] of [
    ["busiest dyad", BUSIEST],
    ["a middling dyad", MIDDLING],
  ] as const) {
    const incidents = await ledger.incidents({ dyad });
    const page = await timesOf(() =>
      Promise.all([ledger.incidents({ dyad }), ledger.quotations({ dyad, limit: 50 }), ledger.exposure({ dyad })]),
    );
    const year = { dyad, from: "2018-01-01", to: "2018-12-31" };
    console.log(`${name}: ${incidents.length} incidents; page ${milliseconds(page)}`);
    console.log(`  one year of it: ${milliseconds(await timesOf(() => ledger.incidents(year)))}`);
    console.log(`  one incident: ${milliseconds(await timesOf(() => ledger.incident(incidents[0].id)))}`);
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
