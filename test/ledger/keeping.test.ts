import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { type ExportFormat, importLedger, openLedger, restoreLedger } from "../../src/ledger/index.ts";
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
  expect((await ledger.verify()).damage).toEqual([
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

test.each<ExportFormat>(["parquet", "csv", "ndjson"])(
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

test("an export has one file a table, the originals and the format", async () => {
  const exported = emptyFolder();
  const ledger = await ledgerWith(entries);
  await ledger.export(exported, "csv");
  expect(readdirSync(exported).sort()).toMatchInlineSnapshot(`
    [
      "bands.csv",
      "copies.csv",
      "document_states.csv",
      "documents.csv",
      "entente.json",
      "gdelt_events.csv",
      "incident_dyads.csv",
      "incidents.csv",
      "mentions.csv",
      "originals",
      "postings.csv",
      "quotations.csv",
      "readings.csv",
      "report_actors.csv",
      "reports.csv",
    ]
  `);
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
