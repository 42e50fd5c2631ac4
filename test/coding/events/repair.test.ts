import { describe, expect, test } from "vitest";
import { repaired } from "../../../src/coding/events/mends/repair.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

/** A hand-written tree with Penn tags for its verbs. */
function parsed(rows: readonly Row[], tags: Readonly<Record<number, string>>) {
  const analysis = analysisOf(rows);
  return { ...analysis, xpos: analysis.xpos.map((tag, token) => tags[token] ?? tag) };
}

const edges = ({ head, relation }: ReturnType<typeof parsed>): string =>
  relation.map((name, token) => `${name}<${head[token]}`).join(" ");

describe("the repair of misread past tenses", () => {
  test("makes the participle behind has the predicate", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["has", "AUX", 0, "root", "have"],
      ["cut", "VERB", 4, "amod"],
      ["ties", "NOUN", 2, "obj", "tie"],
      [".", "PUNCT", 2, "punct"],
    ];
    expect(edges(repaired(parsed(rows, { 2: "VBN" })) as never)).toBe("nsubj<2 aux<2 root<-1 obj<2 punct<2");
  });
  test("makes the only verb of a noun phrase the predicate", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 3, "compound"],
      ["imposed", "VERB", 3, "amod", "impose"],
      ["sanctions", "NOUN", 0, "root", "sanction"],
      [".", "PUNCT", 3, "punct"],
    ];
    expect(edges(repaired(parsed(rows, { 1: "VBD" })) as never)).toBe("nsubj<1 root<-1 obj<1 punct<1");
  });
  test("takes a name before the verb for its subject, not for a part of its object", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 3, "compound"],
      ["struck", "VERB", 0, "root", "strike"],
      ["targets", "NOUN", 2, "obj", "target"],
    ];
    expect(edges(repaired(parsed(rows, { 1: "VBD" })) as never)).toBe("nsubj<1 root<-1 obj<1");
  });
  test("makes a past tense behind a noun its predicate where it has an object", () => {
    const rows: Row[] = [
      ["Ostish", "ADJ", 2, "amod"],
      ["jets", "NOUN", 0, "root", "jet"],
      ["struck", "VERB", 2, "amod", "strike"],
      ["rebels", "NOUN", 3, "obj", "rebel"],
      [".", "PUNCT", 2, "punct"],
    ];
    expect(edges(repaired(parsed(rows, { 2: "VBD" })) as never)).toBe("amod<1 nsubj<2 root<-1 obj<2 punct<2");
  });
  test("hangs a neighbour on the border with it", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["struck", "VERB", 0, "root", "strike"],
      ["near", "ADP", 5, "case"],
      ["the", "DET", 5, "det"],
      ["border", "NOUN", 2, "obl"],
      ["with", "ADP", 7, "case"],
      ["West", "PROPN", 2, "obl"],
    ];
    expect(edges(repaired(parsed(rows, { 1: "VBD" })) as never)).toBe(
      "nsubj<1 root<-1 case<4 det<4 obl<1 case<6 nmod<4",
    );
  });
  test("hangs people on the verb that gives to them, not on what is said of them", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["gave", "VERB", 0, "root", "give"],
      ["food", "NOUN", 2, "obj"],
      ["to", "ADP", 6, "case"],
      ["displaced", "VERB", 2, "advcl", "displace"],
      ["people", "NOUN", 5, "obl"],
      ["in", "ADP", 8, "case"],
      ["West", "PROPN", 5, "obl"],
    ];
    const tags = { 1: "VBD", 4: "VBN" };
    expect(edges(repaired(parsed(rows, tags)) as never)).toBe(
      "nsubj<1 root<-1 obj<1 case<5 amod<5 obl<1 case<7 nmod<5",
    );
  });
  test("leaves a true participle alone", () => {
    const rows: Row[] = [
      ["Seized", "VERB", 2, "amod", "seize"],
      ["ships", "NOUN", 3, "nsubj", "ship"],
      ["sank", "VERB", 0, "root", "sink"],
    ];
    const analysis = parsed(rows, { 0: "VBN", 2: "VBD" });
    expect(edges(repaired(analysis) as never)).toBe(edges(analysis));
  });
  test("gives a visiting minister back to the talks", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["met", "VERB", 0, "root", "meet"],
      ["with", "SCONJ", 4, "mark"],
      ["visiting", "VERB", 2, "advcl", "visit"],
      ["ministers", "NOUN", 4, "obj", "minister"],
    ];
    expect(edges(repaired(parsed(rows, { 3: "VBG" })) as never)).toBe("nsubj<1 root<-1 case<4 amod<4 obl<1");
  });
  test("makes a name before the verb of a headline its subject", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 4, "vocative"],
      [",", "PUNCT", 1, "punct"],
      ["West", "PROPN", 1, "appos"],
      ["talk", "VERB", 0, "root", "talk"],
    ];
    expect(edges(repaired(parsed(rows, { 3: "VBP" })) as never)).toBe("nsubj<3 punct<0 appos<0 root<-1");
  });
});

