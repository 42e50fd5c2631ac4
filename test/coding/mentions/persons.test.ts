import { describe, expect, test } from "vitest";
import { lines, p, said, stop } from "../../support/mentions.ts";
import type { Row } from "../../support/trees.ts";

describe("persons", () => {
  const moor: Row[] = [
    ["Arvanian", "ADJ", 2, "amod"],
    p("President", 3, "compound"),
    p("Ada", 5, "nsubj"),
    p("Moor", 3, "flat"),
    said(0),
    stop(5),
  ];

  test("a title before the name is part of the mention; surname and pronoun find the person later", () => {
    const moorLater: Row[] = [p("Moor", 2, "nsubj"), ["left", "VERB", 0, "root", "leave"], stop(2)];
    const she: Row[] = [
      ["She", "PRON", 2, "nsubj"],
      ["praised", "VERB", 0, "root", "praise"],
      ["her", "PRON", 4, "nmod:poss"],
      ["soldiers", "NOUN", 2, "obj", "soldier"],
      stop(2),
    ];
    expect(lines([moor, moorLater, she])).toEqual([
      "Arvanian President Ada Moor: actor person.ada-moor ARV GOV",
      "Moor: actor person.ada-moor ARV GOV",
      "She: actor person.ada-moor ARV GOV -> Moor",
      "her soldiers: actor unknown.ARV.soldier ARV MIL",
    ]);
  });

  test("a role holds at the document's date", () => {
    expect(lines([moor], "2021-01-01")[0]).toBe("Arvanian President Ada Moor: actor person.ada-moor ARV ELI");
  });

  test("an office stands for its holder of the day", () => {
    const row: Row[] = [
      ["The", "DET", 4, "det"],
      ["Borlandic", "ADJ", 4, "amod"],
      ["foreign", "ADJ", 4, "amod"],
      ["minister", "NOUN", 5, "nsubj"],
      said(0),
      stop(5),
    ];
    expect(lines([row], "2008-01-01")[0]).toContain("person.otto-brand");
    expect(lines([row], "2015-01-01")[0]).toContain("person.zeno-vale");
    expect(lines([row], "1990-01-01")[0]).toContain("unknown.BOR.foreign-minister");
  });

  test("a former or deputy minister is not the holder", () => {
    const row = (word: string): Row[] => [
      ["The", "DET", 5, "det"],
      [word, "ADJ", 5, "amod"],
      ["Borlandic", "ADJ", 5, "amod"],
      ["foreign", "ADJ", 5, "amod"],
      ["minister", "NOUN", 6, "nsubj"],
      said(0),
      stop(6),
    ];
    expect(lines([row("former")])).toEqual(["Borlandic foreign minister: actor unknown.BOR.foreign-minister BOR ELI"]);
    expect(lines([row("deputy")])).toEqual(["Borlandic foreign minister: actor unknown.BOR.foreign-minister BOR GOV"]);
  });

  test("somebody whom no table has is known by title and nationality, and later by surname", () => {
    const first: Row[] = [
      ["Cestian", "ADJ", 3, "amod"],
      ["foreign", "ADJ", 3, "amod"],
      ["minister", "NOUN", 6, "nsubj"],
      p("Vera", 3, "appos"),
      p("Quill", 4, "flat"),
      said(0),
      stop(6),
    ];
    const later: Row[] = [p("Quill", 2, "nsubj"), ["left", "VERB", 0, "root", "leave"], stop(2)];
    expect(lines([first, later])).toEqual([
      "Cestian foreign minister Vera Quill: actor unknown.CES.vera-quill CES GOV",
      "Quill: actor unknown.CES.vera-quill CES GOV -> Cestian foreign minister Vera Quill",
    ]);
  });

  test("an office beside an unknown name tells of it", () => {
    const row: Row[] = [
      p("Tom", 8, "nsubj"),
      p("Reed", 1, "flat"),
      [",", "PUNCT", 1, "punct"],
      ["a", "DET", 6, "det"],
      ["Danian", "ADJ", 6, "amod"],
      ["diplomat", "NOUN", 1, "appos"],
      [",", "PUNCT", 1, "punct"],
      said(0),
      stop(8),
    ];
    expect(lines([row])).toEqual([
      "Tom Reed: actor unknown.DAN.tom-reed DAN GOV",
      "Danian diplomat: actor unknown.DAN.diplomat DAN GOV -> Tom Reed",
    ]);
  });

  test("somebody else of a known surname is another person, of whom nothing is known", () => {
    const row: Row[] = [p("Lena", 3, "nsubj"), p("Brand", 1, "flat"), ["sang", "VERB", 0, "root", "sing"], stop(3)];
    expect(lines([row])).toEqual(["Lena Brand: actor unknown.lena-brand null UNK"]);
  });

  test("a pronoun without an antecedent is no mention", () => {
    expect(lines([[["He", "PRON", 2, "nsubj"], ["left", "VERB", 0, "root", "leave"], stop(2)]])).toEqual([]);
  });

  test("a pronoun is not whoever is named below its verb", () => {
    const both: Row[] = [
      p("Otto", 6, "nsubj"),
      p("Brand", 1, "flat"),
      ["and", "CCONJ", 4, "cc"],
      p("Zeno", 1, "conj"),
      p("Vale", 4, "flat"),
      ["spoke", "VERB", 0, "root", "speak"],
      stop(6),
    ];
    const he: Row[] = [["He", "PRON", 2, "nsubj"], ["met", "VERB", 0, "root", "meet"], p("Vale", 2, "obj"), stop(2)];
    expect(lines([both, he]).slice(2)).toEqual([
      "He: actor person.otto-brand BOR GOV -> Otto Brand",
      "Vale: actor person.zeno-vale BOR GOV",
    ]);
  });
});
