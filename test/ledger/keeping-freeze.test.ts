import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { importLedger, openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, entryOf, ledgerWith, rowsOf } from "./entries.ts";

const told = (day: string, text: string, publisher: string, actors = ["Arnor", "Gondor"]) =>
  entryOf({ text, publisher, published: day, events: [{ actors, on: "2020-01-31" }] });

const entries = [
  told("2020-01-31", "Arnor and Gondor flew a patrol over the river on Friday.", "Herald"),
  told("2020-02-01", "Gondor and Arnor flew the patrol over the river on Friday.", "Post"),
  told("2020-02-02", "Rohan and Gondor met for talks in the city.", "Gazette", ["Rohan", "Gondor"]),
  entryOf({ text: "Nothing with a date." }),
];

/** The bytes of every file of a freeze that it is made of, without the working copy of the tables. */
const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "ledger.duckdb")
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path).toString("base64")]),
  );

test("the same ledger frozen twice gives the same bytes, whatever was added in between and frozen otherwise", async () => {
  const ledger = await ledgerWith(entries.slice(0, 2), entries.slice(2));
  const period = { from: "2020-01-01", to: "2020-02-01" };
  const first = await ledger.freezes.make({ name: "first", ...period });
  await ledger.freezes.make({ name: "all" });
  await ledger.append([told("2020-03-01", "Arnor and Gondor flew a patrol in March.", "Herald")]);
  const second = await ledger.freezes.make({ name: "second", ...period });
  expect(second.digest).toBe(first.digest);
  expect(bytesOf(second.path)).toEqual(bytesOf(first.path));
  expect(first).toMatchObject({ period, documents: 2, reports: 2, incidents: 1 });
  expect(first.coders).toEqual([{ version: "1.0.0", model: "test", knowledge: "test", documents: 2 }]);
  expect((await ledger.freezes.list()).map(({ name, documents }) => [name, documents])).toEqual([
    ["all", 4],
    ["first", 2],
    ["second", 2],
  ]);
});

test("a freeze answers as the ledger would that only held its documents", async () => {
  const ledger = await ledgerWith(entries);
  const { path } = await ledger.freezes.make({ name: "january", to: "2020-01-31" });
  const frozen = await openLedger(path);
  expect(await frozen.counts()).toMatchObject({ documents: 1, incidents: 1 });
  const [incident] = await frozen.incidents();
  expect(incident).toMatchObject({ documents: 1, publishers: 1 });
  expect((await ledger.incidents()).map(({ id }) => id)).toContain(incident.id);
  expect(await frozen.incident(incident.id)).toMatchObject({ reports: [{ report: { type: "COOPERATE" } }] });
  expect((await frozen.verify()).damage).toEqual([]);
  const text = new TextDecoder().decode(await frozen.original(entries[0].document.original));
  expect(text).toBe(entries[0].document.text);
  await frozen.close();
});

test("nothing can be written into a freeze, and many can read it", async () => {
  const ledger = await ledgerWith(entries);
  const { path } = await ledger.freezes.make({ name: "all" });
  const [one, other] = [await openLedger(path), await openLedger(path)];
  const frozen = { code: "data.frozen" };
  await expect(one.append([told("2021-01-01", "Arnor and Gondor parted.", "Post")])).rejects.toMatchObject(frozen);
  await expect(one.freezes.make({ name: "again" })).rejects.toMatchObject(frozen);
  expect((await other.counts()).documents).toBe(4);
  await one.close();
  await other.close();
});

test("a freeze that was changed is found, and what there is of it can be had as a ledger again", async () => {
  const ledger = await ledgerWith(entries);
  const { path } = await ledger.freezes.make({ name: "all" });
  expect(await ledger.freezes.verify("all")).toMatchObject({ damage: [] });
  const imported = emptyFolder();
  await importLedger(path, imported);
  const again = await openLedger(imported);
  expect((await again.counts()).documents).toBe(4);
  await again.append([told("2021-01-01", "Arnor and Gondor parted.", "Post")]);
  await again.close();
  const table = join(path, "tables", "reports.parquet");
  expect(statSync(table).mode & 0o222).toBe(0);
  chmodSync(table, 0o644);
  writeFileSync(table, "x");
  rmSync(join(path, "tables", "mentions.parquet"));
  expect((await ledger.freezes.verify("all")).damage).toEqual([
    "mentions.parquet is missing",
    "reports.parquet was changed",
  ]);
});

test("a freeze keeps the readings of its day through a re-coding, and goes only when it is deleted", async () => {
  const ledger = await ledgerWith(entries);
  const { path } = await ledger.freezes.make({ name: "before" });
  await ledger.append([entryOf({ text: entries[0].document.text, published: "2020-01-31", coder: "2.0.0" })]);
  const frozen = await openLedger(path);
  expect((await frozen.document(entries[0].document.id)).reading.coder.version).toBe("1.0.0");
  await frozen.close();
  await ledger.freezes.remove("before");
  expect(existsSync(path)).toBe(false);
  await expect(ledger.freezes.verify("before")).rejects.toMatchObject({ code: "freeze.unknown" });
});

test("a name that is taken, a period without documents, a record that is malformed", async () => {
  const ledger = await ledgerWith(entries);
  const { path } = await ledger.freezes.make({ name: "all" });
  await expect(ledger.freezes.make({ name: "all" })).rejects.toMatchObject({ code: "freeze.taken" });
  await expect(ledger.freezes.make({ name: "none", from: "1990-01-01", to: "1990-12-31" })).rejects.toMatchObject({
    code: "freeze.empty",
  });
  expect(readdirSync(ledger.freezes.folder)).toEqual(["all"]);
  chmodSync(join(path, "freeze.json"), 0o644);
  writeFileSync(join(path, "freeze.json"), "{");
  await expect(ledger.freezes.list()).rejects.toMatchObject({ code: "data.damaged" });
});

test("rows of a freeze of everything are those of the ledger, but for its intake", async () => {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  await ledger.append(entries);
  const { path } = await ledger.freezes.make({ name: "all" });
  await ledger.close();
  expect(await rowsOf(path)).toEqual(await rowsOf(folder));
});