describe("the repair of subjects and agents", () => {
  test("makes a name that was joined to the verb of a headline its subject", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "compound"],
      ["summons", "VERB", 0, "root", "summon"],
      ["envoys", "NOUN", 2, "obj", "envoy"],
    ];
    expect(edges(repaired(parsed(rows, { 1: "VBZ" })) as never)).toBe("nsubj<1 root<-1 obj<1");
  });
  test("gives who calls for something back to the call", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj:pass"],
      ["called", "VERB", 0, "root", "call"],
      ["for", "ADP", 4, "case"],
      ["talks", "NOUN", 2, "obl", "talk"],
    ];
    expect(edges(repaired(parsed(rows, { 1: "VBN" })) as never)).toBe("nsubj<1 root<-1 case<3 obl<1");
  });
  test("leaves who is called on, and asked nothing, alone", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj:pass"],
      ["called", "VERB", 0, "root", "call"],
      ["on", "ADP", 4, "case"],
      ["West", "PROPN", 2, "obl"],
    ];
    expect(edges(repaired(parsed(rows, { 1: "VBN" })) as never)).toBe("nsubj:pass<1 root<-1 case<3 obl<1");
  });
  test("gives the agent behind the one who receives back to the passive", () => {
    const rows: Row[] = [
      ["Notes", "NOUN", 3, "nsubj:pass", "note"],
      ["were", "AUX", 3, "aux:pass", "be"],
      ["handed", "VERB", 0, "root", "hand"],
      ["to", "ADP", 5, "case"],
      ["envoys", "NOUN", 3, "obl", "envoy"],
      ["by", "ADP", 7, "case"],
      ["Ost", "PROPN", 5, "nmod"],
    ];
    expect(repaired(parsed(rows, { 2: "VBN" })).head[6]).toBe(2);
  });
  test("leaves both subjects of a saying to the clause that each has", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 6, "nsubj"],
      ["held", "VERB", 3, "amod", "hold"],
      ["talks", "NOUN", 6, "obl", "talk"],
      [",", "PUNCT", 1, "punct"],
      ["West", "PROPN", 6, "nsubj"],
      ["reported", "VERB", 0, "root", "report"],
    ];
    const tags = { 1: "VBN", 5: "VBD" };
    expect(edges(repaired(parsed(rows, tags)) as never)).toBe("nsubj<1 ccomp<5 obj<1 punct<0 nsubj<5 root<-1");
  });
});

