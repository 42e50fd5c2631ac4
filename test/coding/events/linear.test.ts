import { describe, expect, test } from "vitest";
import { reportsOf } from "../../../src/coding/events/index.ts";
import type { Sight } from "../../../src/coding/index.ts";
import { buildEventRules } from "../../../src/knowledge/rules.ts";
import { reportLine, worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

const row = (name: string, fields: string): string =>
  `- {name: ${name}, pattern: bless, reading: linear, source: "a:1", ${fields}}\n`;

const eventRules = buildEventRules({
  "rules/own.yaml": [
    row("bless", "type: SUPPORT"),
    row("never", 'type: REJECT, phrase: "never_*"'),
    row("tide", 'type: AID, phrase: "* (flood|spring_tide)"'),
    row("several", 'type: AGREE, roles: mutual, phrase: "% *"'),
    row("passive", 'type: CONSULT, phrase: "+ was_* for ^ by $"'),
    row("bow", "type: COERCE, roles: reversed").replace("bless", "bow"),
    row("lantern", 'type: CONSULT, phrase: "* lantern", drop: "it is none"'),
  ].join(""),
  "rules/operators.yaml":
    "- {name: op-refuse, pattern: refuse, effect: refuse, yes: Ost refused to go., no: Ost ate it.}\n",
});

function lines(...rows: Row[]): string[] {
  const analysis = analysisOf(rows);
  const sight = worldSight(analysis);
  const own = { ...sight, knowledge: { ...sight.knowledge, eventRules: { ...eventRules, told: eventRules } } };
  return reportsOf(own as Sight, worldMentions(analysis)).map(reportLine);
}

const OST: Row = ["Ost", "PROPN", 2, "nsubj"];
const BLESSED: Row = ["blessed", "VERB", 0, "root", "bless"];

describe("rows that are read along the sentence", () => {
  test("Ost blessed the hills far from West.", () => {
    expect(
      lines(
        OST,
        BLESSED,
        ["the", "DET", 4, "det"],
        ["hills", "NOUN", 2, "obj"],
        ["far", "ADV", 7, "advmod"],
        ["from", "ADP", 7, "case"],
        ["West", "PROPN", 4, "nmod"],
      ),
    ).toEqual(["SUPPORT happened OST > WES {bless}"]);
  });
  test("the words before the verb have seen to the status", () => {
    expect(
      lines(
        ["Ost", "PROPN", 3, "nsubj"],
        ["never", "ADV", 3, "advmod"],
        ["blessed", "VERB", 0, "root", "bless"],
        ["West", "PROPN", 3, "obj"],
      ),
    ).toEqual(["REJECT happened OST > WES {never}"]);
  });
  test("an operator above leaves the type alone", () => {
    const [line] = lines(
      OST,
      ["refused", "VERB", 0, "root", "refuse"],
      ["to", "PART", 4, "mark"],
      ["bless", "VERB", 2, "xcomp", "bless"],
      ["West", "PROPN", 4, "obj"],
    );
    expect(line).toMatch(/^SUPPORT \w+ OST > WES/);
  });
  test("the longer phrase goes first, with alternatives of several words", () => {
    expect(
      lines(
        OST,
        BLESSED,
        ["West", "PROPN", 2, "obj"],
        ["this", "DET", 6, "det"],
        ["spring", "NOUN", 6, "compound"],
        ["tide", "NOUN", 2, "obl"],
      ),
    ).toEqual(["AID happened OST > WES {tide}"]);
  });
  test("several who stand together are on both sides", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["and", "CCONJ", 3, "cc"],
        ["West", "PROPN", 1, "conj"],
        ["blessed", "VERB", 0, "root", "bless"],
      ),
    ).toEqual(["AGREE happened OST+WES >  {several}"]);
  });
  test("a phrase says who acts, to whom it is done, and who is passed over", () => {
    expect(
      lines(
        ["Ost", "PROPN", 3, "nsubj:pass"],
        ["was", "AUX", 3, "aux:pass", "be"],
        ["blessed", "VERB", 0, "root", "bless"],
        ["for", "ADP", 5, "case"],
        ["Mark", "PROPN", 3, "obl"],
        ["by", "ADP", 7, "case"],
        ["West", "PROPN", 3, "obl"],
      ),
    ).toEqual(["CONSULT happened WES > OST {passive}"]);
  });
  test("what somebody undergoes is done by whoever stands behind the word", () => {
    expect(
      lines(OST, ["bowed", "VERB", 0, "root", "bow"], ["before", "ADP", 4, "case"], ["West", "PROPN", 2, "obl"]),
    ).toEqual(["COERCE happened WES > OST {bow}"]);
  });
  test("what is no event keeps the shorter row from firing", () => {
    expect(
      lines(OST, BLESSED, ["West", "PROPN", 2, "obj"], ["a", "DET", 5, "det"], ["lantern", "NOUN", 2, "obl"]),
    ).toEqual([]);
  });
  test("who says so behind the event has no part in it", () => {
    expect(
      lines(
        OST,
        ["blessed", "VERB", 5, "ccomp", "bless"],
        ["hills", "NOUN", 2, "obj"],
        ["West", "PROPN", 5, "nsubj"],
        ["said", "VERB", 0, "root", "say"],
      ),
    ).toEqual([]);
  });
  test("a subject that names nobody lets nobody else act", () => {
    expect(
      lines(
        ["Ost", "PROPN", 0, "root"],
        ["monks", "NOUN", 3, "nsubj"],
        ["bless", "VERB", 1, "parataxis", "bless"],
        ["West", "PROPN", 3, "obj"],
      ),
    ).toEqual([]);
  });
});
