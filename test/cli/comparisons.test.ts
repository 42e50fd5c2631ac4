import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { blocsCsv, blocsText } from "../../src/cli/blocs-text.ts";
import { readoutsCsv, readoutsText } from "../../src/cli/readouts-text.ts";
import { blocsSvg, readoutsSvg } from "../../src/desk/index.ts";
import type { ReadoutsView } from "../../src/schema/index.ts";
import { FakeDesk } from "../support/fake-desk.ts";
import { emptyFolder, entente } from "./command.ts";

const statement = (text: string, at: number) => ({
  id: `s${at}`,
  text,
  span: [at, at + text.length] as [number, number],
});

const READOUTS: ReadoutsView = {
  incident: "i-call",
  first: {
    source: {
      document: "d-east",
      publisher: "Eastern Daily",
      side: "CHN",
      title: "The leaders spoke",
      published: "2020-12-28",
    },
    statements: 2,
    tone: 2.5,
    reportsIncident: true,
  },
  second: { source: { document: "d-nameless" }, statements: 2, reportsIncident: false },
  shared: [
    {
      first: statement("to extend the gas contract", 10),
      second: statement('to "prolong" the contract, for gas', 40),
      similarity: 0.5,
      onlyFirst: ["extend"],
      onlySecond: ["prolong"],
      differentWords: true,
    },
  ],
  onlyFirst: [statement("that the border is quiet", 60)],
  onlySecond: [],
  others: [{ document: "d-post", publisher: "The Harbour Post", side: "GBR" }],
};

test("two accounts as text, CSV and figure", async () => {
  const text = `${readoutsText(READOUTS)}\n== CSV\n${readoutsCsv(READOUTS)}`;
  await expect(text).toMatchFileSnapshot("snapshots/readouts.txt");
  expect(readoutsSvg(READOUTS)).toMatch(/<title>2020-12-28: the accounts of Eastern Daily and d-nameless<\/title>/);
});

test("blocs as text, CSV and figure", async () => {
  const view = await new FakeDesk().blocs({});
  await expect(`${blocsText(view)}\n== CSV\n${blocsCsv(view)}`).toMatchFileSnapshot("snapshots/blocs.txt");
  expect(blocsSvg(view)).toMatch(/data-state="KOR"/);
});

test("without blocs, and where nobody can be said to have moved, the reason is told", async () => {
  const view = await new FakeDesk().blocs({});
  expect(blocsText({ ...view, members: [], reason: "too few pairs" })).toMatch(/No blocs: too few periods, or states/);
  expect(blocsText({ ...view, moves: [], movesReason: "too few pairs" })).toMatch(/Who moved since .*: can't be said/);
  expect(blocsText({ ...view, moves: [] })).toMatch(/Who moved since .*: nobody\./);
});

test("entente blocs and entente readouts answer over a ledger, and name what is not there", async () => {
  const data = await emptyFolder();
  const empty = await entente(["blocs", "--data", data]);
  expect(empty.stderr).toMatch(/holds nothing on any two states/);
  await entente(["add", join(import.meta.dirname, "..", "desk", "documents"), "--data", data]);
  const blocs = await entente(["blocs", "--from", "2020-12-01", "--to", "2020-12-31", "--data", data]);
  expect(blocs.stdout).toMatch(/^Blocs, 2020-12-01 to 2020-12-31\n/);
  const unknown = await entente(["readouts", "i0", "--data", data, "--json"]);
  expect(JSON.parse(unknown.stderr).error.code).toBe("incident.unknown");
  expect(unknown.code).toBe(3);
});

test("entente similarity prints a table of one dyad, all dyads as CSV or JSON lines, and refuses what it can't do", async () => {
  const folder = await emptyFolder();
  const votes = join(folder, "votes.csv");
  const rows = ["1,US,yes", "1,RU,no", "1,FR,abstain", "2,US,no", "2,RU,no", "2,FR,no"];
  await writeFile(votes, `rcid,country_code,vote\n${rows.join("\n")}\n`);
  const dyad = await entente(["similarity", "US", "RU", "--votes", votes]);
  expect(dyad.stdout).toMatch(/^RU and US\n {2}period {2}items {2}agreement .*\n {2}all +2 +0\.500 /);
  const csv = await entente(["similarity", "--votes", votes, "--csv"]);
  expect(csv.stdout.trimEnd().split("\n")).toHaveLength(4);
  expect(csv.stdout).toMatch(/\nall,RU,US,2,0\.5,0,/);
  const [first] = (await entente(["similarity", "--votes", votes, "--json"])).stdout.split("\n");
  expect(JSON.parse(first)).toMatchObject({ period: "all", a: "FR", b: "RU", items: 2 });
  const points = await entente(["similarity", "--votes", votes, "--ideal-points", "--poles", "RU,US"]);
  expect(points.stdout).toMatch(/^all: no value, fewer than 10 states, or 10 votes/);
  for (const [args, words] of [
    [["--votes", votes], /all dyads are too many for a table/],
    [["US", "--votes", votes, "--csv"], /give two states, or none/],
    [["US", "RU"], /give either --votes or --alliances/],
    [["--votes", votes, "--ideal-points"], /--poles RUS,USA/],
  ] as const) {
    const outcome = await entente(["similarity", ...args]);
    expect(outcome.stderr).toMatch(words);
    expect(outcome.code).toBe(2);
  }
});
