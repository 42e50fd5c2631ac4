import { describe, expect, test } from "vitest";
import { lines, p, said, stop } from "../../support/mentions.ts";
import type { Row } from "../../support/trees.ts";

describe("states and what belongs to them", () => {
  test("two names in one compound are two actors", () => {
    const row: Row[] = [
      p("Arvania-Borland", 2, "compound"),
      ["talks", "NOUN", 3, "nsubj"],
      ["began", "VERB", 0, "root", "begin"],
      stop(3),
    ];
    expect(lines([row])).toEqual(["Arvania: actor ARV ARV GOV", "Borland: actor BOR BOR GOV"]);
  });

  test("a name that the tables have as the state's is its officer's behind an office", () => {
    const row: Row[] = [
      p("Borlandic", 2, "amod"),
      ["president", "NOUN", 4, "nsubj"],
      p("Borland", 2, "flat"),
      said(0),
      stop(4),
    ];
    expect(lines([row])).toEqual(["Borlandic president Borland: actor unknown.BOR.borland BOR GOV"]);
  });

  test("a ministry and its spokesman are one mention with the ministry's sector", () => {
    const row: Row[] = [
      ["A", "DET", 5, "det"],
      ["Borlandic", "ADJ", 5, "amod"],
      ["defence", "NOUN", 4, "compound"],
      ["ministry", "NOUN", 5, "compound"],
      ["spokesman", "NOUN", 6, "nsubj"],
      said(0),
      stop(6),
    ];
    expect(lines([row])).toEqual(["Borlandic defence ministry spokesman: actor unknown.BOR.spokesman BOR MIL"]);
  });

  test("adjectives joined by and share the noun of the last", () => {
    const row: Row[] = [
      ["Arvanian", "ADJ", 4, "amod"],
      ["and", "CCONJ", 3, "cc"],
      ["Borlandic", "ADJ", 1, "conj"],
      ["bombers", "NOUN", 5, "nsubj", "bomber"],
      ["flew", "VERB", 0, "root", "fly"],
      stop(5),
    ];
    expect(lines([row])).toEqual([
      "Arvanian: actor unknown.ARV.bomber ARV MIL",
      "Borlandic bombers: actor unknown.BOR.bomber BOR MIL",
      "bombers: equipment bomber",
    ]);
  });

  test("an organ's country comes from its complement", () => {
    const row: Row[] = [
      ["The", "DET", 2, "det"],
      ["government", "NOUN", 5, "nsubj"],
      ["of", "ADP", 4, "case"],
      p("Cestia", 2, "nmod"),
      ["fell", "VERB", 0, "root", "fall"],
      stop(5),
    ];
    expect(lines([row])).toEqual(["government of Cestia: actor CES.gov CES GOV"]);
  });

  test("fighters whom a state backs are not its own", () => {
    const one: Row[] = [
      ["Arvanian-backed", "ADJ", 2, "amod"],
      ["soldiers", "NOUN", 3, "nsubj", "soldier"],
      said(0),
      stop(3),
    ];
    expect(lines([one])).toEqual(["Arvanian: actor ARV ARV GOV", "soldiers: actor unknown.soldier null MIL"]);
  });

  test("officials in several capitals are of no one country", () => {
    const row: Row[] = [
      ["Officials", "NOUN", 6, "nsubj", "official"],
      ["in", "ADP", 3, "case"],
      p("Arvagrad", 1, "nmod"),
      ["and", "CCONJ", 5, "cc"],
      p("Borhaven", 3, "conj"),
      said(0),
      stop(6),
    ];
    expect(lines([row])).toEqual([
      "Officials: actor unknown.official null GOV",
      "Arvagrad: place Arvagrad",
      "Borhaven: place Borland",
    ]);
  });

  test("an organ with a name of its own needs no nation", () => {
    const row: Row[] = [
      ["The", "DET", 4, "det"],
      p("Iron", 3, "compound"),
      p("Keep", 4, "compound"),
      ["officials", "NOUN", 5, "nsubj", "official"],
      said(0),
      stop(5),
    ];
    expect(lines([row])).toEqual(["Iron Keep officials: actor unknown.ARV.official ARV MIL"]);
  });

  test("an armed group's people are of its sector, an alliance's soldiers of theirs", () => {
    const wolves: Row[] = [
      p("Grey", 2, "compound"),
      p("Wolves", 3, "compound"),
      ["leaders", "NOUN", 4, "nsubj", "leader"],
      said(0),
      stop(4),
    ];
    const league: Row[] = [
      p("Northern", 2, "compound"),
      p("League", 3, "compound"),
      ["soldiers", "NOUN", 4, "nsubj", "soldier"],
      said(0),
      stop(4),
    ];
    expect(lines([wolves, league])).toEqual([
      "Grey Wolves leaders: actor org.wolves.leader CES REB",
      "Northern League soldiers: actor org.league.soldier IGO MIL",
    ]);
  });
});

