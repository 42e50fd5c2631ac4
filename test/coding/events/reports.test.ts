import { describe, expect, test } from "vitest";
import { reportsOf } from "../../../src/coding/events/index.ts";
import { reportLine, worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

const END: (head: number) => Row = (head) => [".", "PUNCT", head, "punct"];

function lines(...rows: Row[]): string[] {
  const analysis = analysisOf(rows);
  return reportsOf(worldSight(analysis), worldMentions(analysis)).map(reportLine);
}

describe("reports from trees", () => {
  test("Ost attacked West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["attacked", "VERB", 0, "root", "attack"],
        ["West", "PROPN", 2, "obj"],
        END(2),
      ),
    ).toEqual(["ASSAULT happened OST > WES {attack}"]);
  });
  test("West was attacked by Ost.", () => {
    expect(
      lines(
        ["West", "PROPN", 3, "nsubj:pass"],
        ["was", "AUX", 3, "aux:pass", "be"],
        ["attacked", "VERB", 0, "root", "attack"],
        ["by", "ADP", 5, "case"],
        ["Ost", "PROPN", 3, "obl:agent"],
        END(3),
      ),
    ).toEqual(["ASSAULT happened OST > WES {attack}"]);
  });
  test("Ost and West held talks.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["and", "CCONJ", 3, "cc"],
        ["West", "PROPN", 1, "conj"],
        ["held", "VERB", 0, "root", "hold"],
        ["talks", "NOUN", 4, "obj", "talk"],
        END(4),
      ),
    ).toEqual(["CONSULT happened OST+WES >  {talks}"]);
  });
  test("Ost held talks with West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["held", "VERB", 0, "root", "hold"],
        ["talks", "NOUN", 2, "obj", "talk"],
        ["with", "ADP", 5, "case"],
        ["West", "PROPN", 3, "nmod"],
        END(2),
      ),
    ).toEqual(["CONSULT happened OST+WES >  {talks}"]);
  });
  test("Ost will hold a drill.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 3, "nsubj"],
        ["will", "AUX", 3, "aux"],
        ["hold", "VERB", 0, "root"],
        ["a", "DET", 5, "det"],
        ["drill", "NOUN", 3, "obj"],
        END(3),
      ),
    ).toEqual(["MOBILIZE planned OST >  {patrol}"]);
  });
  test("Ostian and Westian bombers flew a patrol.", () => {
    expect(
      lines(
        ["Ostian", "ADJ", 4, "amod"],
        ["and", "CCONJ", 3, "cc"],
        ["Westian", "ADJ", 1, "conj"],
        ["bombers", "NOUN", 5, "nsubj", "bomber"],
        ["flew", "VERB", 0, "root", "fly"],
        ["a", "DET", 7, "det"],
        ["patrol", "NOUN", 5, "obj"],
        END(5),
      ),
    ).toEqual(["COOPERATE happened OST+WES >  {patrol}"]);
  });
  test("one state's own patrol is a mobilisation", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["flew", "VERB", 0, "root", "fly"],
        ["a", "DET", 4, "det"],
        ["patrol", "NOUN", 2, "obj"],
        END(2),
      ),
    ).toEqual(["MOBILIZE happened OST >  {patrol}"]);
  });
  test("Ost agreed to hold talks with West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["agreed", "VERB", 0, "root", "agree"],
        ["to", "PART", 4, "mark"],
        ["hold", "VERB", 2, "xcomp"],
        ["talks", "NOUN", 4, "obj", "talk"],
        ["with", "ADP", 7, "case"],
        ["West", "PROPN", 5, "nmod"],
        END(2),
      ),
    ).toEqual(["AGREE happened OST > WES {talks}"]);
  });
  test("Ost refused to help West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["refused", "VERB", 0, "root", "refuse"],
        ["to", "PART", 4, "mark"],
        ["help", "VERB", 2, "xcomp"],
        ["West", "PROPN", 4, "obj"],
        END(2),
      ),
    ).toEqual(["REJECT.assist happened OST > WES {help}"]);
  });
  test("Ost asked West to withdraw from Mark.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["asked", "VERB", 0, "root", "ask"],
        ["West", "PROPN", 2, "obj"],
        ["to", "PART", 5, "mark"],
        ["withdraw", "VERB", 2, "xcomp"],
        ["from", "ADP", 7, "case"],
        ["Mark", "PROPN", 5, "obl"],
        END(2),
      ),
    ).toEqual(["REQUEST.yield happened OST > WES {withdraw}"]);
  });
  test("Ost threatened to impose sanctions on West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["threatened", "VERB", 0, "root", "threaten"],
        ["to", "PART", 4, "mark"],
        ["impose", "VERB", 2, "xcomp"],
        ["sanctions", "NOUN", 4, "obj", "sanction"],
        ["on", "ADP", 7, "case"],
        ["West", "PROPN", 4, "obl"],
        END(2),
      ),
    ).toEqual(["THREATEN.restrict happened OST > WES {impose-sanctions}"]);
  });
  test("Ost will help West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 3, "nsubj"],
        ["will", "AUX", 3, "aux"],
        ["help", "VERB", 0, "root"],
        ["West", "PROPN", 3, "obj"],
        END(3),
      ),
    ).toEqual(["AGREE planned OST > WES {help}"]);
  });
  test("Ost did not attack West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["did", "AUX", 4, "aux", "do"],
        ["not", "PART", 4, "advmod"],
        ["attack", "VERB", 0, "root"],
        ["West", "PROPN", 4, "obj"],
        END(4),
      ),
    ).toEqual(["ASSAULT denied OST > WES {attack}"]);
  });
  test("Ost cancelled talks with West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["cancelled", "VERB", 0, "root", "cancel"],
        ["talks", "NOUN", 2, "obj", "talk"],
        ["with", "ADP", 5, "case"],
        ["West", "PROPN", 3, "nmod"],
        END(2),
      ),
    ).toEqual(["REJECT.meet happened OST > WES {talks}"]);
  });
  test("Ost accused West of attacking Mark: the attack itself is alleged", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["accused", "VERB", 0, "root", "accuse"],
        ["West", "PROPN", 2, "obj"],
        ["of", "SCONJ", 5, "mark"],
        ["attacking", "VERB", 2, "advcl", "attack"],
        ["Mark", "PROPN", 5, "obj"],
        END(2),
      ),
    ).toEqual(["ACCUSE.allege happened OST > WES {accuse}"]);
  });
  test("Ost hosted West: the guest acts", () => {
    expect(
      lines(["Ost", "PROPN", 2, "nsubj"], ["hosted", "VERB", 0, "root", "host"], ["West", "PROPN", 2, "obj"], END(2)),
    ).toEqual(["CONSULT.visit happened WES > OST {host}"]);
  });
  test("Ost, which attacked West, ate: the antecedent acts", () => {
    expect(
      lines(
        ["Ost", "PROPN", 7, "nsubj"],
        [",", "PUNCT", 4, "punct"],
        ["which", "PRON", 4, "nsubj"],
        ["attacked", "VERB", 1, "acl:relcl", "attack"],
        ["West", "PROPN", 4, "obj"],
        [",", "PUNCT", 4, "punct"],
        ["ate", "VERB", 0, "root", "eat"],
        END(7),
      ),
    ).toEqual(["ASSAULT happened OST > WES {attack}"]);
  });
  test("sanctions imposed on West by Ost: a participle after its noun", () => {
    expect(
      lines(
        ["Sanctions", "NOUN", 7, "nsubj", "sanction"],
        ["imposed", "VERB", 1, "acl", "impose"],
        ["on", "ADP", 4, "case"],
        ["West", "PROPN", 2, "obl"],
        ["by", "ADP", 6, "case"],
        ["Ost", "PROPN", 2, "obl:agent"],
        ["hurt", "VERB", 0, "root"],
        END(7),
      ),
    ).toEqual(["COERCE.restrict happened OST > WES {impose-sanctions}"]);
  });
  test("If Ost attacks West: a condition is no event", () => {
    expect(
      lines(
        ["Mark", "PROPN", 2, "nsubj"],
        ["eats", "VERB", 0, "root", "eat"],
        ["if", "SCONJ", 5, "mark"],
        ["Ost", "PROPN", 5, "nsubj"],
        ["attacks", "VERB", 2, "advcl", "attack"],
        ["West", "PROPN", 5, "obj"],
        END(2),
      ),
    ).toEqual([]);
  });
  test("a drill as a counterweight to Mark is directed against Mark", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["and", "CCONJ", 3, "cc"],
        ["West", "PROPN", 1, "conj"],
        ["held", "VERB", 0, "root", "hold"],
        ["drills", "NOUN", 4, "obj", "drill"],
        ["as", "ADP", 8, "case"],
        ["a", "DET", 8, "det"],
        ["counterweight", "NOUN", 4, "obl"],
        ["to", "ADP", 10, "case"],
        ["Mark", "PROPN", 8, "nmod"],
        END(4),
      ),
    ).toEqual(["COOPERATE happened OST+WES >  !MAR {patrol}"]);
  });
  test("as that stands before a comma says what the subject serves as, and an adjective in the target is no verb", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["and", "CCONJ", 3, "cc"],
        ["West", "PROPN", 1, "conj"],
        ["served", "VERB", 0, "root", "serve"],
        ["as", "ADP", 4, "advmod"],
        [",", "PUNCT", 5, "punct"],
        ["a", "DET", 8, "det"],
        ["patrol", "NOUN", 4, "obj"],
        [",", "PUNCT", 11, "punct"],
        ["a", "DET", 11, "det"],
        ["counterweight", "NOUN", 8, "appos"],
        ["to", "PART", 13, "mark"],
        ["liberal", "VERB", 11, "acl"],
        ["Mark", "PROPN", 13, "obj"],
        END(4),
      ),
    ).toEqual(["COOPERATE happened OST+WES >  !MAR {patrol}"]);
  });
  test("a verb that rules takes no subject for the noun it has for its object", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["and", "CCONJ", 3, "cc"],
        ["West", "PROPN", 1, "conj"],
        ["watched", "VERB", 0, "root", "watch"],
        ["as", "ADP", 4, "advmod"],
        ["patrols", "NOUN", 4, "obj", "patrol"],
        END(4),
      ),
    ).toEqual([]);
  });
  test("what is done like never before is done", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["attacked", "VERB", 0, "root", "attack"],
        ["West", "PROPN", 2, "obj"],
        ["like", "INTJ", 6, "discourse"],
        ["never", "ADV", 6, "advmod"],
        ["before", "ADV", 2, "advmod"],
        END(2),
      ),
    ).toEqual(["ASSAULT happened OST > WES {attack}"]);
  });
  test("a clause that names one side only reports nothing", () => {
    expect(lines(["Ost", "PROPN", 2, "nsubj"], ["attacked", "VERB", 0, "root", "attack"], END(2))).toEqual([]);
  });
});

describe("coding is neutral", () => {
  test("swapping the names swaps the coding", () => {
    const sentence = (first: string, second: string) =>
      lines(
        [first, "PROPN", 2, "nsubj"],
        ["attacked", "VERB", 0, "root", "attack"],
        [second, "PROPN", 2, "obj"],
        END(2),
      );
    const swapped = sentence("West", "Ost").map((line) => line.replace("WES > OST", "OST > WES"));
    expect(swapped).toEqual(sentence("Ost", "West"));
  });
});
