import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadModel } from "../../src/language/index.ts";
import { applyEdit, editBetween, editText, parseEdit } from "../../src/language/morphology/edit.ts";
import { agree, featureValue } from "../../src/language/morphology/features.ts";
import { Lemmatiser } from "../../src/language/morphology/lemmas.ts";
import { knownBase } from "../../src/language/morphology/regular.ts";
import { learnLemmas } from "../../training/text/morphology.ts";

describe("edits", () => {
  test.each([
    ["signed", "sign", "l2"],
    ["Ministers", "minister", "l1"],
    ["States", "State", "k1"],
    ["went", "go", "l4go"],
    ["IRAQ", "Iraq", "t0"],
  ])("%s to %s", (form, lemma, text) => {
    expect(editText(editBetween(form, lemma))).toBe(text);
    expect(applyEdit(form, parseEdit(text))).toBe(lemma);
  });

  test("an edit between any two words leads from one to the other", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "B", "c", "é", "-"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (form, lemma) => {
        expect(applyEdit(form, parseEdit(editText(editBetween(form, lemma))))).toBe(lemma);
      }),
    );
  });
});

describe("lemmas of the small model", () => {
  const { lemmas } = loadModel(readFileSync("model/small.entente"));

  test.each([
    ["ministers", "NNS", "minister"],
    ["said", "VBD", "say"],
    ["met", "VBD", "meet"],
    ["n't", "RB", "not"],
    ["’s", "VBZ", "be"],
    ["countries", "NNS", "country"],
    ["signing", "VBG", "sign"],
    ["largest", "JJS", "large"],
    ["Moscow", "NNP", "Moscow"],
    ["35,000", "CD", "35000"],
    ["their", "PRP$", "their"],
    ["sanctioned", "VBN", "sanction"],
    ["accuses", "VBZ", "accuse"],
  ])("%s as %s is %s", (form, xpos, lemma) => {
    expect(lemmas.lemma(form, xpos)).toBe(lemma);
  });
});

test("rules carry over to forms that were never seen", () => {
  const words = ["walked walk", "talked talk", "worked work", "went go", "went go"].map((pair) => {
    const [form, lemma] = pair.split(" ");
    return {
      form,
      lemma,
      upos: "VERB",
      xpos: "VBD",
      features: "_",
      head: 0,
      relation: "root",
      spaceAfter: true,
      joined: false,
    };
  });
  const lemmatiser = Lemmatiser.parse(learnLemmas([{ comments: [], words }], 1));
  expect(lemmatiser.lemma("linked", "VBD")).toBe("link");
  expect(lemmatiser.lemma("went", "VBD")).toBe("go");
});

describe("regular bases", () => {
  const WORDS = new Set("blast shout rule slam bomb try refuse echo battery hop hope she".split(" "));
  const base = (form: string, xpos: string, lemma: string): string =>
    knownBase(form, xpos, lemma, (word) => WORDS.has(word));

  test.each([
    ["blasted", "VBD", "blaste", "blast"],
    ["Shouting", "VBG", "shoute", "shout"],
    ["ruled", "VBN", "rul", "rule"],
    ["slammed", "VBD", "slamm", "slam"],
    ["bombing", "VBG", "bom", "bomb"],
    ["tried", "VBD", "trie", "try"],
    ["echoed", "VBD", "echoed", "echo"],
    ["batteries", "NNS", "batterie", "battery"],
  ])("%s (%s) comes back from %s to %s", (form, xpos, lemma, wanted) => {
    expect(base(form, xpos, lemma)).toBe(wanted);
  });

  test.each([
    ["hoped", "VBD", "hope"],
    ["shed", "VBD", "shed"],
    ["gorbled", "VBD", "gorble"],
    ["Borlanders", "NNS", "Borlander"],
    ["blasted", "JJ", "blasted"],
  ])("%s (%s) keeps its lemma %s", (form, xpos, lemma) => {
    expect(base(form, xpos, lemma)).toBe(lemma);
  });
});

describe("features", () => {
  test("a verb agrees with its subject", () => {
    expect(agree("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "Plur", "1")).toBe(
      "Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin",
    );
  });

  test("a value is found by its whole name", () => {
    expect(featureValue("NumType=Card|Number=Sing", "Number")).toBe("Sing");
    expect(featureValue("_", "Number")).toBe("");
  });
});
