import { describe, expect, it } from "vitest";
import { analysisOf } from "../../support/trees.ts";
import { told } from "./support.ts";

describe("quotations in hand-written trees", () => {
  it("takes a clause with that", () => {
    const analysis = analysisOf([
      ["Gondor", "PROPN", 3, "nsubj"],
      ["has", "AUX", 3, "aux", "have"],
      ["said", "VERB", 0, "root", "say"],
      ["that", "SCONJ", 7, "mark"],
      ["Mordor", "PROPN", 7, "nsubj"],
      ["will", "AUX", 7, "aux"],
      ["attack", "VERB", 3, "ccomp"],
      [".", "PUNCT", 3, "punct"],
    ]);
    expect(told(analysis)).toEqual(["Gondor | has said | that Mordor will attack (indirect)"]);
  });

  it("takes the sentence around a cue that stands aside", () => {
    const analysis = analysisOf([
      ["The", "DET", 2, "det"],
      ["army", "NOUN", 7, "nsubj"],
      [",", "PUNCT", 5, "punct"],
      ["he", "PRON", 5, "nsubj"],
      ["said", "VERB", 7, "parataxis", "say"],
      [",", "PUNCT", 5, "punct"],
      ["retreated", "VERB", 0, "root", "retreat"],
      [".", "PUNCT", 7, "punct"],
    ]);
    expect(told(analysis)).toEqual(["he | said | The army + retreated (indirect)"]);
  });

  it("links a quotation to the cue behind it, and what follows the cue's sentence", () => {
    const analysis = analysisOf(
      [
        ["“", "PUNCT", 3, "punct"],
        ["We", "PRON", 3, "nsubj"],
        ["stay", "VERB", 7, "ccomp"],
        [",", "PUNCT", 3, "punct"],
        ["”", "PUNCT", 3, "punct"],
        ["Elrond", "PROPN", 7, "nsubj"],
        ["said", "VERB", 0, "root", "say"],
        [".", "PUNCT", 7, "punct"],
      ],
      [
        ["“", "PUNCT", 6, "punct"],
        ["Nobody", "PRON", 6, "nsubj"],
        ["will", "AUX", 6, "aux"],
        ["ever", "ADV", 6, "advmod"],
        ["not", "PART", 6, "advmod"],
        ["fight", "VERB", 0, "root"],
        [".", "PUNCT", 6, "punct"],
        ["”", "PUNCT", 6, "punct"],
      ],
    );
    expect(told(analysis)).toEqual(["Elrond | said | “We stay,” + “Nobody will ever not fight.” (direct)"]);
  });

  it("reads according to at either end", () => {
    const analysis = analysisOf([
      ["Orcs", "NOUN", 2, "nsubj"],
      ["fled", "VERB", 0, "root", "flee"],
      [",", "PUNCT", 2, "punct"],
      ["according", "VERB", 7, "case", "accord"],
      ["to", "ADP", 4, "fixed"],
      ["the", "DET", 7, "det"],
      ["ministry", "NOUN", 2, "obl"],
      [".", "PUNCT", 2, "punct"],
    ]);
    expect(told(analysis)).toEqual(["the ministry | according to | Orcs fled (indirect)"]);
  });

  it("keeps words in marks inside of a clause as a mixed quotation", () => {
    const analysis = analysisOf([
      ["Rohan", "PROPN", 2, "nsubj"],
      ["called", "VERB", 0, "root", "call"],
      ["the", "DET", 4, "det"],
      ["pact", "NOUN", 2, "obj"],
      ["“", "PUNCT", 7, "punct"],
      ["a", "DET", 7, "det"],
      ["trap", "NOUN", 2, "xcomp"],
      ["”", "PUNCT", 7, "punct"],
      [".", "PUNCT", 2, "punct"],
    ]);
    expect(told(analysis)).toEqual(["Rohan | called | the pact “a trap” (mixed)"]);
  });

  it("leaves a word in scare quotes alone, and a belief", () => {
    const scare = analysisOf([
      ["The", "DET", 4, "det"],
      ["“", "PUNCT", 4, "punct"],
      ["free", "ADJ", 4, "amod"],
      ["”", "PUNCT", 3, "punct"],
      ["city", "NOUN", 6, "nsubj"],
      ["fell", "VERB", 0, "root", "fall"],
    ]);
    const belief = analysisOf([
      ["They", "PRON", 2, "nsubj"],
      ["believe", "VERB", 0, "root"],
      ["he", "PRON", 4, "nsubj"],
      ["won", "VERB", 2, "ccomp", "win"],
    ]);
    expect([told(scare), told(belief)]).toEqual([[], []]);
  });

  it("gives the outlet through which quoted words came", () => {
    const analysis = analysisOf([
      ["The", "DET", 3, "det"],
      ["Gondor", "PROPN", 3, "compound"],
      ["Gazette", "PROPN", 4, "nsubj"],
      ["quoted", "VERB", 0, "root", "quote"],
      ["Sauron", "PROPN", 4, "obj"],
      ["stating", "VERB", 5, "acl", "state"],
      ["“", "PUNCT", 9, "punct"],
      ["I", "PRON", 9, "nsubj"],
      ["rule", "VERB", 6, "ccomp"],
      ["”", "PUNCT", 9, "punct"],
    ]);
    expect(told(analysis)).toEqual(["Sauron via Gondor Gazette | stating | “I rule” (direct)"]);
  });
});
