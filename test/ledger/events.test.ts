import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GDELT_EVENTS } from "../../src/ledger/events/gdelt.ts";
import { importLedger, openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, ledgerWith, rowsOf } from "./entries.ts";

const place = (name: string): number => GDELT_EVENTS.findIndex(([column]) => column === name);

/** A row of an export: 61 cells, most of them empty. */
function row(id: number, cells: Readonly<Record<string, string>> = {}): string {
  const all = GDELT_EVENTS.map(() => "");
  all[place("GlobalEventID")] = String(id);
  all[place("Day")] = "20201222";
  for (const [name, value] of Object.entries(cells)) all[place(name)] = value;
  return all.join("\t");
}

function file(...rows: readonly string[]): string {
  const path = join(emptyFolder(), "a.export.CSV");
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
}

test("the rows of an export get into their table, each event once", async () => {
  const ledger = await ledgerWith();
  const path = file(row(1, { Actor1Name: 'THE "HERALD"', AvgTone: "-0.5" }), row(2), row(2));
  expect(await ledger.importGdelt(path)).toEqual({ rows: 3, added: 2, refusedRows: 0, refused: [] });
  expect(await ledger.importGdelt(path)).toMatchObject({ rows: 3, added: 0 });
});

test("rows that don't fit are listed with their line, the rest is taken", async () => {
  const ledger = await ledgerWith();
  const result = await ledger.importGdelt(
    file(row(1), row(2, { Day: "yesterday" }), `${row(3)}\tone\tmore`, "4\tcut", row(5, { AvgTone: "cold" }), row(6)),
  );
  expect(result).toMatchObject({ rows: 6, added: 2, refusedRows: 4 });
  expect(result.refused.map((each) => each.line)).toEqual([2, 3, 4, 5]);
  for (const { reason } of result.refused) expect(reason.length).toBeGreaterThan(10);
});

test("a file that is not there, and one that is no table", async () => {
  const ledger = await ledgerWith();
  await expect(ledger.importGdelt("/nowhere/a.CSV")).rejects.toMatchObject({ code: "input.missing" });
  await expect(ledger.importGdelt(emptyFolder())).rejects.toMatchObject({ code: "input.unreadable" });
  expect(await ledger.importGdelt(file("<html>", "</html>"))).toMatchObject({ added: 0, refusedRows: 2 });
});

test("event data survives export and import", async () => {
  const [folder, exported, imported] = [emptyFolder(), emptyFolder(), emptyFolder()];
  const ledger = await openLedger(folder);
  await ledger.importGdelt(
    file(row(741917022000, { ActionGeo_Lat: "55.75", SOURCEURL: "https://a.example/1" }), row(2)),
  );
  await ledger.export(exported, "csv");
  await ledger.close();
  await importLedger(exported, imported);
  expect(await rowsOf(imported)).toEqual(await rowsOf(folder));
});

const REAL = ["20180326044500", "20191024143000"].map((name) => `../shared/data/gdelt/${name}.export.CSV`);

test.skipIf(!REAL.every((path) => existsSync(path)))(
  "real exports load whole (skipped without ../shared/data/gdelt)",
  async () => {
    const folder = emptyFolder();
    const ledger = await openLedger(folder);
    const lines = REAL.flatMap((path) => readFileSync(path, "utf8").trimEnd().split("\n"));
    for (const path of REAL) expect((await ledger.importGdelt(path)).refusedRows).toBe(0);
    await ledger.close();
    const { gdelt_events: rows } = (await rowsOf(folder)) as { gdelt_events: { NumMentions: number }[] };
    const mentions = lines.map((line) => Number(line.split("\t")[place("NumMentions")]));
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    expect(rows).toHaveLength(lines.length);
    expect(sum(rows.map((each) => each.NumMentions))).toBe(sum(mentions));
  },
);
