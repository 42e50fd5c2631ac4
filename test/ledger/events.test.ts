import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { EVENT_KINDS } from "../../src/ledger/events/kinds.ts";
import { importLedger, openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, ledgerWith, rowsOf } from "./entries.ts";

const namesOf = (table: string): string[] =>
  EVENT_KINDS.filter((kind) => kind.table === table).flatMap(({ columns }) => columns.map(({ name }) => name));

type Cells = Readonly<Record<string, string>>;

/** A line of a table: most cells are empty. */
const line = (table: string, cells: Cells, delimiter = "\t"): string =>
  namesOf(table)
    .map((name) => cells[name] ?? "")
    .join(delimiter);

const gdelt = (id: number, cells: Cells = {}): string =>
  line("gdelt_events", { GlobalEventID: String(id), Day: "20201222", ...cells });

function file(...rows: readonly string[]): string {
  const path = join(emptyFolder(), "a.export.CSV");
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
}

test("the rows of an export get into their table, each event once", async () => {
  const ledger = await ledgerWith();
  const path = file(gdelt(1, { Actor1Name: 'THE "HERALD"', AvgTone: "-0.5" }), gdelt(2), gdelt(2));
  expect(await ledger.importEvents(path)).toEqual({
    ...{ kind: "GDELT events", table: "gdelt_events" },
    ...{ rows: 3, added: 2, refusedRows: 0, refused: [] },
  });
  expect(await ledger.importEvents(path)).toMatchObject({ rows: 3, added: 0, refusedRows: 0 });
});

test("rows that don't fit are listed with their line, the rest is taken", async () => {
  const ledger = await ledgerWith();
  const rows = [
    gdelt(1),
    gdelt(2, { Day: "yesterday" }),
    `${gdelt(3)}\tone\tmore`,
    "4\tcut",
    gdelt(5, { AvgTone: "cold" }),
    gdelt(6, { Day: "10101" }),
    gdelt(7),
    gdelt(8, { Day: "99991231" }),
    gdelt(9, { GlobalEventID: "" }),
    gdelt(10),
  ];
  const result = await ledger.importEvents(file(...rows));
  expect(result).toMatchObject({ rows: 10, added: 3, refusedRows: 7 });
  expect(result.refused.map((each) => each.line)).toEqual([2, 3, 4, 5, 6, 8, 9]);
  expect(result.refused.slice(4).map((each) => each.reason)).toEqual([
    "Day is no day between 1789 and 2100",
    "Day is no day between 1789 and 2100",
    "it has no GlobalEventID",
  ]);
  for (const { reason } of result.refused) expect(reason.length).toBeGreaterThan(10);
});

test("a file that is not there, and one that is no table", async () => {
  const ledger = await ledgerWith();
  await expect(ledger.importEvents("/nowhere/a.CSV")).rejects.toMatchObject({ code: "input.missing" });
  await expect(ledger.importEvents(emptyFolder())).rejects.toMatchObject({ code: "input.unreadable" });
  for (const content of ["<html>", "", "PK\u0003\u0004", "name,age\nx,1", "1\t2\t3"])
    await expect(ledger.importEvents(file(content))).rejects.toMatchObject({ code: "events.unknown" });
});