describe("the repair of clauses", () => {
  test("makes the infinitive of a headline its predicate, still to come", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 0, "root"],
      ["to", "PART", 3, "mark"],
      ["visit", "VERB", 1, "acl", "visit"],
      ["West", "PROPN", 3, "obj"],
    ];
    const mended = repaired(parsed(rows, { 2: "VB" }));
    expect(edges(mended as never)).toBe("nsubj<2 aux<2 root<-1 obj<2");
    expect(mended.lemma[1]).toBe("will");
  });
  test("leaves the infinitive that says what a plan is about", () => {
    const rows: Row[] = [
      ["Plan", "NOUN", 0, "root", "plan"],
      ["to", "PART", 3, "mark"],
      ["visit", "VERB", 1, "acl", "visit"],
      ["West", "PROPN", 3, "obj"],
    ];
    expect(edges(repaired(parsed(rows, { 2: "VB" })) as never)).toBe("root<-1 mark<2 acl<0 obj<2");
  });
  test("gives what stands right behind a participle to the participle", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["aids", "VERB", 0, "root", "aid"],
      ["rebels", "NOUN", 2, "obj", "rebel"],
      ["opposed", "VERB", 3, "acl", "oppose"],
      ["to", "ADP", 6, "case"],
      ["West", "PROPN", 2, "obl"],
    ];
    expect(repaired(parsed(rows, { 1: "VBZ", 3: "VBN" })).head[5]).toBe(3);
  });
  test("gives a visitor back to those who are named beside him", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 5, "nsubj"],
      ["and", "CCONJ", 3, "cc"],
      ["visiting", "VERB", 1, "conj", "visit"],
      ["West", "PROPN", 3, "obj"],
      ["agreed", "VERB", 0, "root", "agree"],
    ];
    expect(edges(repaired(parsed(rows, { 2: "VBG", 4: "VBD" })) as never)).toBe("nsubj<4 cc<3 amod<3 conj<0 root<-1");
  });
  test("gives a participle that has a subject of its own to the verb above", () => {
    const rows: Row[] = [
      ["It", "PRON", 2, "nsubj"],
      ["drew", "VERB", 0, "root", "draw"],
      ["concern", "NOUN", 2, "obj", "concern"],
      ["with", "SCONJ", 6, "mark"],
      ["Ost", "PROPN", 6, "nsubj"],
      ["condemning", "VERB", 3, "acl", "condemn"],
      ["West", "PROPN", 6, "obj"],
    ];
    const mended = repaired(parsed(rows, { 1: "VBD", 5: "VBG" }));
    expect([mended.head[5], mended.relation[5]]).toEqual([1, "advcl"]);
  });
});

describe("the repair of noun phrases", () => {
  test("gives names to the noun that they explain", () => {
    const rows: Row[] = [
      ["ties", "NOUN", 0, "root", "tie"],
      ["between", "ADP", 3, "case"],
      ["neighbours", "NOUN", 1, "nmod", "neighbour"],
      ["Ost", "PROPN", 1, "nmod"],
    ];
    expect(edges(repaired(parsed(rows, {})) as never)).toBe("root<-1 case<2 nmod<0 appos<2");
  });
  test("gives the state to the people who come from it", () => {
    const rows: Row[] = [
      ["met", "VERB", 0, "root", "meet"],
      ["with", "ADP", 3, "case"],
      ["envoys", "NOUN", 1, "obl", "envoy"],
      ["from", "ADP", 5, "case"],
      ["West", "PROPN", 1, "obl"],
    ];
    expect(repaired(parsed(rows, { 0: "VBD" })).head[4]).toBe(2);
  });
  test("makes the second name of a headline a name of its own", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 4, "nsubj"],
      [",", "PUNCT", 1, "punct"],
      ["West", "PROPN", 1, "flat"],
      ["talk", "VERB", 0, "root", "talk"],
    ];
    expect(repaired(parsed(rows, { 3: "VBP" })).relation[2]).toBe("conj");
  });
  test("makes who is joined to another's object the subject of the verb behind", () => {
    const rows: Row[] = [
      ["closing", "VERB", 0, "root", "close"],
      ["borders", "NOUN", 1, "obj", "border"],
      ["with", "ADP", 4, "case"],
      ["Ost", "PROPN", 2, "nmod"],
      ["and", "CCONJ", 6, "cc"],
      ["West", "PROPN", 4, "conj"],
      ["sealing", "VERB", 1, "advcl", "seal"],
    ];
    const mended = repaired(parsed(rows, { 0: "VBG", 6: "VBG" }));
    expect([mended.head[5], mended.relation[5], mended.relation[6]]).toEqual([6, "nsubj", "conj"]);
  });
  test("takes an adjective with an auxiliary and an object for the verb that it is", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 3, "nsubj"],
      ["will", "AUX", 3, "aux"],
      ["free", "ADJ", 0, "root"],
      ["prisoners", "NOUN", 3, "obj", "prisoner"],
    ];
    expect(repaired(parsed(rows, { 1: "MD" })).upos[2]).toBe("VERB");
    const copular: Row[] = [["Ost", "PROPN", 3, "nsubj"], ["be", "AUX", 3, "cop"], rows[2]];
    expect(repaired(parsed(copular, { 1: "VBZ" })).upos[2]).toBe("ADJ");
  });
  test("reads the sign of a currency as its word", () => {
    const rows: Row[] = [
      ["gave", "VERB", 0, "root", "give"],
      ["€", "SYM", 1, "obj"],
      ["3", "NUM", 2, "nummod"],
    ];
    expect(repaired(parsed(rows, { 0: "VBD" })).lemma[1]).toBe("euro");
  });
  test("makes a noun of the fighting between two sides", () => {
    const rows: Row[] = [
      ["died", "VERB", 0, "root", "die"],
      ["in", "SCONJ", 3, "mark"],
      ["fighting", "VERB", 1, "advcl", "fight"],
      ["between", "ADP", 5, "case"],
      ["Ost", "PROPN", 3, "obl"],
    ];
    const mended = repaired(parsed(rows, { 0: "VBD", 2: "VBG" }));
    expect([mended.upos[2], edges(mended as never)]).toEqual(["NOUN", "root<-1 case<2 obl<0 case<4 nmod<2"]);
  });
});

