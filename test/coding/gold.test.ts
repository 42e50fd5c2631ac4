import { expect, test } from "vitest";
import { goldFigures, scoreGold } from "../../eval/coding/gold.ts";
import type { Reader } from "../../src/coding/index.ts";
import type { GoldLine, GoldReport, Participant, Reading, Report } from "../../src/schema/index.ts";

const party = (country: string): Participant => ({ mention: "m0-1", country, sector: "GOV", span: [0, 1] });

const told = (type: Report["type"], from: number, to: number, actor = "OST"): Report => ({
  ...{ id: `r${from}-${to}.${type}`, type, contexts: [], actors: [party(actor)], recipients: [party("WES")] },
  ...{ directedAgainst: [], status: "happened", attribution: [], score: 1, confidence: 0.5, rule: "test" },
  evidence: [[from, to]],
});

const reading = (...reports: Report[]): Reading => ({
  ...{ schema: "entente.reading/1", id: "d1", mentions: [], reports, quotations: [], notes: [] },
  coder: { version: "1", model: "test", knowledge: "test" },
});

const gold = (part: Partial<GoldReport>, type: Report["type"] = "AID"): GoldReport => ({
  ...{ id: "r0-20.AID", spans: [[0, 20]], verdict: "stands", state: "reviewed", added: false, corrected: [] },
  coding: {
    ...{ type, contexts: [], domain: "economic", status: "happened" },
    ...{ actors: ["OST"], recipients: ["WES"], directedAgainst: [] },
  },
  ...part,
});

const line = (...reports: GoldReport[]): GoldLine => ({
  ...{ schema: "entente.gold/1", document: "d1", sha256: "0", reports },
});

const reader = { knowledge: { domainOf: () => "economic" } } as unknown as Reader;
const score = (gold: GoldLine, answer: Reading | undefined) => scoreGold([gold], () => answer, reader);

test("an event is found where the coder reports something of the same words, right or wrong", () => {
  expect(score(line(gold({})), reading(told("AID", 2, 20)))).toMatchObject({ events: 1, found: 1, right: { type: 1 } });
  expect(score(line(gold({})), reading(told("AGREE", 0, 20)))).toMatchObject({
    found: 1,
    right: { type: 0, actors: 1 },
  });
  expect(score(line(gold({})), reading(told("AID", 12, 40)))).toMatchObject({ events: 1, found: 0 });
});

test("of several reports of the same words the one with most of it right answers", () => {
  const answer = reading(told("AGREE", 0, 20, "MAR"), told("AID", 0, 20));
  expect(score(line(gold({})), answer).right).toMatchObject({ type: 1, actors: 1, recipients: 1, status: 1 });
});

test("a rejected event counts against the coder only where it is given again", () => {
  const rejected = line(gold({ verdict: "rejected" }));
  expect(score(rejected, reading(told("AID", 0, 20)))).toMatchObject({ events: 0, rejected: 1, again: 1 });
  expect(score(rejected, reading(told("AID", 0, 20, "MAR")))).toMatchObject({ rejected: 1, again: 0 });
  expect(score(rejected, reading())).toMatchObject({ rejected: 1, again: 0 });
});

test("what is disputed, and what has no text at hand, is passed over", () => {
  expect(score(line(gold({ state: "disputed" })), reading())).toMatchObject({ events: 0, rejected: 0 });
  expect(score(line(gold({})), undefined)).toMatchObject({ events: 0 });
});

test("shares of nothing are left out of the figures", () => {
  expect(goldFigures(score(line(gold({})), reading()))).toEqual([{ name: "gold: events found, of 1", value: 0 }]);
  const names = goldFigures(score(line(gold({})), reading(told("AID", 0, 20)))).map(({ name }) => name);
  expect(names).toContain("gold: type right, of 1");
  expect(names.join()).not.toContain("rejected");
});