/** One invented row of each kind that has a header, and how its file is written. */
const ROWS: Readonly<Record<string, readonly [delimiter: string, cells: Cells]>> = {
  icews_events: [
    "\t",
    { event_id: "7", event_date: "2018-06-01", source_name: "Arnor", cameo_code: "040", latitude: "NA" },
  ],
  polecat_events: [
    "\t",
    { event_id: "P1", event_date: "2021-02-03", event_type: "CONSULT", actor_name: "Gondor", latitude: "None" },
  ],
  acled_events: [
    ",",
    {
      event_id_cnty: "ARN1",
      event_date: "03 February 2021",
      event_type: "Protests",
      sub_event_type: "Peaceful protest",
      country: "Arnor",
      latitude: "1.5",
      longitude: "2",
      fatalities: "0",
      notes: '"Two lines,\nand ""words"""',
    },
  ],
  atop_obligations: [
    ",",
    {
      ccode1: "2",
      ccode2: "20",
      year: "1950",
      atop_defense: "1",
      atop_offense: "0",
      atop_neutral: "0",
      atop_nonagg: "NA",
      atop_consul: "1",
    },
  ],
  atop_members: [",", { atopid: "9005", member: "2", yrent: "1949", phase: "1" }],
  system_members: [",", { ccode: "2", year: "1950" }],
  un_votes: [",", { rcid: "3", country: "Namibia", country_code: "NA", vote: "abstain" }],
  un_roll_calls: [",", { rcid: "3", session: "1", importantvote: "0", date: "1946-01-01", unres: "A/1" }],
};

test.each(Object.entries(ROWS))(
  "a file of %s is known by its columns and goes into its table",
  async (table, [delimiter, cells]) => {
    const folder = emptyFolder();
    const ledger = await openLedger(folder);
    const heading = namesOf(table)
      .map((name) => `"${name.toUpperCase().replaceAll("_", " ")}"`)
      .join(delimiter);
    const path = file(heading, line(table, cells, delimiter));
    expect(await ledger.importEvents(path)).toMatchObject({ table, rows: 1, added: 1, refused: [] });
    expect(await ledger.importEvents(path)).toMatchObject({ rows: 1, added: 0, refused: [] });
    await ledger.close();
    const [row] = (await rowsOf(folder))[table] as Cells[];
    expect(Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null))).toMatchSnapshot();
  },
);

test("mentions are known by their sixteen cells; the same mention counts once", async () => {
  const ledger = await ledgerWith();
  const mention = (sentence: string): string =>
    line("gdelt_mentions", {
      ...{ GlobalEventID: "5", MentionTimeDate: "20201222101500", MentionType: "1", SentenceID: sentence },
      MentionIdentifier: "https://a.example/1",
    });
  expect(await ledger.importEvents(file(mention("1"), mention("2"), mention("1")))).toMatchObject({
    ...{ table: "gdelt_mentions", rows: 3, added: 2 },
  });
});

test("columns that a file lacks or has too many of do no harm; those that are needed must be there", async () => {
  const ledger = await ledgerWith();
  const heading =
    "event_date,event_id_cnty,region code,event_type,sub_event_type,actor1,country,latitude,longitude,fatalities";
  const row = "2021-02-03,ARN2,x,Battles,Armed clash,Army,Arnor,1,2,3";
  expect(await ledger.importEvents(file(heading, row))).toMatchObject({ table: "acled_events", added: 1 });
  await expect(ledger.importEvents(file(heading.replace(",fatalities", ""), row))).rejects.toMatchObject({
    code: "events.unknown",
  });
});

test("a table of more columns is not taken for that of the system's members", async () => {
  const ledger = await ledgerWith();
  await expect(ledger.importEvents(file("ccode,year,milex", "2,1950,1"))).rejects.toMatchObject({
    code: "events.unknown",
  });
});

const POLECAT = namesOf("polecat_events").join("\t");
const polecat = (id: string, cells: Cells = {}): string =>
  line("polecat_events", { event_id: id, event_date: "2021-02-03", version: "1", ...cells });

test("tabs too many at the end of some rows are cut off; in the middle they shift the cells, and the row is listed", async () => {
  const ledger = await ledgerWith();
  const shifted = polecat("P3", { actor_name: "Gon\tdor" });
  const result = await ledger.importEvents(
    file(
      POLECAT,
      polecat("P1"),
      `${polecat("P2")}\t\t`,
      shifted,
      `${polecat("P4", { latitude: "99" })}\t`,
      polecat("P5"),
    ),
  );
  expect(result).toMatchObject({ rows: 5, added: 3, refusedRows: 2 });
  expect(result.refused.map((each) => each.line)).toEqual([4, 5]);
  expect(result.refused[1].reason).toBe("latitude and longitude are no place on the globe");
});

