import { describe, expect, test } from "vitest";
import { datesOf } from "../../../src/coding/dates/index.ts";
import { reportsOf } from "../../../src/coding/events/index.ts";
import { worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

/** Type, status and days of the reports of one sentence told on 5 June 2024. */
function days(tags: Readonly<Record<number, string>>, ...rows: Row[]): string[] {
  const plain = analysisOf(rows);
  const analysis = { ...plain, xpos: plain.xpos.map((tag, token) => tags[token + 1] ?? tag) };
  const sight = worldSight(analysis);
  const dated = { ...sight, document: { ...sight.document, published: "2024-06-05" } };
  return reportsOf(dated, [...worldMentions(analysis), ...datesOf(dated)]).map(
    ({ type, status, date }) => `${type} ${status} ${date ? `${date.from}..${date.to}` : "undated"}`,
  );
}

const attack = (form: string, head: number, relation: string): Row => [form, "VERB", head, relation, "attack"];

describe("the day of an event", () => {
  test("what is going on in the present is of the day it is told", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 3, "nsubj"],
      ["is", "AUX", 3, "aux", "be"],
      attack("attacking", 0, "root"),
      ["West", "PROPN", 3, "obj"],
      [".", "PUNCT", 3, "punct"],
    ];
    expect(days({ 2: "VBZ", 3: "VBG" }, ...rows)).toEqual(["ASSAULT happened 2024-06-04..2024-06-05"]);
    expect(days({ 2: "VBD", 3: "VBG" }, ...rows)).toEqual(["ASSAULT happened undated"]);
  });
  test("what an object is of is no day of the deed", () => {
    const rows = (relation: string, head: number): Row[] => [
      ["Ost", "PROPN", 2, "nsubj"],
      ["reviewed", "VERB", 0, "root", "review"],
      ["events", "NOUN", 2, "obj", "event"],
      ["of", "ADP", 5, "case"],
      ["May", "PROPN", head, relation],
      ["and", "CCONJ", 7, "cc"],
      attack("attacked", 2, "conj"),
      ["West", "PROPN", 7, "obj"],
    ];
    expect(days({ 2: "VBD", 7: "VBD" }, ...rows("nmod", 3))).toEqual(["ASSAULT happened undated"]);
    expect(days({ 2: "VBD", 7: "VBD" }, ...rows("obl", 2))).toEqual(["ASSAULT happened 2024-05-01..2024-05-31"]);
  });
  test("what a participle tells is of the day of its verb, unless it came before", () => {
    const rows = (mark: string): Row[] => [
      ["Ost", "PROPN", 2, "nsubj"],
      ["withdrew", "VERB", 0, "root", "withdraw"],
      ["on", "ADP", 4, "case"],
      ["Monday", "PROPN", 2, "obl"],
      [mark, "SCONJ", 6, "mark"],
      attack("attacking", 2, "advcl"),
      ["West", "PROPN", 6, "obj"],
      [".", "PUNCT", 2, "punct"],
    ];
    expect(days({ 6: "VBG" }, ...rows("after"))).toContain("ASSAULT happened 2024-06-03..2024-06-03");
    expect(days({ 6: "VBG" }, ...rows("before"))).toContain("ASSAULT happened undated");
  });
  test("a clause behind 'since' dates what came before", () => {
    const rows = (mark: string): Row[] => [
      ["Ost", "PROPN", 2, "nsubj"],
      attack("attacked", 0, "root"),
      ["West", "PROPN", 2, "obj"],
      [mark, "SCONJ", 6, "mark"],
      ["he", "PRON", 6, "nsubj"],
      ["spoke", "VERB", 2, "advcl", "speak"],
      ["on", "ADP", 8, "case"],
      ["Monday", "PROPN", 6, "obl"],
      [".", "PUNCT", 2, "punct"],
    ];
    expect(days({ 2: "VBN" }, ...rows("when"))).toEqual(["ASSAULT happened 2024-06-03..2024-06-03"]);
    expect(days({ 2: "VBN" }, ...rows("since"))).toEqual(["ASSAULT happened undated"]);
  });
  test("what was allegedly done is only possible", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 3, "nsubj"],
      ["allegedly", "ADV", 3, "advmod"],
      attack("attacked", 0, "root"),
      ["West", "PROPN", 3, "obj"],
      [".", "PUNCT", 3, "punct"],
    ];
    expect(days({ 3: "VBN" }, ...rows)).toEqual(["ASSAULT hypothetical undated"]);
  });
  test("who is said to be doing something does it", () => {
    const rows = (form: string): Row[] => [
      ["Ost", "PROPN", 3, "nsubj:pass"],
      ["was", "AUX", 3, "aux:pass", "be"],
      ["said", "VERB", 0, "root", "say"],
      ["to", "PART", 6, "mark"],
      [form, "AUX", 6, "aux", form],
      attack("attacking", 3, "xcomp"),
      ["West", "PROPN", 6, "obj"],
      [".", "PUNCT", 3, "punct"],
    ];
    expect(days({ 6: "VBG" }, ...rows("be"))).toEqual(["ASSAULT happened undated"]);
  });
  test("the day of what an answer is to is not its own", () => {
    const rows = (noun: string): Row[] => [
      ["Ost", "PROPN", 2, "nsubj"],
      attack("attacked", 0, "root"),
      ["West", "PROPN", 2, "obj"],
      ["in", "ADP", 5, "case"],
      [noun, "NOUN", 2, "obl"],
      ["to", "ADP", 8, "case"],
      ["Monday", "PROPN", 8, "compound"],
      ["coup", "NOUN", 5, "nmod"],
      [".", "PUNCT", 2, "punct"],
    ];
    expect(days({ 2: "VBN" }, ...rows("response"))).toEqual(["ASSAULT happened undated"]);
    expect(days({ 2: "VBN" }, ...rows("contrast"))).toEqual(["ASSAULT happened 2024-06-03..2024-06-03"]);
  });
  test("what is going on while something else is done is of its day", () => {
    const rows = (mark: string): Row[] => [
      ["Nord", "PROPN", 2, "nsubj"],
      ["spoke", "VERB", 0, "root", "speak"],
      ["on", "ADP", 4, "case"],
      ["Monday", "PROPN", 2, "obl"],
      [mark, "SCONJ", 7, "mark"],
      ["Ost", "PROPN", 7, "nsubj"],
      attack("attacked", 2, "advcl"),
      ["West", "PROPN", 7, "obj"],
      [".", "PUNCT", 2, "punct"],
    ];
    for (const mark of ["as", "when"])
      expect(days({ 7: "VBN" }, ...rows(mark))).toEqual(["ASSAULT happened 2024-06-03..2024-06-03"]);
    expect(days({ 7: "VBN" }, ...rows("because"))).toEqual(["ASSAULT happened undated"]);
  });
  test("talks at which something will be done are planned", () => {
    const rows = (mood: Row): Row[] => [
      ["Nord", "PROPN", 3, "nsubj"],
      mood,
      ["speak", "VERB", 0, "root"],
      ["at", "ADP", 5, "case"],
      ["talks", "NOUN", 3, "obl", "talk"],
      ["between", "ADP", 7, "case"],
      ["Ost", "PROPN", 5, "nmod"],
      ["and", "CCONJ", 9, "cc"],
      ["West", "PROPN", 7, "conj"],
      [".", "PUNCT", 3, "punct"],
    ];
    expect(days({}, ...rows(["will", "AUX", 3, "aux"]))).toEqual(["AGREE planned undated"]);
    expect(days({}, ...rows(["often", "ADV", 3, "advmod"]))).toEqual(["CONSULT happened undated"]);
  });
});
