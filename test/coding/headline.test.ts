import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headlinesOf, withSmallHeadlines } from "../../src/coding/headline.ts";
import { withHeadlineVerbs } from "../../src/coding/headline-verb.ts";
import { read } from "../../src/coding/index.ts";
import { documentOf, shippedReader } from "../../training/coder/shipped.ts";
import { analysisOf, type Row } from "../support/trees.ts";

const reader = shippedReader();
const small = (text: string): string => withSmallHeadlines(text, reader.knowledge);

describe("headlines in Title Case and capitals", () => {
  test.each([
    ["Foreign Ministry Summons Belgian Ambassador", "Foreign ministry summons Belgian ambassador"],
    ["Peru Lifts Travel Ban Against Chilean Officials", "Peru lifts travel ban against Chilean officials"],
    ["PERU SENDS TROOPS TO CHILEAN BORDER", "Peru sends troops to Chilean border"],
    ["UN Urges Restraint in Peru", "UN urges restraint in Peru"],
  ])("%j is written as a sentence", (line, sentence) => {
    expect(small(`${line}\n\nThe news follows.`)).toBe(`${sentence}\n\nThe news follows.`);
  });
  test("keeps the capital of what the text has with a capital inside its sentences", () => {
    const news = "The general met Strike, the head of the union.";
    expect(small(`Peru General Meets Strike in Lima\n\n${news}`)).toBe(`Peru general meets Strike in Lima\n\n${news}`);
  });
  test.each([
    "Peru sends troops to the border",
    "Peru Sends Troops to the Chilean Border.",
    "The news.\nPeru Sends Troops to the Border\nMore news.",
    "Peru, Chile",
  ])("%j stays as it is", (text) => {
    expect(small(text)).toBe(text);
  });
  test("finds a headline wherever it stands alone", () => {
    expect(headlinesOf("News came.\n\nPeru Sends Troops Home\n\nMore came.")).toEqual([
      { start: 12, line: "Peru Sends Troops Home" },
    ]);
  });
  test("no offset moves", () => {
    const words = fc.constantFrom(
      "PERU",
      "Sends",
      "İstanbul",
      "Straße",
      "ΟΔΟΣ",
      "ß",
      "ŉ",
      "U.S.",
      "'",
      "-",
      "\n",
      "\n\n",
    );
    const moved: string[] = [];
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join(" ");
        if (small(text).length !== text.length) moved.push(text);
      }),
    );
    expect(moved).toEqual([]);
  });
});

const edges = (rows: readonly Row[]): string => {
  const { head, relation } = withHeadlineVerbs(analysisOf(rows));
  return relation.map((name, token) => `${name}<${head[token]}`).join(" ");
};

const reportsOf = (text: string): string[] =>
  read(documentOf("headline", text, "2023-05-01"), reader).reports.map(
    ({ type, actors, recipients }) =>
      `${type} ${actors.map(({ country }) => country)} > ${recipients.map(({ country }) => country)}`,
  );

describe("what headlines report", () => {
  test.each([
    ["Peru Summons Chilean Envoy Over Border Incident", "ACCUSE PER > CHL"],
    ["PERU, CHILE HOLD JOINT NAVAL DRILLS", "COOPERATE PER,CHL > "],
    ["UN CHIEF URGES PERU TO ALLOW AID", "REQUEST UNO > PER"],
    ["Peru lodges protest with Chile over survey ship", "ACCUSE PER > CHL"],
    ["World Court Orders Peru To End Blockade of Chilean Ports", "REQUEST UNO > PER"],
    ["Peru rebukes Chilean envoy", "ACCUSE PER > CHL"],
    ["Peruvian troops pound rebel strongholds", "ASSAULT PER > PER"],
  ])("%j", (line, report) => {
    expect(reportsOf(`${line}\n\n`)).toEqual([report]);
  });
  test("is the same as what the sentence behind them tells in full", () => {
    const lead = "Peru lodged a protest with Chile on Monday over a survey ship.";
    expect(reportsOf(`Peru Lodges Protest With Chile\n\n${lead}`)).toEqual(Array(2).fill("ACCUSE PER > CHL"));
  });
});

describe("verbs of headlines that were read as nouns", () => {
  test("are the predicate behind a name", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "compound"],
      ["summons", "NOUN", 0, "root"],
      ["envoy", "NOUN", 2, "list"],
      ["over", "ADP", 5, "case"],
      ["raid", "NOUN", 2, "nmod"],
    ];
    expect(edges(rows)).toBe("nsubj<1 root<-1 obj<1 case<4 obl<1");
  });
  test("have everybody of a list as subjects", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 0, "root"],
      [",", "PUNCT", 5, "punct"],
      ["West", "PROPN", 5, "compound"],
      ["swap", "NOUN", 5, "compound"],
      ["prisoners", "NOUN", 1, "appos", "prisoner"],
    ];
    expect(edges(rows)).toBe("nsubj<3 punct<2 conj<0 root<-1 obj<3");
  });
  test("take the noun behind them that was read as the verb", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "compound"],
      ["lodges", "NOUN", 3, "nsubj"],
      ["protest", "VERB", 0, "root"],
      ["with", "ADP", 5, "case"],
      ["West", "PROPN", 3, "obl"],
    ];
    const parsed = analysisOf(rows);
    const { head, relation, upos } = withHeadlineVerbs({
      ...parsed,
      xpos: parsed.xpos.map((tag, token) => (token === 2 ? "VBP" : tag)),
    });
    expect([...head]).toEqual([1, -1, 1, 4, 1]);
    expect([relation[2], relation[4], upos[2]]).toEqual(["obj", "obl", "NOUN"]);
  });
  test.each([
    ["a sentence with a full stop", "."],
    ["a noun with nothing behind it", ""],
  ])("%s stays as it is", (_, stop) => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "compound"],
      ["summons", "NOUN", 0, "root"],
      ...(stop ? ([[stop, "PUNCT", 2, "punct"]] as Row[]) : []),
    ];
    const parsed = analysisOf(rows);
    expect(withHeadlineVerbs(parsed)).toBe(parsed);
  });
});
