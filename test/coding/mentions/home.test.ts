import { describe, expect, test } from "vitest";
import { lines, p, said, stop } from "../../support/mentions.ts";
import type { Row } from "../../support/trees.ts";

const dateline: Row[] = [
  ["ARVAGRAD", "PROPN", 0, "root"],
  ["—", "PUNCT", 1, "punct"],
];
const noun = (form: string, head: number, relation: string, lemma = form): Row => [form, "NOUN", head, relation, lemma];

describe("the state that a text is about", () => {
  const soldiers: Row[] = [noun("Soldiers", 2, "nsubj", "soldier"), said(0), stop(2)];
  const arvania: Row[] = [p("Arvania", 2, "nsubj"), said(0), stop(2)];
  const borland: Row[] = [p("Borland", 2, "nsubj"), said(0), stop(2)];

  test("soldiers in a text about one state are its own", () => {
    expect(lines([dateline, arvania, soldiers]).at(-1)).toBe("Soldiers: actor unknown.ARV.soldier ARV MIL");
  });

  test("soldiers in a text about two states are of none", () => {
    expect(lines([arvania, borland, soldiers]).at(-1)).toBe("Soldiers: actor unknown.soldier null MIL");
  });

  test("the government is that of the dateline where several states are spoken of", () => {
    const row: Row[] = [["The", "DET", 2, "det"], noun("government", 3, "nsubj"), said(0), stop(3)];
    expect(lines([dateline, arvania, borland, row]).at(-1)).toContain("ARV.gov ARV GOV");
    expect(lines([arvania, borland, row]).at(-1)).toContain("null GOV");
  });

  test("rebels fight where all armed groups of the text do", () => {
    const wolves: Row[] = [["Grey", "PROPN", 2, "compound"], p("Wolves", 3, "nsubj"), said(0), stop(3)];
    const rebels: Row[] = [noun("Rebels", 2, "nsubj", "rebel"), said(0), stop(2)];
    expect(lines([wolves, borland, rebels]).at(-1)).toBe("Rebels: actor unknown.CES.rebel CES REB");
    expect(lines([arvania, borland, rebels]).at(-1)).toBe("Rebels: actor unknown.rebel null REB");
  });
});

describe("bands", () => {
  test("a rebel spokesman speaks for the rebels", () => {
    const row: Row[] = [noun("rebel", 2, "compound"), noun("spokesman", 3, "nsubj"), said(0), stop(3)];
    expect(lines([row])).toEqual(["rebel spokesman: actor unknown.spokesman null REB"]);
  });

  test("the leader of a band holds no office of the state", () => {
    const row: Row[] = [
      ["Borlandic", "ADJ", 3, "amod"],
      noun("rebel", 3, "compound"),
      noun("leader", 4, "nsubj"),
      said(0),
      stop(4),
    ];
    expect(lines([row])).toEqual(["Borlandic rebel leader: actor unknown.BOR.leader BOR REB"]);
  });
});

describe("acronyms that the text explains", () => {
  const explained: Row[] = [
    ["the", "DET", 4, "det"],
    p("Quill", 4, "compound"),
    p("River", 4, "compound"),
    p("Forces", 8, "nsubj"),
    ["(", "PUNCT", 6, "punct"],
    p("QRF", 4, "appos"),
    [")", "PUNCT", 6, "punct"],
    said(0),
    stop(8),
  ];

  test("its letters stand for the full name", () => {
    const later: Row[] = [["The", "DET", 2, "det"], p("QRF", 3, "nsubj"), said(0), stop(3)];
    const last = lines([explained, later]).at(-1);
    expect(last).toContain("QRF: actor");
    expect(last).toContain("-> Quill River Forces");
  });

  test("they go before an organisation of the tables that has the same letters", () => {
    const other: Row[] = [
      p("Nether", 2, "compound"),
      p("Legion", 6, "nsubj"),
      ["(", "PUNCT", 4, "punct"],
      p("NL", 2, "appos"),
      [")", "PUNCT", 4, "punct"],
      said(0),
      stop(6),
    ];
    expect(lines([other]).join("\n")).not.toContain("org.league");
    const alone: Row[] = [p("NL", 2, "nsubj"), said(0), stop(2)];
    expect(lines([alone])).toEqual(["NL: actor org.league IGO IGO"]);
  });
});

describe("descriptions", () => {
  const det = (form: string, head: number): Row => [form, "DET", head, "det"];

  test("the rebel group is the armed group, not the alliance named nearer", () => {
    const both: Row[] = [
      p("Grey", 2, "compound"),
      p("Wolves", 3, "nsubj"),
      ["left", "VERB", 0, "root", "leave"],
      det("the", 6),
      p("Northern", 6, "compound"),
      p("League", 3, "obj"),
      stop(3),
    ];
    const group: Row[] = [det("The", 3), ["Islamist", "ADJ", 3, "amod"], noun("group", 4, "nsubj"), said(0), stop(4)];
    expect(lines([both, group]).at(-1)).toBe("The Islamist group: actor org.wolves CES REB -> Grey Wolves");
  });

  test("his country is the state of whoever is meant, where it acts", () => {
    const named: Row[] = [p("Otto", 3, "nsubj"), p("Brand", 1, "flat"), said(0), stop(3)];
    const acts: Row[] = [["His", "PRON", 2, "nmod:poss"], noun("country", 3, "nsubj"), said(0), stop(3)];
    expect(lines([named, acts]).at(-1)).toBe("His country: actor BOR BOR GOV");
  });

  test("the two sides may be a state and those who fight it", () => {
    const pair: Row[] = [
      p("Cestia", 5, "nsubj"),
      ["and", "CCONJ", 4, "cc"],
      p("Grey", 4, "compound"),
      p("Wolves", 1, "conj"),
      ["met", "VERB", 0, "root", "meet"],
      stop(5),
    ];
    const sides: Row[] = [
      det("the", 3),
      ["two", "NUM", 3, "nummod"],
      noun("sides", 4, "nsubj", "side"),
      said(0),
      stop(4),
    ];
    expect(lines([pair, sides]).at(-1)).toContain("-> Cestia + Grey Wolves");
  });

  test("an envoy has the name that stands behind his post", () => {
    const row: Row[] = [
      ["Borlandic", "ADJ", 2, "amod"],
      noun("ambassador", 7, "nsubj"),
      ["in", "ADP", 4, "case"],
      p("Arvania", 2, "nmod"),
      p("Ella", 2, "appos"),
      p("Quist", 5, "flat"),
      said(0),
      stop(7),
    ];
    expect(lines([row]).join("\n")).toContain("Ella Quist: actor unknown.BOR.ella-quist BOR GOV");
  });
});
