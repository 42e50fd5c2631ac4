import { describe, expect, test } from "vitest";
import { repaired } from "../../../src/coding/events/repair.ts";
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
});
