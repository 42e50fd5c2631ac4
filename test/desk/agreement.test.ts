import { expect, test } from "vitest";
import { agreementOf } from "../../src/desk/reviews/agreement.ts";
import type { Report, Review, ReviewKind } from "../../src/schema/index.ts";

const report = (type: Report["type"]): Report => ({
  ...{ id: "r0-9.AGREE", type, contexts: [], actors: [], recipients: [], directedAgainst: [] },
  ...{ status: "happened", attribution: [], score: 1, confidence: 0.5, rule: "test", evidence: [[0, 9]] },
});

let made = 0;
function next(): number {
  made += 1;
  return made;
}

const said = (reviewer: string, document: string, type: Report["type"], kind: ReviewKind = "accept"): Review => ({
  ...{ id: `v${next()}`, kind, document, report: "r0-9.AGREE", reviewer },
  at: `2020-01-01T00:00:${String(made % 60).padStart(2, "0")}.000Z`,
  saw: { report: report("AGREE"), domain: "diplomatic" },
  coding: { report: report(type), domain: "diplomatic" },
});

/** Cohen 1960: of 50 items both say AID to 20, both AGREE to 15; kappa is 0.4. */
const cohen = (): Review[] => {
  const cells = [
    ["AID", "AID", 20],
    ["AID", "AGREE", 5],
    ["AGREE", "AID", 10],
    ["AGREE", "AGREE", 15],
  ] as const;
  return cells.flatMap(([one, other, times]) =>
    Array.from({ length: times }, (_, at) => `d${one}${other}${at}`).flatMap((document) => [
      said("Ana", document, one),
      said("Ben", document, other),
    ]),
  );
};

test("kappa of the textbook table of 50 items is 0.4, and its share of agreement 0.7", () => {
  const { pairs } = agreementOf(cohen());
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ reviewers: ["Ana", "Ben"], n: 50, blind: 0 });
  const type = pairs[0].fields.find(({ field }) => field === "type");
  expect(type?.share).toBeCloseTo(0.7, 10);
  expect(type?.kappa).toBeCloseTo(0.4, 10);
});

test("where both always say the same one thing there is no kappa, and it says why", () => {
  const status = agreementOf(cohen()).pairs[0].fields.find(({ field }) => field === "status");
  expect(status).toEqual({ field: "status", n: 50, share: 1, reason: "no variation" });
});

test("few reports have a share and no kappa", () => {
  const few = cohen().slice(0, 18);
  const [pair] = agreementOf(few).pairs;
  expect(pair.fields[1]).toMatchObject({ n: 9, share: 1, reason: "too few, below 10" });
  expect(pair.fields[1].kappa).toBeUndefined();
});

test("only the last judgement of each counts, comments and what was taken back don't", () => {
  const all = [
    said("Ana", "d1", "AID"),
    said("Ana", "d1", "AGREE"),
    said("Ben", "d1", "AGREE"),
    said("Cem", "d1", "AID", "comment"),
    { ...said("Dan", "d1", "AID"), undone: { reviewer: "Dan", at: "2020-01-02" } },
  ];
  const { pairs } = agreementOf(all);
  expect(pairs.map(({ reviewers }) => reviewers)).toEqual([["Ana", "Ben"]]);
  expect(pairs[0].fields.every(({ share }) => share === 1)).toBe(true);
});

test("a rejection agrees with a rejection only", () => {
  const both = (one: ReviewKind, other: ReviewKind) =>
    agreementOf([said("Ana", "d1", "AID", one), said("Ben", "d1", "AID", other)]).pairs[0].fields[0].share;
  expect(both("reject", "reject")).toBe(1);
  expect(both("reject", "accept")).toBe(0);
});

test("without two reviewers on one report there is nothing to tell", () => {
  expect(agreementOf([said("Ana", "d1", "AID"), said("Ben", "d2", "AID")])).toEqual({
    pairs: [],
    reason: "no report was judged by two reviewers",
  });
});
