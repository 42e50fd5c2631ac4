import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareRight } from "../../../src/coding/events/confidence.ts";
import { eventsOf, groundOf, reportsOf } from "../../../src/coding/events/index.ts";
import { SIGNS, type Signs, signsOf } from "../../../src/coding/events/signs.ts";
import { worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

/** Ost attacked West. */
const PLAIN: Row[] = [
  ["Ost", "PROPN", 2, "nsubj"],
  ["attacked", "VERB", 0, "root", "attack"],
  ["West", "PROPN", 2, "obj"],
  [".", "PUNCT", 2, "punct"],
];
/** While Mark slept Ost, they say, attacked West. */
const WOVEN: Row[] = [
  ["They", "PRON", 2, "nsubj"],
  ["say", "VERB", 0, "root", "say"],
  ["that", "SCONJ", 8, "mark"],
  ["Ost", "PROPN", 8, "nsubj"],
  ["as", "SCONJ", 7, "mark"],
  ["Mark", "PROPN", 7, "nsubj"],
  ["slept", "VERB", 8, "advcl", "sleep"],
  ["attacked", "VERB", 2, "ccomp", "attack"],
  ["West", "PROPN", 8, "obj"],
  [".", "PUNCT", 2, "punct"],
];

function signsIn(rows: Row[]): Signs {
  const analysis = analysisOf(rows);
  const ground = groundOf(worldSight(analysis), worldMentions(analysis));
  const [candidate] = eventsOf(ground)[0].candidates.filter(({ rejected }) => !rejected);
  return signsOf(ground, candidate);
}

const NEUTRAL = Object.fromEntries(SIGNS.map((name) => [name, 0])) as unknown as Signs;

describe("the signs of a report", () => {
  test("a plain clause has a bare verb, a deed and nothing against it", () => {
    const { told, spread, ...rest } = signsIn(PLAIN);
    expect(spread).toBeCloseTo(Math.log(3), 12);
    expect(told).toBeLessThanOrEqual(0);
    expect(rest).toEqual({
      deed: 1,
      pronoun: 0,
      elsewhere: 0,
      bystanders: 0,
      place: 0,
      unknown: 0,
      depth: 0,
      verb: 1,
      noun: 0,
      borrowed: 0,
    });
  });
  test("a clause inside another stands deeper, wider, and beside others", () => {
    const { bystanders, depth, spread } = signsIn(WOVEN);
    expect({ bystanders, depth, words: Math.expm1(spread) }).toEqual({ bystanders: 1, depth: 1, words: 5 });
  });
});

describe("confidence", () => {
  test("is the share of such reports that were right, with three digits", () => {
    const analysis = analysisOf(PLAIN);
    const [{ confidence }] = reportsOf(worldSight(analysis), worldMentions(analysis));
    expect(confidence).toBeCloseTo(shareRight(signsIn(PLAIN)), 3);
    expect(confidence * 1000).toBeCloseTo(Math.round(confidence * 1000), 9);
  });
  test("is never certain, whatever the signs", () => {
    const any = fc.record(Object.fromEntries(SIGNS.map((name) => [name, fc.integer({ min: -30, max: 30 })])));
    fc.assert(
      fc.property(any, (signs) => {
        const share = shareRight(signs as unknown as Signs);
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThan(1);
      }),
    );
  });
  test.each(["spread", "pronoun", "elsewhere", "bystanders", "place", "unknown", "depth"] as const)(
    "falls with %s",
    (name) => expect(shareRight({ ...NEUTRAL, [name]: 1 })).toBeLessThan(shareRight(NEUTRAL)),
  );
  test.each(["told", "deed"] as const)("rises with %s", (name) =>
    expect(shareRight({ ...NEUTRAL, [name]: 1 })).toBeGreaterThan(shareRight(NEUTRAL)),
  );
});

describe("the least confidence", () => {
  const analysis = analysisOf(PLAIN);
  const ground = groundOf(worldSight(analysis), worldMentions(analysis));
  test.each([
    [0, undefined],
    [0.2, undefined],
    [1, "it is more likely wrong than right"],
  ])("of %f rejects what is less sure, and says why", (least, reason) => {
    const [candidate] = eventsOf(ground, least)[0].candidates;
    expect(candidate.rejected).toBe(reason);
    expect(candidate.assessment?.value).toBeCloseTo(shareRight(signsIn(PLAIN)), 3);
  });
});