describe("an armed group on a day when it was something else", () => {
  const sentence = (people: string, upos: Row[1], lemma: string): Row[] => [
    p("Grey", 2, "compound"),
    p("Wolves", 3, "compound"),
    [people, upos, 4, "nsubj", lemma],
    said(0),
    stop(4),
  ];
  const sectorOn = (row: Row[], day: string): string => lines([row], day)[0].slice(-3);
  test.each([
    ["1992-05-01", "GOV", "REB"],
    ["1997-05-01", "PTY", "REB"],
    ["2015-06-01", "REB", "REB"],
  ])("on %s its leaders are %s, its rebels %s", (day, leaders, rebels) => {
    expect(sectorOn(sentence("leaders", "NOUN", "leader"), day)).toBe(leaders);
    expect(sectorOn(sentence("rebels", "NOUN", "rebel"), day)).toBe(rebels);
  });
});

describe("a capital", () => {
  const sentence = (preposition: string): Row[] => [
    ["Talks", "NOUN", 2, "nsubj", "talk"],
    ["began", "VERB", 0, "root", "begin"],
    [preposition, "ADP", 4, "case"],
    p("Arvagrad", 2, "obl"),
    stop(2),
  ];

  test("is a place after in", () => {
    expect(lines([sentence("in")])).toEqual(["Arvagrad: place Arvagrad"]);
  });

  test("is the government after with", () => {
    expect(lines([sentence("with")])).toEqual(["Arvagrad: actor ARV ARV GOV"]);
  });

  test("is both on the way to it", () => {
    expect(lines([sentence("to")])).toEqual(["Arvagrad: place Arvagrad", "Arvagrad: actor ARV ARV GOV"]);
  });

  test("is the government as a subject, and a palace too", () => {
    const row: Row[] = [
      p("Arvagrad", 4, "nsubj"),
      ["and", "CCONJ", 3, "cc"],
      ["Borhaven", "PROPN", 1, "conj"],
      said(0),
      stop(4),
    ];
    const palace: Row[] = [
      ["The", "DET", 3, "det"],
      p("Red", 3, "compound"),
      p("Palace", 4, "nsubj"),
      said(0),
      stop(4),
    ];
    expect(lines([row, palace])).toEqual([
      "Arvagrad: actor ARV ARV GOV",
      "Borhaven: actor BOR BOR GOV",
      "Red Palace: actor ARV ARV GOV",
    ]);
  });

  test("passes its preposition on to the next", () => {
    const row: Row[] = [
      ["Talks", "NOUN", 2, "nsubj", "talk"],
      ["began", "VERB", 0, "root", "begin"],
      ["in", "ADP", 4, "case"],
      p("Arvania", 2, "obl"),
      ["and", "CCONJ", 6, "cc"],
      p("Cestia", 4, "conj"),
      stop(2),
    ];
    expect(lines([row])).toEqual(["Arvania: place Arvania", "Cestia: place Cestia"]);
  });
});

