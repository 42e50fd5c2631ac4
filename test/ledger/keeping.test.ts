import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importLedger, openLedger, restoreLedger, type TableFormat } from "../../src/ledger/index.ts";
import { TABLES } from "../../src/ledger/store/tables.ts";
import { emptyFolder, entryOf, ledgerWith, rowsOf } from "./entries.ts";

const TRICKY = `“Arnor”, said the envoy, "and Gondor'; DROP\\N TABLE",\r\n\tand — 𝕏 \u00a0\u00ad done\n\nNULL`;
const entries = [
  entryOf({ text: TRICKY, title: 'A "quoted", title', events: [{ actors: ["Arnor", "Gondor"], on: "2020-01-01" }] }),
  entryOf({
    text: "Rohan met Gondor. “We agree,” Rohan said.",
    published: "2020-02-02",
    publisher: "NULL",
    events: [{ actors: ["Rohan", "Gondor"], type: "CONSULT" }],
    quotes: [["Rohan", "We agree,"]],
  }),
  entryOf({ text: "Nothing that names anybody." }),
];

test("a whole ledger is found whole", async () => {
  const ledger = await ledgerWith(entries);
  const verification = await ledger.verify();
  expect(verification.damage).toEqual([]);
  expect(verification.documents).toBe(3);
  expect(verification.spans).toBeGreaterThan(8);
});

test("an original that was changed or is gone is found", async () => {
  const ledger = await ledgerWith(entries);
  const [first, second] = entries.map((entry) => entry.document);
  const pathOf = (hash: string): string => join(ledger.folder, "originals", hash.slice(0, 2), hash);
  writeFileSync(pathOf(first.original), "something else");
  rmSync(pathOf(second.original));
  expect((await ledger.verify()).damage).toMatchObject([
    { document: first.id, problem: `the original ${first.original} was changed` },
    { document: second.id, problem: `the original ${second.original} is missing` },
  ]);
});

test("a text that was changed in the tables is found, and the evidence that no longer stands in it", async () => {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  await ledger.append(entries);
  await ledger.close();
  const instance = await DuckDBInstance.create(join(folder, "ledger.duckdb"));
  const connection = await instance.connect();
  await connection.run(`UPDATE documents SET "text" = 'Rohan met nobody.' WHERE published = '2020-02-02'`);
  connection.closeSync();
  instance.closeSync();
  const again = await openLedger(folder);
  const { damage } = await again.verify();
  await again.close();
  expect(damage.map((each) => each.problem)).toEqual([
    "the text is not the one that was read",
    "a span lies outside the text",
    "the evidence of r0-41.CONSULT is not what stands in the text",
  ]);
});

test("a backup restored is the same ledger", async () => {
  const [folder, backup, restored] = [emptyFolder(), emptyFolder(), emptyFolder()];
  const ledger = await openLedger(folder);
  await ledger.append(entries);
  await ledger.backup(backup);
  await ledger.append([entryOf({ text: "Written after the backup." })]);
  await ledger.close();
  await restoreLedger(backup, restored);
  expect(await rowsOf(restored)).toEqual(await rowsOf(backup));
  const again = await openLedger(restored);
  expect(await again.counts()).toMatchObject({ documents: 3 });
  expect((await again.verify()).damage).toEqual([]);
  await again.close();
});

test.each<TableFormat>(["parquet", "csv", "ndjson"])(
  "what is exported as %s and imported is the same ledger",
  async (format) => {
    const [folder, exported, imported] = [emptyFolder(), emptyFolder(), emptyFolder()];
    const ledger = await openLedger(folder);
    await ledger.append(entries);
    await ledger.export(exported, format);
    await ledger.close();
    await importLedger(exported, imported);
    expect(await rowsOf(imported)).toEqual(await rowsOf(folder));
    const again = await openLedger(imported);
    expect((await again.verify()).damage).toEqual([]);
    expect((await again.document(entries[0].document.id)).document).toEqual(entries[0].document);
    await again.close();
  },
);

test("a backup has the settings and freezes too, and what belongs to the moment not", async () => {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  await ledger.append(entries);
  await ledger.freezes.make({ name: "all" });
  for (const name of ["alerts.json", "service.json", "ledger.before.duckdb", "half.draft"])
    writeFileSync(join(folder, name), "{}");
  const inside = join(folder, "backups", "today");
  await ledger.backup(inside);
  await ledger.backup(join(folder, "backups", "again"));
  await ledger.close();
  expect(readdirSync(inside).sort()).toEqual(["alerts.json", "entente.json", "freezes", "ledger.duckdb", "originals"]);
  const again = await openLedger(inside);
  expect((await again.freezes.verify("all")).damage).toEqual([]);
  await again.close();
});

