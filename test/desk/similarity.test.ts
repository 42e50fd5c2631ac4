import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  alliancePositions,
  idealPointRows,
  loadKnowledge,
  type SimilarityRow,
  similarityRows,
  votePositions,
} from "../../src/desk/index.ts";
import type { Knowledge } from "../../src/knowledge/index.ts";
import { EntenteError } from "../../src/schema/index.ts";

let folder: string;
let knowledge: Knowledge;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-similarity-"));
  knowledge = await loadKnowledge();
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function all<T>(periods: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const period of periods) rows.push(...period);
  return rows;
}

const VOTES = [
  "rcid,country,country_code,vote",
  ...["1,United States,US,yes", '1,"Bosnia & Herzegovina",BA,yes', "1,Russia,RU,no"],
  ...["2,United States,US,no", '2,"Bosnia & Herzegovina",BA,abstain', "2,Russia,RU,yes"],
  ...["3,United States,US,absent", '3,"Bosnia & Herzegovina",BA,yes', "3,Russia,RU,yes"],
  ...["4,China,CN,yes", "4,Russia,RU,no", "5,China,CN,yes", "5,Russia,RU,yes"],
  ...["6,Yemen Arab Republic,,yes", "6,Russia,RU,yes", ""],
].join("\n");
const CALLS = [
  "rcid,session,date",
  ...[
    "1,70,2015-10-01",
    "2,70,2016-02-01",
    "3,70,2016-03-01",
    "4,26,1971-10-24",
    "5,26,1971-10-25",
    "6,2,1947-11-01",
    "",
  ],
].join("\n");

