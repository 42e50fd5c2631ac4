import { describe, expect, test } from "vitest";
import { reportsOf } from "../../../src/coding/events/index.ts";
import { reportLine, worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

const END: (head: number) => Row = (head) => [".", "PUNCT", head, "punct"];

function lines(...rows: Row[]): string[] {
  const analysis = analysisOf(rows);
  return reportsOf(worldSight(analysis), worldMentions(analysis)).map(reportLine);
}

describe("who harms and who is harmed", () => {
  test("Westian soldiers were killed in an Ostian raid.", () => {
    expect(
      lines(
        ["Westian", "ADJ", 2, "amod"],
        ["soldiers", "NOUN", 4, "nsubj:pass", "soldier"],
        ["were", "AUX", 4, "aux:pass", "be"],
        ["killed", "VERB", 0, "root", "kill"],
        ["in", "ADP", 8, "case"],
        ["an", "DET", 8, "det"],
        ["Ostian", "ADJ", 8, "amod"],
        ["raid", "NOUN", 4, "obl"],
        END(4),
      ),
    ).toEqual(["ASSAULT happened OST > WES {raid-noun}"]);
  });
  test("Westian soldiers died in a battle with Ost.", () => {
    expect(
      lines(
        ["Westian", "ADJ", 2, "amod"],
        ["soldiers", "NOUN", 3, "nsubj", "soldier"],
        ["died", "VERB", 0, "root", "die"],
        ["in", "ADP", 6, "case"],
        ["a", "DET", 6, "det"],
        ["battle", "NOUN", 3, "obl"],
        ["with", "ADP", 8, "case"],
        ["Ost", "PROPN", 6, "nmod"],
        END(3),
      )[0],
    ).toMatch(/^ASSAULT happened (OST\+WES|WES\+OST) > {2}\{battle-noun\}$/);
  });
  test("Westian soldiers rested in an Ostian raid, which did nothing to them", () => {
    expect(
      lines(
        ["Westian", "ADJ", 2, "amod"],
        ["soldiers", "NOUN", 3, "nsubj", "soldier"],
        ["rested", "VERB", 0, "root", "rest"],
        ["in", "ADP", 7, "case"],
        ["an", "DET", 7, "det"],
        ["Ostian", "ADJ", 7, "amod"],
        ["raid", "NOUN", 3, "obl"],
        END(3),
      ),
    ).toEqual([]);
  });
  test("A bomb planted by Ost attacked West.", () => {
    expect(
      lines(
        ["a", "DET", 2, "det"],
        ["bomb", "NOUN", 6, "nsubj"],
        ["planted", "VERB", 2, "acl", "plant"],
        ["by", "ADP", 5, "case"],
        ["Ost", "PROPN", 3, "obl:agent"],
        ["attacked", "VERB", 0, "root", "attack"],
        ["West", "PROPN", 6, "obj"],
        END(6),
      ),
    ).toEqual(["ASSAULT happened OST > WES {attack}"]);
  });
  test("Ostian troops were deployed near West.", () => {
    expect(
      lines(
        ["Ostian", "ADJ", 2, "amod"],
        ["troops", "NOUN", 4, "nsubj:pass", "troop"],
        ["were", "AUX", 4, "aux:pass", "be"],
        ["deployed", "VERB", 0, "root", "deploy"],
        ["near", "ADP", 6, "case"],
        ["West", "PROPN", 4, "obl"],
        END(4),
      ),
    ).toEqual(["MOBILIZE.troops happened OST > WES {deploy-troops}"]);
  });
  test("Westian fighters were killed in an operation by Ost.", () => {
    expect(
      lines(
        ["Westian", "ADJ", 2, "amod"],
        ["fighters", "NOUN", 4, "nsubj:pass", "fighter"],
        ["were", "AUX", 4, "aux:pass", "be"],
        ["killed", "VERB", 0, "root", "kill"],
        ["in", "ADP", 7, "case"],
        ["an", "DET", 7, "det"],
        ["operation", "NOUN", 4, "obl"],
        ["by", "ADP", 9, "case"],
        ["Ost", "PROPN", 7, "nmod"],
        END(4),
      ),
    ).toEqual(["ASSAULT happened OST > WES {kill}"]);
  });
  test("The raid of West by Ost was long: with an agent, of names the victim", () => {
    expect(
      lines(
        ["the", "DET", 2, "det"],
        ["raid", "NOUN", 8, "nsubj"],
        ["of", "ADP", 4, "case"],
        ["West", "PROPN", 2, "nmod"],
        ["by", "ADP", 6, "case"],
        ["Ost", "PROPN", 2, "nmod"],
        ["was", "AUX", 8, "cop", "be"],
        ["long", "ADJ", 0, "root"],
        END(8),
      ),
    ).toEqual(["ASSAULT happened OST > WES {raid-noun}"]);
  });
  test("Westian soldiers died in a raid claimed by Ost.", () => {
    expect(
      lines(
        ["Westian", "ADJ", 2, "amod"],
        ["soldiers", "NOUN", 3, "nsubj", "soldier"],
        ["died", "VERB", 0, "root", "die"],
        ["in", "ADP", 6, "case"],
        ["a", "DET", 6, "det"],
        ["raid", "NOUN", 3, "obl"],
        ["claimed", "VERB", 6, "acl", "claim"],
        ["by", "ADP", 9, "case"],
        ["Ost", "PROPN", 7, "obl:agent"],
        END(3),
      ),
    ).toEqual(["ASSAULT happened OST > WES {raid-noun}"]);
  });
  test("An Ostian raid in West killed a Markish soldier: he is hit, not the country", () => {
    expect(
      lines(
        ["an", "DET", 3, "det"],
        ["Ostian", "ADJ", 3, "amod"],
        ["raid", "NOUN", 6, "nsubj"],
        ["in", "ADP", 5, "case"],
        ["West", "PROPN", 3, "nmod"],
        ["killed", "VERB", 0, "root", "kill"],
        ["a", "DET", 9, "det"],
        ["Markish", "ADJ", 9, "amod"],
        ["soldier", "NOUN", 6, "obj"],
        END(6),
      ),
    ).toEqual(["ASSAULT happened OST > MAR {kill}"]);
  });
});
