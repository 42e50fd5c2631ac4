import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildKnowledge, INCIDENT_KINDS } from "../../src/knowledge/index.ts";
import { WORLD } from "../support/world.ts";

const TABLE = readFileSync(join(import.meta.dirname, "../../knowledge/kinds.tsv"), "utf8");
const { kinds } = buildKnowledge({ ...WORLD, "kinds.tsv": TABLE });
const told = (words: string): string[] => kinds.filter(({ tells }) => tells(words)).map(({ kind }) => kind);

test("every kind that rules and depth ask for has a row, and what recurs is a series", () => {
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(INCIDENT_KINDS));
  expect(kinds.filter(({ isSeries }) => isSeries).map(({ kind }) => kind)).toEqual(["patrol", "exercise"]);
});

test.each([
  ["the two air forces PATROLLED the strait together", ["patrol"]],
  ["Arvania gave Borland two patrol boats", []],
  ["it sent patrol boats after its joint patrol", ["patrol"]],
  ["the war\n games in the north", ["exercise"]],
  ["Arvania called on Borland to exercise restraint", []],
  ["the presidents signed a defence pact", ["treaty", "binding"]],
  ["they marked the anniversary of the treaty", []],
  ["the constructor of the impact", []],
])("%s", (words, expected) => {
  expect(told(words)).toEqual(expected);
});

test("words that hold none of a kind's first words never tell of it", () => {
  for (const { tells, firstWords } of kinds) {
    const others = (words: string): string =>
      firstWords.reduce((left, word) => left.replaceAll(new RegExp(word, "giu"), "x"), words);
    const rows = TABLE.split("\n").flatMap((line) => line.split("\t").slice(1, 5));
    const phrases = rows.flatMap((cell) => cell.split("|"));
    expect(phrases.some((phrase) => tells(phrase))).toBe(true);
    expect(phrases.filter((phrase) => tells(others(phrase)))).toEqual([]);
  }
});

const HEADER = "kind\twords\texcept\tseries\texample\tsource\n";

test.each([
  ["an unknown kind", "parade\tparade\t\t\ta parade\ts", '"parade" is no kind'],
  ["words that don't find the example", "patrol\tpatrol\tpatrol boat\t\ta patrol boat\ts", "the words don't find"],
  ["no words", "patrol\t\t\t\ta patrol\ts", '"words" is empty'],
  ["another series than a yearly one", "patrol\tpatrol\t\tdaily\ta patrol\ts", '"daily" is no series'],
])("%s is refused with its line", (_, row, detail) => {
  const build = () => buildKnowledge({ ...WORLD, "kinds.tsv": `${HEADER}${row}\n` });
  expect(build).toThrow(`knowledge/kinds.tsv:2: `);
  expect(build).toThrow(detail);
});
