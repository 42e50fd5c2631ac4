import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairFeatures } from "../../../src/coding/events/pairs/features.ts";
import { type Meanings, meaningOf, unpackedMeanings } from "../../../src/coding/events/pairs/meanings.ts";
import { mixed, type PairMix } from "../../../src/coding/events/pairs/mix.ts";
import { logShares } from "../../../src/coding/events/pairs/model.ts";
import { pathOf, predicatesOf, type ToldPair } from "../../../src/coding/events/pairs/tree.ts";
import { pairWords } from "../../../src/coding/events/pairs/words.ts";
import { treeOf } from "../../../src/coding/events/tree.ts";
import { EVENT_TYPES } from "../../../src/schema/index.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

/** Ost refused to lift its ban on grain from Vest. */
const ROWS: Row[] = [
  ["Ost", "PROPN", 2, "nsubj"],
  ["refused", "VERB", 0, "root", "refuse"],
  ["to", "PART", 4, "mark"],
  ["lift", "VERB", 2, "xcomp"],
  ["its", "PRON", 6, "nmod:poss"],
  ["ban", "NOUN", 4, "obj"],
  ["on", "ADP", 8, "case"],
  ["grain", "NOUN", 6, "nmod"],
  ["from", "ADP", 10, "case"],
  ["Vest", "PROPN", 8, "nmod"],
  [".", "PUNCT", 2, "punct"],
];
const tree = treeOf(analysisOf(ROWS), new Set());
const PAIR: ToldPair = { actor: [0, 1], recipient: [9, 10], actorHead: 0, recipientHead: 9 };
const CLASSES = new Map([
  ["refuse", ["REJECT"]],
  ["ban", ["oCOERCE"]],
]);
const lemmas = (tokens: readonly number[]): string => tokens.map((token) => tree.lemma[token].toLowerCase()).join(" ");

describe("what a told pair is judged by", () => {
  test("the path leads over the common ancestor, the chain down the complements", () => {
    expect(lemmas(pathOf(tree, PAIR))).toBe("ost refuse lift ban grain vest");
    expect(lemmas(predicatesOf(tree, PAIR))).toBe("refuse lift");
  });
  test("features mask the two and name what stands between, over and under them", () => {
    const features = pairFeatures(tree, PAIR, CLASSES);
    const wanted = [
      "b:S@_refuse",
      "bt:ban",
      "c1:lift",
      "vo:lift_ban",
      "tgr:nmod_from_grain",
      "lc0:REJECT",
      "lo:oCOERCE",
    ];
    expect(wanted.filter((feature) => !features.has(feature))).toEqual([]);
    expect([...features].filter((feature) => /vest|ost$/i.test(feature))).toEqual([]);
  });
  test("a pair without a recipient has neither path down nor words between", () => {
    const alone = { ...PAIR, recipient: undefined, recipientHead: -1 };
    expect(lemmas(pathOf(tree, alone))).toBe("ost refuse");
    expect([...pairFeatures(tree, alone, CLASSES)].filter((feature) => feature.startsWith("bt:"))).toEqual([]);
  });
  test("words weigh less the farther they stand from the pair", () => {
    const [all, first, last, objects] = pairWords(tree, PAIR);
    expect(all.map(({ lemma, weight }) => `${lemma} ${weight}`)).toEqual(["refuse 1", "lift 1", "ban 1", "grain 1"]);
    expect([first, last, objects].map((words) => words.map(({ lemma }) => lemma).join())).toEqual([
      "refuse",
      "lift",
      "ban",
    ]);
  });
});

describe("the meaning of words", () => {
  const table: Meanings = unpackedMeanings({
    width: 2,
    scale: 0.5,
    words: "refuse lift",
    values: Buffer.from(Int8Array.of(4, -2, 0, 6).buffer).toString("base64"),
  });
  test("is their weighted sum over the root of their weight, group by group", () => {
    const groups = [
      [
        { lemma: "refuse", weight: 1 },
        { lemma: "lift", weight: 3 },
      ],
      [],
      [{ lemma: "unheard", weight: 1 }],
    ];
    expect([...meaningOf(table, groups)]).toEqual([1, 4, 0, 0, 0, 0]);
  });
});

describe("rules and linear model together", () => {
  const MIX: PairMix = { linear: 1, any: 1, weight: 2 };
  const flat = new Map(EVENT_TYPES.map((type) => [type, Math.log(1 / EVENT_TYPES.length)]));
  const rule = { weight: 4 };
  test("a rule decides where the linear model has no opinion", () => {
    const likely = mixed(MIX, flat, new Map([["REJECT", rule] as const]));
    expect(EVENT_TYPES[likely.indexOf(Math.max(...likely))]).toBe("REJECT");
  });
  test("a sure linear model outvotes a rule", () => {
    const sure = new Map(EVENT_TYPES.map((type) => [type, type === "AID" ? Math.log(0.985) : Math.log(0.001)]));
    const likely = mixed(MIX, sure, new Map([["REJECT", rule] as const]));
    expect(EVENT_TYPES[likely.indexOf(Math.max(...likely))]).toBe("AID");
  });
  test("shares of any scores are a distribution", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 16 }),
        (scores) => {
          const total = logShares(Float64Array.from(scores)).reduce((sum, value) => sum + Math.exp(value), 0);
          expect(total).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