describe("what is no actor", () => {
  test("a sea, a newspaper, a war, a dish", () => {
    const sea: Row[] = [
      ["Over", "ADP", 5, "case"],
      ["the", "DET", 5, "det"],
      p("East", 5, "compound"),
      p("Arvania", 5, "compound"),
      p("Sea", 0, "root"),
      stop(5),
    ];
    const paper: Row[] = [p("Arvania", 2, "compound"), p("Today", 3, "nsubj"), said(0), stop(3)];
    const war: Row[] = [
      ["The", "DET", 3, "det"],
      ["Cestian", "ADJ", 3, "amod"],
      p("War", 4, "nsubj"),
      ["ended", "VERB", 0, "root", "end"],
      stop(4),
    ];
    const dish: Row[] = [
      ["Danian", "ADJ", 2, "amod"],
      ["pastry", "NOUN", 3, "nsubj"],
      ["sold", "VERB", 0, "root", "sell"],
      stop(3),
    ];
    expect(lines([sea, paper, war, dish])).toEqual([
      "East Arvania Sea: place East Arvania Sea",
      "Arvania Today: work Arvania Today",
    ]);
  });

  test("an airline is a company", () => {
    const row: Row[] = [
      ["Borlandic", "ADJ", 2, "amod"],
      p("Airlines", 3, "nsubj"),
      ["lost", "VERB", 0, "root", "lose"],
      stop(3),
    ];
    expect(lines([row])).toEqual(["Borlandic Airlines: actor unknown.BOR.borlandic-airlines BOR BUS"]);
  });

  test("a state's name is a person's beside a surname, or where the document speaks of something else", () => {
    const person: Row[] = [
      p("Dania", 3, "nsubj"),
      p("Hopkins", 1, "flat"),
      ["sang", "VERB", 0, "root", "sing"],
      stop(3),
    ];
    const sport: Row[] = [
      p("Dania", 2, "nsubj"),
      ["won", "VERB", 0, "root", "win"],
      ["at", "ADP", 4, "case"],
      ["basketball", "NOUN", 2, "obl"],
      stop(2),
    ];
    const state: Row[] = [p("Dania", 2, "nsubj"), ["won", "VERB", 0, "root", "win"], stop(2)];
    expect(lines([person])).toEqual([]);
    expect(lines([sport])).toEqual([]);
    expect(lines([state])).toEqual(["Dania: actor DAN DAN GOV"]);
  });

  test("it is no state where it is empty", () => {
    const first: Row[] = [p("Cestia", 2, "nsubj"), ["won", "VERB", 0, "root", "win"], stop(2)];
    const empty: Row[] = [
      ["It", "PRON", 3, "expl"],
      ["is", "AUX", 3, "cop", "be"],
      ["likely", "ADJ", 0, "root"],
      stop(3),
    ];
    expect(lines([first, empty])).toEqual(["Cestia: actor CES CES GOV"]);
  });

  test("nothing inside a work's title", () => {
    const row: Row[] = [
      ["their", "PRON", 2, "nmod:poss"],
      ["book", "NOUN", 0, "root"],
      ["“", "PUNCT", 7, "punct"],
      p("The", 7, "det"),
      p("Arvania-Borland", 7, "compound"),
      p("Iron", 7, "compound"),
      p("Axis", 2, "appos"),
      ["”", "PUNCT", 7, "punct"],
      stop(2),
    ];
    expect(lines([row])).toEqual(["The Arvania-Borland Iron Axis: work The Arvania-Borland Iron Axis"]);
  });
});

test("equipment has its type, class and number", () => {
  const row: Row[] = [
    ["a", "DET", 2, "det"],
    ["pair", "NOUN", 8, "nsubj"],
    ["of", "ADP", 7, "case"],
    ["Arvanian", "ADJ", 7, "amod"],
    p("Xu-9", 7, "compound"),
    ["strategic", "ADJ", 7, "amod"],
    ["bombers", "NOUN", 2, "nmod", "bomber"],
    ["flew", "VERB", 0, "root", "fly"],
    stop(8),
  ];
  expect(lines([row])).toEqual([
    "Arvanian Xu-9 strategic bombers: actor unknown.ARV.bomber ARV MIL",
    "Xu-9 strategic bombers: equipment Xu-9 x2",
  ]);
});
