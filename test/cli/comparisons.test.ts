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
  const data = join(await emptyFolder(), "data");
  const empty = await entente(["blocs", "--data", data]);
  expect(empty.stderr).toMatch(/holds nothing on any two states/);
  await entente(["add", join(import.meta.dirname, "..", "desk", "documents"), "--data", data]);
  const blocs = await entente(["blocs", "--from", "2020-12-01", "--to", "2020-12-31", "--data", data]);
  expect(blocs.stdout).toMatch(/^Blocs, 2020-12-01 to 2020-12-31\n/);
  const unknown = await entente(["readouts", "i0", "--data", data, "--json"]);
  expect(JSON.parse(unknown.stderr).error.code).toBe("incident.unknown");
  expect(unknown.code).toBe(3);
});
