import { describe, expect, test } from "vitest";
import { reportsOf } from "../../../src/coding/events/index.ts";
import { reportLine, worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

const END: (head: number) => Row = (head) => [".", "PUNCT", head, "punct"];

/** Rows may hold the tagger's tag where features stand otherwise. */
function lines(...rows: Row[]): string[] {
  const plain = analysisOf(rows);
  const analysis = { ...plain, xpos: rows.map(([, , , , , tag]) => tag ?? "_") };
  return reportsOf(worldSight(analysis), worldMentions(analysis)).map(reportLine);
}

describe("deeds within other words", () => {
  test("Ost has no plans to help West: denied once", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["has", "VERB", 0, "root", "have"],
        ["no", "DET", 4, "det"],
        ["plans", "NOUN", 2, "obj", "plan"],
        ["to", "PART", 6, "mark"],
        ["help", "VERB", 4, "acl"],
        ["West", "PROPN", 6, "obj"],
        END(2),
      ),
    ).toEqual(["REJECT happened OST > WES {help}"]);
  });
  test("Ost no longer helps West: what was is ended", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["no", "DET", 3, "advmod"],
        ["longer", "ADV", 4, "advmod", "long"],
        ["helps", "VERB", 0, "root", "help"],
        ["West", "PROPN", 4, "obj"],
        END(4),
      ),
    ).toEqual(["SANCTION.discontinue happened OST > WES {help}"]);
  });
  test("Ost said West needs to help Mark: a need that somebody names is asked for", () => {
    const tree = (name: string): Row[] => [
      [name, "PROPN", 2, "nsubj"],
      ["said", "VERB", 0, "root", "say"],
      ["West", "PROPN", 4, "nsubj"],
      ["needs", "VERB", 2, "ccomp", "need"],
      ["to", "PART", 6, "mark"],
      ["help", "VERB", 4, "xcomp"],
      ["Mark", "PROPN", 6, "obj"],
      END(2),
    ];
    expect(lines(...tree("Ost"))).toEqual(["REQUEST.assist happened OST > WES {help}"]);
    expect(
      lines(
        ...tree("Ost")
          .slice(2, 7)
          .map(([form, upos, head, relation, lemma]): Row => {
            const at = head - 2;
            return [form, upos, relation === "ccomp" ? 0 : at, relation === "ccomp" ? "root" : relation, lemma];
          }),
      ),
    ).toEqual([]);
  });
  test.each([
    ["demanded", "demand", "OST"],
    ["insisted", "insist", "OST"],
  ])("Ost %s that West attack Mark: the subjunctive asks", (form, lemma, asker) => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj", "Ost", "NNP"],
        [form, "VERB", 0, "root", lemma, "VBD"],
        ["that", "SCONJ", 5, "mark"],
        ["West", "PROPN", 5, "nsubj", "West", "NNP"],
        ["help", "VERB", 2, "ccomp", "help", "VBP"],
        ["Mark", "PROPN", 5, "obj", "Mark", "NNP"],
        END(2),
      ),
    ).toEqual([`REQUEST.assist happened ${asker} > WES {help}`]);
  });
  test("Ost will help Mark, a day after West imposed sanctions on Ost: the past is no plan", () => {
    expect(
      lines(
        ["Ost", "PROPN", 3, "nsubj"],
        ["will", "AUX", 3, "aux"],
        ["help", "VERB", 0, "root"],
        ["Mark", "PROPN", 3, "obj"],
        [",", "PUNCT", 9, "punct"],
        ["after", "SCONJ", 8, "mark"],
        ["West", "PROPN", 8, "nsubj"],
        ["imposed", "VERB", 3, "advcl", "impose", "VBD"],
        ["sanctions", "NOUN", 8, "obj", "sanction"],
        ["on", "ADP", 11, "case"],
        ["Ost", "PROPN", 8, "obl"],
        END(3),
      ),
    ).toEqual(["AGREE planned OST > MAR {help}", "COERCE.restrict happened WES > OST {impose-sanctions}"]);
  });
  test("Ost gathered to criticise West: what people come together for is voiced", () => {
    const tree = (form: string, lemma: string): Row[] => [
      ["Ost", "PROPN", 2, "nsubj"],
      [form, "VERB", 0, "root", lemma],
      ["to", "PART", 4, "mark"],
      ["criticise", "VERB", 2, "advcl"],
      ["West", "PROPN", 4, "obj"],
      END(2),
    ];
    expect(lines(...tree("gathered", "gather"))).toEqual(["ACCUSE happened OST > WES {criticise}"]);
    expect(lines(...tree("waited", "wait"))).toEqual([]);
  });
  test("Ost held talks in which Mark attacked West: a relative clause is under no operator", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["demanded", "VERB", 0, "root", "demand"],
        ["talks", "NOUN", 2, "obj", "talk"],
        ["in", "ADP", 5, "case"],
        ["which", "PRON", 7, "obl"],
        ["Mark", "PROPN", 7, "nsubj"],
        ["criticised", "VERB", 3, "acl:relcl", "criticise", "VBD"],
        ["West", "PROPN", 7, "obj"],
        END(2),
      ),
    ).toContain("ACCUSE happened MAR > WES {criticise}");
  });
  test("The attack on West by Ost would end: what is still to end is not to come", () => {
    const tree = (...auxiliary: Row[]): Row[] => {
      const verb = 3 + auxiliary.length;
      return [
        ["Ost", "PROPN", 2, "nmod:poss"],
        ["attack", "NOUN", verb, "nsubj"],
        ...auxiliary,
        ["cease", "VERB", 0, "root"],
        ["on", "ADP", verb + 2, "case"],
        ["West", "PROPN", 2, "nmod"],
        END(verb),
      ];
    };
    expect(lines(...tree(["will", "AUX", 4, "aux"]))).toEqual(["RETREAT planned OST > WES {attack-noun}"]);
    expect(lines(...tree())).toEqual(["ASSAULT happened OST > WES {attack-noun}"]);
  });
  test("Ost threatened to attack if West helped Mark: the threat is to who provokes it", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["threatened", "VERB", 0, "root", "threaten"],
        ["to", "PART", 4, "mark"],
        ["attack", "VERB", 2, "xcomp"],
        ["if", "SCONJ", 7, "mark"],
        ["West", "PROPN", 7, "nsubj"],
        ["helped", "VERB", 4, "advcl", "help", "VBD"],
        ["Mark", "PROPN", 7, "obj"],
        END(2),
      ),
    ).toContain("THREATEN.violence happened OST > WES {attack}");
  });
});
