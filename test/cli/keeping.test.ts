import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Freeze, Recoding, Verification } from "../../src/schema/index.ts";
import { emptyFolder, entente } from "./command.ts";

/** Each command starts a process of its own. */
const MANY_COMMANDS = { timeout: 180_000 };

const DOCUMENTS = join(import.meta.dirname, "..", "desk", "documents");

/** A data folder with three documents. */
async function filled(): Promise<string> {
  const data = join(await emptyFolder(), "data");
  await entente(["add", DOCUMENTS, "--data", data]);
  return data;
}

test.each([
  ["verify", []],
  ["backup", ["copy"]],
  ["export", ["out"]],
  ["freeze", ["one"]],
  ["recode", []],
])("%s of a data folder that is not there says so, and makes none", async (command, args) => {
  const folder = await emptyFolder();
  const data = join(folder, "entente-dta");
  const outcome = await entente([command, ...args.map((name) => join(folder, name)), "--data", data]);
  expect(outcome.stderr).toContain(`There is no data folder at ${data}.`);
  expect(outcome.code).toBe(5);
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ["search", ["summit"]],
  ["measure", ["CHN", "RUS"]],
  ["brief", ["CHN", "RUS"]],
  ["blocs", []],
])("%s in a data folder that is not there says so, and makes none", async (command, args) => {
  const folder = await emptyFolder();
  const data = join(folder, "entente-dta");
  const outcome = await entente([command, ...args, "--data", data]);
  expect(outcome.stderr).toContain(`There is no data folder at ${data}.`);
  expect(outcome.code).toBe(5);
  expect(await readdir(folder)).toEqual([]);
});

test("verify says that a ledger is whole, or what is damaged and what to do", async () => {
  const data = await filled();
  const whole = await entente(["verify", "--data", data]);
  expect(whole.stdout).toMatch(/^Whole: 3 documents, 3 originals, \d+ spans gone through\.\n$/);
  expect(whole.code).toBe(0);
  const [folder] = await readdir(join(data, "originals"));
  const [name] = await readdir(join(data, "originals", folder));
  await rm(join(data, "originals", folder, name));
  const damaged = await entente(["verify", "--data", data]);
  expect(damaged.stdout).toMatch(/^Damaged: .*1 problem\./);
  expect(damaged.stdout).toContain(
    `the original ${name} is missing\n  Copy originals/${folder}/${name} back from a backup`,
  );
  expect(damaged.code).toBe(1);
  const json = await entente(["verify", "--data", data, "--json"]);
  expect(Verification.parse(JSON.parse(json.stdout)).damage).toHaveLength(1);
});

test("backup, restore, export and import: the same ledger again", MANY_COMMANDS, async () => {
  const data = await filled();
  const at = (name: string): string => join(data, "..", name);
  expect((await entente(["backup", at("backup"), "--data", data])).stdout).toContain("Backed up to");
  expect((await entente(["restore", at("backup"), "--data", at("again")])).stdout).toContain("Restored to");
  expect((await entente(["export", at("csv"), "--format", "csv", "--data", data])).code).toBe(0);
  expect((await entente(["import", at("csv"), "--data", at("imported")])).stdout).toContain("Imported to");
  for (const name of ["again", "imported"])
    expect((await entente(["verify", "--data", at(name)])).stdout).toMatch(/^Whole: 3 documents/);
  const occupied = await entente(["backup", at("csv"), "--data", data]);
  expect(occupied.stderr).toContain("is not empty");
  expect(occupied.code).toBe(5);
  const gdelt = await entente(["export", at("a.CSV"), "--format", "gdelt", "--data", data]);
  expect(gdelt.stdout).toMatch(/^\d+ rows? written to/);
});

test("import tells the kind of event data by its columns, and lists what doesn't fit", async () => {
  const folder = await emptyFolder();
  const [file, data] = [join(folder, "votes.csv"), join(folder, "data")];
  await writeFile(file, "rcid,country,country_code,vote\n1,Arnor,AR,yes\n1,Gondor,GO,perhaps\n");
  const first = await entente(["import", file, "--data", data]);
  expect(first.stdout).toBe(`${file}: UN votes; 2 rows, 1 added, 0 known already, 1 refused\n`);
  expect(first.stderr).toContain("refused: line 3: the vote is none of yes, no, abstain, absent");
  expect(first.code).toBe(1);
  const other = await entente(["import", join(DOCUMENTS, "patrol.md"), "--data", data]);
  expect(other.stderr).toContain("is no event data that Entente knows");
  expect(other.code).toBe(3);
});

test("a freeze prints its digest, the same twice, and measure and brief answer over it", MANY_COMMANDS, async () => {
  const data = await filled();
  const period = ["--from", "2020-12-01", "--to", "2020-12-31"];
  const one = await entente(["freeze", "one", ...period, "--data", data, "--json"]);
  const two = await entente(["freeze", "two", ...period, "--data", data, "--json"]);
  const { digest, path } = Freeze.parse(JSON.parse(one.stdout));
  expect(Freeze.parse(JSON.parse(two.stdout)).digest).toBe(digest);
  expect((await entente(["freeze", "--list", "--data", data])).stdout).toContain(digest.slice(0, 16));
  expect((await entente(["freeze", "one", "--verify", "--data", data])).stdout).toContain("one: as it was made");
  const [frozen, live] = [
    await entente(["brief", "CHN", "RUS", ...period, "--data", data, "--freeze", "one"]),
    await entente(["brief", "CHN", "RUS", ...period, "--data", data]),
  ];
  expect(frozen.stdout).toBe(live.stdout);
  const measured = await entente(["measure", "CHN", "RUS", ...period, "--data", data, "--freeze", "one", "--json"]);
  expect(JSON.parse(measured.stdout).dyad).toEqual(["CHN", "RUS"]);
  const written = await entente(["add", join(DOCUMENTS, "patrol.md"), "--data", path]);
  expect(written.stderr).toContain("is a freeze, and nothing is written into one");
  const unknown = await entente(["measure", "CHN", "RUS", "--data", data, "--freeze", "three"]);
  expect([unknown.code, unknown.stderr]).toEqual([3, expect.stringContaining("There is no freeze three")]);
  expect((await entente(["freeze", "one", "--delete", "--data", data])).stdout).toBe("one is deleted\n");
  expect((await entente(["freeze", "../x", "--data", data])).code).toBe(2);
  expect((await entente(["freeze", "--data", data])).stderr).toContain("a freeze needs a name");
});

test("recode shows what would be otherwise and leaves the ledger alone until --take", async () => {
  const data = await filled();
  const shown = await entente(["recode", "--data", data]);
  expect(shown.stdout).toMatch(/^3 documents coded by /);
  expect(shown.stdout).toContain("Nothing was changed; --take takes it.");
  const taken = await entente(["recode", "--take", "--json", "--data", data]);
  expect(Recoding.parse(JSON.parse(taken.stdout))).toMatchObject({ taken: true, rows: [] });
  const csv = await entente(["recode", "--csv", "--data", data]);
  expect(csv.stdout).toBe("kind,change,id,document,before,after,fields,words\n");
  expect(await readFile(join(data, "entente.json"), "utf8")).toContain('"ledger"');
});