test("a heading with tabs too many, or with names that no row has a cell for", async () => {
  const ledger = await ledgerWith();
  const wide = await ledger.importEvents(file(`${POLECAT}\t\t`, `${polecat("P1")}\t\t`, `${polecat("P2")}\t\t`));
  expect(wide).toMatchObject({ added: 2, refusedRows: 0 });
  const named = await ledger.importEvents(
    file(`${POLECAT}\tHeadline`.replace("city", "Headline 2\tcity"), polecat("P3")),
  );
  expect(named).toMatchObject({ added: 1, refusedRows: 0 });
  const lone = await ledger.importEvents(file(POLECAT, `${polecat("P4")}\t`, `${polecat("P5")}\t`));
  expect(lone).toMatchObject({ added: 2, refusedRows: 0 });
});

test("a table in gzip is read as it is", async () => {
  const ledger = await ledgerWith();
  const path = join(emptyFolder(), "votes.csv.gz");
  writeFileSync(
    path,
    gzipSync('"rcid","country","country_code","vote"\n3,"Arnor","AR","yes"\n3,"Gondor","GO","maybe"\n'),
  );
  expect(await ledger.importEvents(path)).toMatchObject({
    ...{ table: "un_votes", rows: 2, added: 1 },
    refused: [{ line: 3, reason: "the vote is none of yes, no, abstain, absent" }],
  });
});

test.each(["parquet", "csv", "ndjson"] as const)("event data survives export as %s and import", async (format) => {
  const [folder, exported, imported] = [emptyFolder(), emptyFolder(), emptyFolder()];
  const ledger = await openLedger(folder);
  await ledger.importEvents(
    file(gdelt(741917022000, { ActionGeo_Lat: "55.75", SOURCEURL: "https://a.example/1" }), gdelt(2)),
  );
  await ledger.importEvents(file(POLECAT, polecat("P1", { actor_name: "NULL" })));
  await ledger.export(exported, format);
  await ledger.close();
  await importLedger(exported, imported);
  expect(await rowsOf(imported)).toEqual(await rowsOf(folder));
});

const SHARED = "../shared/data";
const REAL: readonly (readonly [path: string, rows: number])[] = [
  [`${SHARED}/gdelt/20180326044500.export.CSV`, 1540],
  [`${SHARED}/gdelt/20191024143000.export.CSV`, 2111],
  [`${SHARED}/gdelt/icews-events.2018.sample.tab`, 3705],
  [`${SHARED}/votes/atop_alliance.csv.gz`, 273_296],
  [`${SHARED}/votes/cow_members_by_year.csv.gz`, 17_511],
  [`${SHARED}/votes/un_votes.csv.gz`, 870_109],
  [`${SHARED}/votes/un_roll_calls.csv.gz`, 6_203],
];

test.skipIf(!existsSync(SHARED))("real files load whole (skipped without ../shared/data)", async () => {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  for (const [path, rows] of REAL) {
    const result = await ledger.importEvents(path);
    expect([path, result.refused.slice(0, 2), result.added]).toEqual([path, [], result.rows]);
    expect([path, result.rows]).toEqual([path, rows]);
  }
  await ledger.close();
  const { gdelt_events: rows } = (await rowsOf(folder)) as { gdelt_events: { NumMentions: number }[] };
  const lines = REAL.slice(0, 2).flatMap(([path]) => readFileSync(path, "utf8").trimEnd().split("\n"));
  const mentions = lines.map((each) => Number(each.split("\t")[namesOf("gdelt_events").indexOf("NumMentions")]));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  expect(rows).toHaveLength(lines.length);
  expect(sum(rows.map((each) => each.NumMentions))).toBe(sum(mentions));
});