describe("votes from files", () => {
  test("states go by their codes, periods by the dates of the roll calls, absences are dropped", async () => {
    const [votes, rollCalls] = [await file("votes.csv.gz", gzipSync(VOTES)), await file("calls.csv", CALLS)];
    const table = await votePositions({ votes, rollCalls, by: "year" }, knowledge);
    expect([...table.periods.keys()]).toEqual(["1947", "1971", "2015", "2016"]);
    expect(table.levels).toEqual([1, 2, 3]);
    expect(table.periods.get("2016")).toEqual([
      { state: "USA", item: "2", level: 1 },
      { state: "BIH", item: "2", level: 2 },
      { state: "RUS", item: "2", level: 3 },
      { state: "BIH", item: "3", level: 3 },
      { state: "RUS", item: "3", level: 3 },
    ]);
    expect(table.periods.get("1971")?.map(({ state }) => state)).toEqual(["ROC", "RUS", "CHN", "RUS"]);
    const bySession = await votePositions({ votes, rollCalls, by: "session" }, knowledge);
    expect([...bySession.periods.keys()]).toEqual(["2", "26", "70"]);
  });

  test("one dyad or all, within the years asked for, each value with its reason where there is none", async () => {
    const [votes, rollCalls] = [await file("votes.csv", VOTES), await file("calls.csv", CALLS)];
    const table = await votePositions({ votes, rollCalls, by: "year" }, knowledge);
    const [row, ...rest] = await all(similarityRows(table, { dyad: ["Russia", "USA"], from: 2016 }));
    expect(rest).toEqual([]);
    expect(row).toMatchObject({
      period: "2016",
      a: "RUS",
      b: "USA",
      items: 1,
      values: { agreement: 0, "S absolute": -1 },
    });
    expect(row.reasons["tau-b"]).toBe("no variation");
    expect(await all(similarityRows(table, { to: 2015, from: 2015 }))).toHaveLength(3);
  });

  test.each([
    ["a state without positions", ["CHN", "Atlantis"], "state.absent"],
    ["one state twice", ["RU", "Russia"], "state.absent"],
    ["one state by two names", ["RUS", "Russia"], "dyad.same"],
  ] as const)("%s is refused", async (_, dyad, code) => {
    const table = await votePositions({ votes: await file("votes.csv", VOTES), by: "year" }, knowledge);
    await expect(all(similarityRows(table, { dyad }))).rejects.toMatchObject({ code });
  });

  test.each([
    ["a missing file", "", "input.missing", /no file or folder/],
    ["an empty file", "\n", "input.empty", /holds no text/],
    ["other columns", "rcid,country\n1,US\n", "table.columns", /no column country_code, vote \(it has rcid, country\)/],
    ["a vote that is none", "rcid,country_code,vote\n1,US,maybe\n", "table.value", /Line 2 of .*: "maybe" is no vote/],
    ["a cell too many", "rcid,country_code,vote\n1,US,yes,2\n", "table.row", /Line 2 has 4 cells, not 3/],
    ["an open quotation mark", 'rcid,country_code,vote\n1,"US,yes\n', "table.malformed", /can't be read as a table/],
    ["a row of nobody", "rcid,country_code,vote\n1,,yes\n", "table.value", /is no country_code/],
  ])("%s is named", async (name, text, code, words) => {
    const votes = text === "" ? join(folder, "none.csv") : await file(`${name.replaceAll(" ", "-")}.csv`, text);
    const thrown = await votePositions({ votes, by: "year" }, knowledge).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(EntenteError);
    expect(thrown).toMatchObject({ code, message: expect.stringMatching(words) });
  });

  test("a file that ends in .gz and is not gzipped is named", async () => {
    const votes = await file("plain.csv.gz", VOTES);
    await expect(votePositions({ votes, by: "year" }, knowledge)).rejects.toMatchObject({ code: "table.malformed" });
  });
});

const FLAGS = "atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul";

describe("alliances from files", () => {
  test("each member's obligations towards each member, itself included, by the strongest", async () => {
    const alliances = await file(
      "atop.csv",
      `ccode1,ccode2,year,${FLAGS}\n2,200,1950,1,0,0,0,0\n200,2,1950,0,0,0,1,0\n`,
    );
    const members = await file("members.csv", "ccode,year\n2,1950\n200,1950\n365,1950\n");
    const names = "ccode,stateabb,statenme\n2,USA,United States of America\n200,UKG,United Kingdom\n365,RUS,Russia\n";
    const states = await file("states.csv", names);
    const table = await alliancePositions({ alliances, members, states }, knowledge);
    const levels = table.periods.get("1950")?.map(({ state, item, level }) => `${state} ${item} ${level}`);
    expect(levels).toEqual([
      ...["USA USA 3", "USA GBR 3", "USA RUS 0"],
      ...["GBR USA 1", "GBR GBR 3", "GBR RUS 0"],
      ...["RUS USA 0", "RUS GBR 0", "RUS RUS 3"],
    ]);
    const bare = await alliancePositions({ alliances }, knowledge);
    expect(bare.periods.get("1950")).toHaveLength(4);
    const [row] = await all(similarityRows(bare, { dyad: ["2", "200"] }));
    expect(row.items).toBe(2);
  });

  test("a flag that is none is named", async () => {
    const alliances = await file("bad.csv", `ccode1,ccode2,year,${FLAGS}\n2,200,1950,often,0,0,0,0\n`);
    await expect(alliancePositions({ alliances }, knowledge)).rejects.toMatchObject({ code: "table.value" });
  });
});

test("ideal points of two camps: the poles fix the sign, too few votes give the reason", async () => {
  const camps = Array.from({ length: 12 }, (_, state) => `S${String(state).padStart(2, "0")}`);
  const lines = Array.from({ length: 24 }, (_, item) =>
    camps.map((code, at) => `${item},${code},${at < 6 === (item + at) % 7 > 0 ? "yes" : "no"}`),
  );
  const votes = await file("camps.csv", `rcid,country_code,vote\n${lines.flat().join("\n")}\n`);
  const table = await votePositions({ votes, by: "year" }, knowledge);
  const points = await all(idealPointRows(table, ["S11", "S00"]));
  const at = (state: string): number =>
    points.flatMap((row) => (row.reason === undefined && row.state === state ? [row.point] : []))[0];
  expect(at("S00")).toBeGreaterThan(0);
  expect(at("S11")).toBeLessThan(0);
  const few = await votePositions({ votes: await file("votes.csv", VOTES), by: "year" }, knowledge);
  expect(await all(idealPointRows(few, ["RUS", "USA"]))).toEqual([{ period: "all", reason: "no items" }]);
});

const SHARED = join(import.meta.dirname, "../../../shared/data/votes");
const absent = !existsSync(SHARED);
if (absent) console.log("skipped: the vote data are not beside the project (../shared/data)");

test.skipIf(absent)("values of the General Assembly come out of the files as published", async () => {
  const files = { votes: join(SHARED, "un_votes.csv.gz"), rollCalls: join(SHARED, "un_roll_calls.csv.gz") };
  const table = await votePositions({ ...files, by: "year" }, knowledge);
  const rows = await all(similarityRows(table, { dyad: ["China", "Russia"], from: 1971, to: 1972 }));
  const value = (row: SimilarityRow): number[] => [row.items, row.values.agreement ?? 0, row.values["tau-b"] ?? 0];
  expect(value(rows[0])[0]).toBe(50);
  expect(value(rows[0])[1]).toBeCloseTo(0.8, 9);
  expect(value(rows[0])[2]).toBeCloseTo(0.648453587, 9);
  expect(value(rows[1])[2]).toBeCloseTo(0.2811029095, 9);
});
