import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DuckDBInstance } from "@duckdb/node-api";

const BIN = join(import.meta.dirname, "..", "bin", "entente.js");
const STATES = ["China", "Russia", "Japan", "India", "France", "Germany", "Australia", "Canada", "Brazil", "Vietnam"];
const DEEDS = [
  "held talks with",
  "signed an agreement with",
  "imposed sanctions on",
  "accused",
  "sent aid to",
  "criticised",
  "met the foreign minister of",
  "expelled a diplomat of",
];
const MOST_DELAY = 400;

/** The generator mulberry32: the same moments for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Writes short documents, many of them on the same events, and some near copies of each other. */
function writeDocuments(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const random = randomNumbers(1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  for (let number = 0; number < count; number += 1) {
    const one = pick(STATES);
    const other = pick(STATES.filter((state) => state !== one));
    const day = `2020-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
    const text = `${one} ${pick(DEEDS)} ${other} on Monday. “We will see,” an official of ${other} said in dispatch ${number % 1900}.`;
    const head = `---\ntitle: Dispatch ${number}\npublisher: Gazette ${number % 7}\npublished: ${day}\n---\n`;
    writeFileSync(join(folder, `${String(number).padStart(6, "0")}.md`), `${head}${text}\n`);
  }
}

interface Intake {
  readonly child: ChildProcess;
  /** Resolves when the intake has gone through so many documents, or has ended. */
  readonly reached: (documents: number) => Promise<void>;
}

/** Starts `entente add` over a folder. */
function startAdd(documents: string, data: string): Intake {
  const child = spawn(process.execPath, [BIN, "add", documents, "--data", data], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let done = 0;
  const waiting = new Set<() => void>();
  child.stderr.on("data", (chunk: Buffer) => {
    for (const [, count] of chunk.toString().matchAll(/(\d+)(?:\/\d+)? documents/g))
      done = Math.max(done, Number(count));
    for (const look of waiting) look();
  });
  const ended = once(child, "exit");
  const reached = async (wanted: number): Promise<void> => {
    const there = new Promise<void>((resolve) => {
      const look = (): void => {
        if (done >= wanted) resolve();
      };
      waiting.add(look);
      look();
    });
    await Promise.race([there, ended]);
  };
  return { child, reached };
}

async function addWhole(documents: string, data: string): Promise<void> {
  const { child } = startAdd(documents, data);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`entente add ended with ${code}`);
}

/** Kills an intake with SIGKILL somewhat after it has gone through so many documents. */
async function killedAt(documents: string, data: string, moment: number, delay: number): Promise<boolean> {
  const { child, reached } = startAdd(documents, data);
  await reached(moment);
  await pause(delay);
  const killed = child.exitCode === null && child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return killed;
}

/** Tables of the intake itself: a job for each run. */
const OF_RUNS = new Set(["jobs", "job_sources", "job_refusals"]);

/** Every row of a ledger as text, table by table, without the times at which it was added. */
async function rowsOf(data: string): Promise<Map<string, string[]>> {
  const instance = await DuckDBInstance.create(join(data, "ledger.duckdb"));
  const connection = await instance.connect();
  const found = new Map<string, string[]>();
  const tables = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables() ORDER BY table_name");
  for (const [table] of tables.getRowsJS() as [string][]) {
    if (OF_RUNS.has(table)) continue;
    const columns = await connection.runAndReadAll(
      `SELECT string_agg('"' || column_name || '"', ', ' ORDER BY column_index) FROM duckdb_columns()
       WHERE table_name = '${table}' AND column_name <> 'added'`,
    );
    const list = String(columns.getRowsJS()[0][0]);
    const rows = await connection.runAndReadAll(`SELECT to_json(struct_pack(${list}))::VARCHAR AS row FROM ${table}`);
    const name = table === "postings_recent" ? "postings" : table;
    found.set(name, [...(found.get(name) ?? []), ...rows.getRowsJS().map(([row]) => String(row))].sort());
  }
  connection.closeSync();
  instance.closeSync();
  return found;
}

export interface CrashOptions {
  readonly documents: number;
  readonly kills: number;
  readonly seed: number;
  /** A new folder for documents and ledgers. */
  readonly folder: string;
}

export interface CrashOutcome {
  /** Runs that were killed while they were at work. */
  readonly killed: number;
  readonly rows: number;
  /** Tables whose rows are not those of the undisturbed run. */
  readonly different: readonly string[];
}

/**
 * Takes documents in once undisturbed, and once killed at random moments and begun again each time; then compares the
 * two ledgers row for row. Not compared are the times of adding and the jobs, of which each run has its own.
 */
export async function crash({ documents, kills, seed, folder }: CrashOptions): Promise<CrashOutcome> {
  const [source, calm, rough] = [join(folder, "documents"), join(folder, "calm"), join(folder, "rough")];
  writeDocuments(source, documents);
  await addWhole(source, calm);
  const random = randomNumbers(seed);
  const moments = Array.from({ length: kills }, () => Math.floor(random() * documents)).sort((a, b) => a - b);
  let killed = 0;
  for (const moment of moments) killed += Number(await killedAt(source, rough, moment, random() * MOST_DELAY));
  await addWhole(source, rough);
  const [undisturbed, disturbed] = [await rowsOf(calm), await rowsOf(rough)];
  const different = [...undisturbed].filter(([table, rows]) => rows.join("\n") !== disturbed.get(table)?.join("\n"));
  const rows = [...undisturbed.values()].reduce((sum, each) => sum + each.length, 0);
  return { killed, rows, different: different.map(([table]) => table) };
}

if (process.argv[1] === import.meta.filename) {
  const [kills = 50, documents = 2000, seed = 20201228] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(join(tmpdir(), "entente-crash-"));
  const begun = performance.now();
  const { killed, rows, different } = await crash({ documents, kills, seed, folder });
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${documents} documents; ${killed} of ${kills} runs killed at work (seed ${seed}), in ${seconds} s`);
  console.log(
    `${rows} rows compared; ${different.length === 0 ? "all as undisturbed" : `different: ${different.join(", ")}`}`,
  );
  if (different.length > 0) process.exitCode = 1;
  else rmSync(folder, { recursive: true, force: true });
}