describe("the repair of joined verbs", () => {
  test("joins a past tense to the past tense above, not to an infinitive", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["said", "VERB", 0, "root", "say"],
      ["it", "PRON", 5, "nsubj"],
      ["would", "AUX", 5, "aux"],
      ["talk", "VERB", 2, "ccomp"],
      ["and", "CCONJ", 7, "cc"],
      ["blamed", "VERB", 5, "conj", "blame"],
      ["Mark", "PROPN", 7, "obj"],
    ];
    const analysis = parsed(rows, { 1: "VBD", 3: "MD", 4: "VB", 6: "VBD" });
    expect(repaired(analysis).head[6]).toBe(1);
  });
  test("denies the infinitive, not the verb behind it", () => {
    const rows: Row[] = [
      ["Not", "PART", 6, "advmod", "not"],
      ["to", "PART", 3, "mark"],
      ["lose", "VERB", 6, "advcl"],
      [",", "PUNCT", 3, "punct"],
      ["Ost", "PROPN", 6, "nsubj"],
      ["met", "VERB", 0, "root", "meet"],
      ["Mark", "PROPN", 6, "obj"],
    ];
    expect(repaired(parsed(rows, { 2: "VB", 5: "VBD" })).head[0]).toBe(2);
  });
  test("hangs what reporters are told on the telling", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["told", "VERB", 0, "root", "tell"],
      ["reporters", "NOUN", 2, "iobj", "reporter"],
      ["that", "SCONJ", 7, "mark"],
      ["Mark", "PROPN", 7, "nsubj"],
      ["must", "AUX", 7, "aux"],
      ["leave", "VERB", 3, "acl"],
    ];
    const { head, relation } = repaired(parsed(rows, { 1: "VBD", 5: "MD", 6: "VB" }));
    expect([head[6], relation[6]]).toEqual([1, "ccomp"]);
  });
  test("gives a participle behind a number to those who are counted", () => {
    const rows: Row[] = [
      ["thousands", "NOUN", 0, "root", "thousand"],
      ["of", "SCONJ", 3, "mark"],
      ["protesting", "VERB", 1, "acl", "protest"],
      ["farmers", "NOUN", 3, "obj", "farmer"],
    ];
    expect(edges(repaired(parsed(rows, { 2: "VBG" })) as never)).toBe("root<-1 case<3 amod<3 nmod<0");
  });
});
