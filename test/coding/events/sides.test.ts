import { describe, expect, test } from "vitest";
import { reportsOf } from "../../../src/coding/events/index.ts";
import type { TokenMention } from "../../../src/coding/types.ts";
import { reportLine, worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

const END: (head: number) => Row = (head) => [".", "PUNCT", head, "punct"];

function lines(...rows: Row[]): string[] {
  const analysis = analysisOf(rows);
  return reportsOf(worldSight(analysis), worldMentions(analysis)).map(reportLine);
}

describe("sides that stand far from the event's word", () => {
  test("Ost attacked a convoy of West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["attacked", "VERB", 0, "root", "attack"],
        ["a", "DET", 4, "det"],
        ["column", "NOUN", 2, "obj", "column"],
        ["near", "ADP", 7, "case"],
        ["a", "DET", 7, "det"],
        ["camp", "NOUN", 4, "nmod"],
        ["of", "ADP", 9, "case"],
        ["West", "PROPN", 7, "nmod"],
        END(2),
      ),
    ).toEqual(["ASSAULT happened OST > WES {attack}"]);
  });
  test("Ost demanded that West withdraw.", () => {
    const [line, ...more] = lines(
      ["Ost", "PROPN", 2, "nsubj"],
      ["demanded", "VERB", 0, "root", "demand"],
      ["that", "SCONJ", 5, "mark"],
      ["West", "PROPN", 5, "nsubj"],
      ["explain", "VERB", 2, "ccomp", "explain"],
      END(2),
    );
    expect(line).toMatch(/^REQUEST happened OST > WES/);
    expect(more).toEqual([]);
  });
  test("the coming visit of Ost to West is Ost's, whoever talks of it", () => {
    expect(
      lines(
        ["Mark", "PROPN", 2, "nsubj"],
        ["plans", "VERB", 0, "root", "plan"],
        ["the", "DET", 5, "det"],
        ["coming", "VERB", 5, "amod", "come"],
        ["visit", "NOUN", 2, "obj"],
        ["of", "ADP", 7, "case"],
        ["Ost", "PROPN", 5, "nmod"],
        ["to", "ADP", 9, "case"],
        ["West", "PROPN", 7, "nmod"],
        END(2),
      ),
    ).toEqual(["AGREE planned OST > WES {visit-noun}"]);
  });
  test("what something happens ahead of is still to come", () => {
    expect(
      lines(
        ["Prices", "NOUN", 2, "nsubj"],
        ["rose", "VERB", 0, "root", "rise"],
        ["ahead", "ADV", 2, "advmod"],
        ["of", "ADP", 5, "case"],
        ["talks", "NOUN", 2, "obl", "talk"],
        ["between", "ADP", 7, "case"],
        ["Ost", "PROPN", 5, "nmod"],
        ["and", "CCONJ", 9, "cc"],
        ["West", "PROPN", 7, "conj"],
        END(2),
      ),
    ).toEqual(["AGREE planned OST+WES >  {talks}"]);
  });
  test("Ost drew criticism from West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj"],
        ["drew", "VERB", 0, "root", "draw"],
        ["criticism", "NOUN", 2, "obj", "criticism"],
        ["from", "ADP", 5, "case"],
        ["West", "PROPN", 2, "obl"],
        END(2),
      ),
    ).toEqual(["ACCUSE happened WES > OST {criticism-noun}"]);
  });
  test("Ost will host West: the promise is the host's.", () => {
    const [line] = lines(
      ["Ost", "PROPN", 3, "nsubj"],
      ["will", "AUX", 3, "aux", "will"],
      ["host", "VERB", 0, "root", "host"],
      ["West", "PROPN", 3, "obj"],
      END(3),
    );
    expect(line).toMatch(/^AGREE planned OST > WES/);
  });
  test("Ost sent experts to West: those who are sent receive nothing.", () => {
    const [line] = lines(
      ["Ost", "PROPN", 2, "nsubj"],
      ["sent", "VERB", 0, "root", "send"],
      ["experts", "NOUN", 2, "obj", "expert"],
      ["to", "ADP", 5, "case"],
      ["West", "PROPN", 2, "obl"],
      END(2),
    );
    expect(line).toMatch(/^AID happened OST > WES/);
  });
});

describe("trees that the parser bends", () => {
  test("a subject taken for a passive's acts in a simple past", () => {
    expect(
      lines(
        ["Ost", "PROPN", 2, "nsubj:pass"],
        ["attacked", "VERB", 0, "root", "attack"],
        ["West", "PROPN", 2, "obj"],
        END(2),
      ),
    ).toEqual(["ASSAULT happened OST > WES {attack}"]);
  });
  test("a noun right behind a particle is the object", () => {
    const [line] = lines(
      ["Ost", "PROPN", 2, "nsubj"],
      ["shot", "VERB", 0, "root", "shoot"],
      ["down", "ADP", 2, "compound:prt"],
      ["West", "PROPN", 2, "obl"],
      END(2),
    );
    expect(line).toMatch(/^ASSAULT happened OST > WES/);
  });
  test("a statement's participle tells what its author says", () => {
    const [line] = lines(
      ["Ost", "PROPN", 2, "nsubj"],
      ["released", "VERB", 0, "root", "release"],
      ["a", "DET", 4, "det"],
      ["statement", "NOUN", 2, "obj"],
      ["criticising", "VERB", 4, "acl", "criticise"],
      ["West", "PROPN", 5, "obj"],
      END(2),
    );
    expect(line).toMatch(/^ACCUSE happened OST > WES/);
  });
  test("whom an attack supports is not attacked", () => {
    const [line, ...more] = lines(
      ["Ost", "PROPN", 2, "nsubj"],
      ["attacked", "VERB", 0, "root", "attack"],
      ["bases", "NOUN", 2, "obj", "base"],
      ["in", "ADP", 5, "case"],
      ["support", "NOUN", 2, "obl"],
      ["of", "ADP", 7, "case"],
      ["West", "PROPN", 5, "nmod"],
      END(2),
    );
    expect(line).toBeUndefined();
    expect(more).toEqual([]);
  });
  test("any word of a name that hangs on the verb stands for the whole name", () => {
    const analysis = analysisOf([
      ["PM", "NOUN", 3, "obl"],
      ["Smith", "PROPN", 3, "nsubj"],
      ["attacked", "VERB", 0, "root", "attack"],
      ["West", "PROPN", 3, "obj"],
      END(3),
    ]);
    const actor = { id: "person.smith", country: "OST", sector: "GOV" } as const;
    const smith: TokenMention = { id: "m0", span: [0, 8], kind: "actor", actor, tokens: [0, 2], head: 0 };
    const reports = reportsOf(worldSight(analysis), worldMentions(analysis, [smith]));
    expect(reports.map(reportLine)).toEqual(["ASSAULT happened OST > WES {attack}"]);
  });
  test("a word of an organisation's name is no event", () => {
    const analysis = analysisOf([
      ["Ost", "PROPN", 2, "compound"],
      ["Patrol", "PROPN", 3, "nsubj", "patrol"],
      ["flew", "VERB", 0, "root", "fly"],
      END(3),
    ]);
    const actor = { id: "org.guard", country: "OST", sector: "MIL" } as const;
    const guard: TokenMention = { id: "m0", span: [0, 10], kind: "actor", actor, tokens: [0, 2], head: 1 };
    expect(reportsOf(worldSight(analysis), worldMentions(analysis, [guard]))).toEqual([]);
  });
});
