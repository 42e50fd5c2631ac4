import { describe, expect, test } from "vitest";
import { reportsOf } from "../../../src/coding/events/index.ts";
import type { Sight } from "../../../src/coding/types.ts";
import { worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

const talks = (verb: string, head = 0, relation = "root"): Row[] => [
  ["Ost", "PROPN", 2, "nsubj"],
  ["held", "VERB", head, relation, verb],
  ["talks", "NOUN", 2, "obj", "talk"],
  ["with", "ADP", 5, "case"],
  ["West", "PROPN", 3, "nmod"],
  [".", "PUNCT", 2, "punct"],
];

/** The dates of a text published on 16 April; every verb is a simple past. */
function dates(publisher: string, ...sentences: Row[][]): (string | undefined)[] {
  const plain = analysisOf(...sentences);
  const analysis = { ...plain, xpos: plain.upos.map((upos) => (upos === "VERB" ? "VBD" : "_")) };
  const sight = worldSight(analysis, "2020-04-16");
  const outletOf = (name: string) => (name === "The Ost Gazette" ? { name } : undefined);
  const told = {
    ...sight,
    document: { ...sight.document, publisher },
    knowledge: { ...sight.knowledge, outletOf },
  } as unknown as Sight;
  return reportsOf(told, worldMentions(analysis)).map(({ date }) => date && `${date.from}..${date.to}`);
}

const HEADLINE: Row[] = [
  ["Talks", "NOUN", 0, "root", "talk"],
  ["today", "NOUN", 1, "nmod"],
];

describe("an undated lead in the past", () => {
  test("was on the day of publication where a party tells of its own talks", () => {
    expect(dates("Ministry of Ost", talks("hold"))).toEqual(["2020-04-16..2020-04-16"]);
  });
  test("was that day or the day before in the news", () => {
    expect(dates("The Ost Gazette", talks("hold"))).toEqual(["2020-04-15..2020-04-16"]);
  });
  test("is looked for behind a headline", () => {
    expect(dates("Ministry of Ost", HEADLINE, talks("hold"))).toContain("2020-04-16..2020-04-16");
  });
  test("is the first sentence only", () => {
    const other: Row[] = [
      ["Rain", "NOUN", 2, "nsubj"],
      ["fell", "VERB", 0, "root", "fall"],
      [".", "PUNCT", 2, "punct"],
    ];
    expect(dates("Ministry of Ost", other, talks("hold"))).toEqual([undefined]);
  });
  test("is not one that looks back", () => {
    const once: Row[] = [["Once", "ADV", 3, "advmod", "once"], ...talks("hold").map(shifted)];
    expect(dates("Ministry of Ost", once)).toEqual([undefined]);
  });
});

function shifted([form, upos, head, relation, lemma]: Row): Row {
  return lemma === undefined
    ? [form, upos, head === 0 ? 0 : head + 1, relation]
    : [form, upos, head === 0 ? 0 : head + 1, relation, lemma];
}
