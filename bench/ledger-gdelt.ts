import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { openLedger } from "../src/ledger/index.ts";

const EXPORTS = ["20180326044500", "20191024143000"].map((name) => `../shared/data/gdelt/${name}.export.CSV`);
const NUM_MENTIONS = 31;

/** The rows of the real exports over and over, each with an id of its own, in one file. */
async function multiplied(lines: readonly string[], rows: number, path: string): Promise<void> {
  const file = createWriteStream(path);
  for (let written = 0; written < rows; written += lines.length) {
    const part = lines.slice(0, rows - written).map((line, index) => line.replace(/^\d+/, String(written + index + 1)));
    if (!file.write(`${part.join("\n")}\n`)) await new Promise<void>((ready) => file.once("drain", () => ready()));
  }
  await new Promise<void>((done) => file.end(() => done()));
}

/** A plain count over the table. */
async function totalsIn(file: string): Promise<{ rows: number; mentions: number }> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const found = await connection.runAndReadAll("SELECT count(*), sum(NumMentions) FROM gdelt_events");
  const [rows, mentions] = found.getRowsJS()[0].map(Number);
  connection.closeSync();
  instance.closeSync();
  return { rows, mentions };
}

/** Rows a second into the ledger's table, and whether the totals are those of a plain count over the file. */
async function measure(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-gdelt-"));
  const lines = EXPORTS.flatMap((path) => readFileSync(path, "utf8").trimEnd().split("\n"));
  const path = join(folder, "many.export.CSV");
  await multiplied(lines, rows, path);
  const ledger = await openLedger(join(folder, "data"));
  const start = performance.now();
  const busy = process.cpuUsage();
  const result = await ledger.importEvents(path);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(busy);
  await ledger.close();
  const ofLine = lines.map((line) => Number(line.split("\t")[NUM_MENTIONS]));
  let mentions = 0;
  for (let row = 0; row < rows; row += 1) mentions += ofLine[row % lines.length];
  const stored = await totalsIn(join(folder, "data", "ledger.duckdb"));
  console.log(
    `${result.added} of ${rows} rows in ${seconds.toFixed(1)} s: ${Math.round(result.added / seconds)} rows a second`,
  );
  console.log(`${Math.round((1_000_000 * result.added) / (user + system))} rows a second of one core's work`);
  console.log(`load of the machine: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`);
  const same = stored.rows === rows && stored.mentions === mentions;
  console.log(
    `refused ${result.refusedRows}; rows and mentions ${same ? "are" : "ARE NOT"} those of the file (${rows}, ${mentions})`,
  );
  if (!same) process.exitCode = 1;
  rmSync(folder, { recursive: true, force: true });
}

if (EXPORTS.every((path) => existsSync(path))) await measure(Number(process.argv[2] ?? 1_000_000));
else console.log("skipped: ../shared/data/gdelt is absent");
