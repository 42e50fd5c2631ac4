import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { importLedger, openLedger, restoreLedger } from "../../src/ledger/index.ts";
import { emptyFolder, rowsOf } from "./entries.ts";
import { say } from "./review-of.ts";

const SQL = readFileSync(join(import.meta.dirname, "formats", "1.sql"), "utf8");
const DOCUMENT = "d84bd902509b61eaa26ef0a0c";
const INCIDENT = "id4d61494b8098fb3a0704f58";

/** A folder as version 0.1.0 left it: its tables by its own statements, its originals beside them. */
async function formatOne(): Promise<string> {
  const folder = emptyFolder();
  const instance = await DuckDBInstance.create(join(folder, "ledger.duckdb"));
  const connection = await instance.connect();
  await connection.run(SQL);
  const rows = (await connection.runAndReadAll('SELECT original, "text" FROM documents')).getRowsJS();
  connection.closeSync();
  instance.closeSync();
  for (const [original, text] of rows as [string, string][]) {
    mkdirSync(join(folder, "originals", original.slice(0, 2)), { recursive: true });
    writeFileSync(join(folder, "originals", original.slice(0, 2), original), text);
  }
  writeFileSync(join(folder, "entente.json"), '{"entente":"ledger","format":1}\n');
  return folder;
}

const formatIn = (folder: string): unknown => JSON.parse(readFileSync(join(folder, "entente.json"), "utf8")).format;

test("a folder of format 1 is brought forward whole, and its file is kept as it was", async () => {
  const folder = await formatOne();
  const before = await rowsOf(folder);
  const ledger = await openLedger(folder);
  expect(await ledger.counts()).toMatchObject({ documents: 3, reports: 2, incidents: 1, quotations: 1 });
  expect(await ledger.incidents()).toMatchObject([{ id: INCIDENT, documents: 2, type: "COOPERATE" }]);
  expect((await ledger.verify()).damage).toEqual([]);
  await ledger.close();
  expect(formatIn(folder)).toBe(2);
  const kept = join(folder, "ledger.format-1.duckdb");
  expect(existsSync(kept)).toBe(true);
  const copy = emptyFolder();
  writeFileSync(join(copy, "ledger.duckdb"), readFileSync(kept));
  expect(await rowsOf(copy)).toEqual(before);
});

test("what came with format 2 works over a ledger of format 1", async () => {
  const ledger = await openLedger(await formatOne());
  const { incident } = await say(ledger, DOCUMENT, "r0-52.COOPERATE");
  expect(incident).toBe(INCIDENT);
  expect(await ledger.incidents()).toMatchObject([{ review: "reviewed", confidence: 1 }]);
  await ledger.close();
});

test("a move forward that broke off is done again, and the older backup stays", async () => {
  const folder = await formatOne();
  await (await openLedger(folder)).close();
  const kept = readFileSync(join(folder, "ledger.format-1.duckdb"));
  writeFileSync(join(folder, "entente.json"), '{"entente":"ledger","format":1}\n');
  const again = await openLedger(folder);
  expect(await again.incidents()).toMatchObject([{ id: INCIDENT }]);
  await again.close();
  expect(formatIn(folder)).toBe(2);
  expect(readFileSync(join(folder, "ledger.format-1.duckdb")).equals(kept)).toBe(true);
});

test.each(["parquet", "csv", "ndjson"] as const)(
  "an export of format 1 as %s is imported in the tables of today",
  async (format) => {
    const [old, exported, imported] = [await formatOne(), emptyFolder(), emptyFolder()];
    const instance = await DuckDBInstance.create(join(old, "ledger.duckdb"));
    const connection = await instance.connect();
    const tables = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables()");
    const how = {
      parquet: "FORMAT parquet",
      csv: "FORMAT csv, HEADER, FORCE_QUOTE *, NULLSTR ''",
      ndjson: "FORMAT json",
    };
    for (const [table] of tables.getRowsJS())
      await connection.run(`COPY ${table} TO '${join(exported, `${table}.${format}`)}' (${how[format]})`);
    connection.closeSync();
    instance.closeSync();
    cpSync(join(old, "originals"), join(exported, "originals"), { recursive: true });
    cpSync(join(old, "entente.json"), join(exported, "entente.json"));
    await importLedger(exported, imported);
    const ledger = await openLedger(imported);
    expect(await ledger.counts()).toMatchObject({ documents: 3, reports: 2, incidents: 1, quotations: 1 });
    expect(await ledger.incidents()).toMatchObject([{ id: INCIDENT, documents: 2, type: "COOPERATE" }]);
    expect((await ledger.verify()).damage).toEqual([]);
    await ledger.close();
    expect(formatIn(imported)).toBe(2);
  },
);

test("a backup of format 1 is restored and brought forward when it is opened", async () => {
  const restored = emptyFolder();
  await restoreLedger(await formatOne(), restored);
  const ledger = await openLedger(restored);
  expect(await ledger.incidents()).toMatchObject([{ id: INCIDENT }]);
  await ledger.close();
});

test("a folder whose tables were never made is made whole", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "entente.json"), '{"entente":"ledger","format":1}\n');
  const ledger = await openLedger(folder);
  expect(await ledger.counts()).toMatchObject({ documents: 0 });
  await ledger.close();
  expect(formatIn(folder)).toBe(2);
});