const word = fc.constantFrom(
  "Arnor",
  "Gondor",
  "Rohan",
  "drill",
  "“treaty”",
  '"',
  "\\N",
  "NULL",
  "\n",
  "\t",
  ",",
  "𝕏",
  "\u00a0",
  "\r\n",
  "'",
);
const sheet = fc.record(
  {
    text: fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `Arnor and Gondor met. ${words.join(" ")}`),
    title: fc.string({ unit: "binary", maxLength: 12 }).filter((title) => !/[\0\ud800-\udfff]/.test(title)),
    publisher: fc.constantFrom("Herald", "", "NULL", "a,b"),
    published: fc.constantFrom("2020-01-01", "2020-02-29", "1999-12-31", "2020-06-30T10:00:00Z"),
    url: fc.webUrl(),
    events: fc.constantFrom(
      [{ actors: ["Arnor", "Gondor"] }],
      [{ actors: ["Arnor"], recipients: ["Gondor"], on: "2020-01-01" }],
    ),
  },
  { requiredKeys: ["text"] },
);

test.each<TableFormat>(["parquet", "csv", "ndjson"])(
  "any ledger comes back from its export as %s, row for row",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(sheet, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 2 }),
        async (batches) => {
          const [folder, exported, imported] = [emptyFolder(), emptyFolder(), emptyFolder()];
          const ledger = await openLedger(folder);
          for (const batch of batches) await ledger.append(batch.map(entryOf));
          await ledger.export(exported, format);
          await ledger.close();
          await importLedger(exported, imported);
          expect(await rowsOf(imported)).toEqual(await rowsOf(folder));
        },
      ),
      { numRuns: 3 },
    );
  },
);

test("an export has one file a table, the originals and the format", async () => {
  const exported = emptyFolder();
  const ledger = await ledgerWith(entries);
  await ledger.export(exported, "csv");
  const tables = Object.keys(TABLES).map((table) => `${table}.csv`);
  expect(readdirSync(exported).sort()).toEqual([...tables, "entente.json", "originals"].sort());
  expect(readFileSync(join(exported, "documents.csv"), "utf8").split("\n")[0]).toBe(
    '"seq","id","url","title","publisher","author","published","language","text","original","family","length","added"',
  );
});

test("nothing is written into a folder that holds something", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "mine.txt"), "x");
  const ledger = await ledgerWith(entries);
  await expect(ledger.backup(folder)).rejects.toMatchObject({ code: "data.occupied" });
  await expect(ledger.export(folder, "csv")).rejects.toMatchObject({ code: "data.occupied" });
  await expect(ledger.backup(join(folder, "mine.txt"))).rejects.toMatchObject({ code: "data.unwritable" });
  expect(readdirSync(folder)).toEqual(["mine.txt"]);
});

test("what is no backup or export is not taken for one", async () => {
  await expect(restoreLedger(emptyFolder(), emptyFolder())).rejects.toMatchObject({ code: "data.damaged" });
  await expect(importLedger(emptyFolder(), emptyFolder())).rejects.toMatchObject({ code: "data.damaged" });
  const newer = emptyFolder();
  writeFileSync(join(newer, "entente.json"), '{"entente":"ledger","format":999}');
  await expect(restoreLedger(newer, emptyFolder())).rejects.toMatchObject({ code: "data.newer" });
  const cut = emptyFolder();
  const ledger = await ledgerWith(entries);
  await ledger.export(cut, "ndjson");
  writeFileSync(join(cut, "reports.ndjson"), '{"seq":1,"docu');
  await expect(importLedger(cut, emptyFolder())).rejects.toMatchObject({ code: "data.damaged" });
});

test("an entry keeps the time at which it first came in", async () => {
  const exported = emptyFolder();
  const ledger = await ledgerWith([{ ...entries[0], added: "2020-01-01T00:00:00.000Z" }]);
  await ledger.export(exported, "ndjson");
  expect(readdirSync(exported)).toContain("documents.ndjson");
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const rows = await connection.runAndReadAll(`SELECT added::VARCHAR AS added FROM '${exported}/documents.ndjson'`);
  expect(String(rows.getRowsJS()[0][0])).toContain("2020-01-01");
});
