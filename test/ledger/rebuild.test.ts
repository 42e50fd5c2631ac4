import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, entryOf, rowsOf } from "./entries.ts";

const text = "Arnor and Gondor flew a patrol.";
const events = [{ actors: ["Arnor", "Gondor"], on: "2020-01-01" }];
const entries = [
  entryOf({ text, publisher: "Herald", events }),
  entryOf({ text: "Rohan spoke.", quotes: [["Rohan", "spoke"]] }),
];

/** Changes a closed ledger's tables, as another version of the program would have made them. */
async function alter(folder: string, ...statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder, "ledger.duckdb"));
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

async function filled(): Promise<string> {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  await ledger.append(entries);
  await ledger.append([entryOf({ text, events: [], coder: "2.0.0" }), entryOf({ text, publisher: "Post", events })]);
  const gdelt = join(emptyFolder(), "a.export.CSV");
  writeFileSync(gdelt, `${["741917022000", "20201222", ...Array(59).fill("")].join("\t")}\n`);
  expect(await ledger.importEvents(gdelt)).toMatchObject({ added: 1 });
  await ledger.close();
  return folder;
}

/** All rows but those of the search index, which keeps numbers of readings that no longer count. */
async function factsOf(folder: string): Promise<Record<string, unknown[]>> {
  const { postings: _old, postings_recent: _new, passages: _units, labels: _labels, ...rows } = await rowsOf(folder);
  return rows;
}

test("a ledger with the tables of an earlier version is brought up to date, and nothing is lost", async () => {
  const folder = await filled();
  const before = await factsOf(folder);
  await alter(
    folder,
    "DROP TABLE bands",
    "ALTER TABLE documents DROP family",
    "ALTER TABLE incidents ADD COLUMN odd INTEGER",
  );
  await (await openLedger(folder)).close();
  expect(await factsOf(folder)).toEqual(before);
  expect(existsSync(join(folder, "ledger.before.duckdb"))).toBe(true);
  const ledger = await openLedger(folder);
  expect(await ledger.search.count({ words: "patrol", kind: "documents" })).toBe(1);
  expect((await ledger.verify()).damage).toEqual([]);
  await ledger.close();
});

test("a ledger of today's version is left as it is", async () => {
  const folder = await filled();
  await (await openLedger(folder)).close();
  expect(existsSync(join(folder, "ledger.before.duckdb"))).toBe(false);
});

test("tables that are no ledger's are damaged, and stay as they are", async () => {
  const folder = await filled();
  await alter(folder, "DROP TABLE readings");
  const before = await rowsOf(folder);
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.damaged" });
  expect(await rowsOf(folder)).toEqual(before);
});
