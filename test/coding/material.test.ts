import { describe, expect, test } from "vitest";
import { explain, type Reader, read } from "../../src/coding/index.ts";
import type { Participant } from "../../src/schema/index.ts";
import { documentOf, modelPath, shippedReader } from "../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("test/coding/material.test.ts: skipped, there is no model in model/");

let loaded: Reader | undefined;
const reader = (): Reader => {
  loaded ??= shippedReader();
  return loaded;
};

const names = (parties: readonly Participant[]): string =>
  [...new Set(parties.map(({ country }) => country ?? "?"))].sort().join("+") || "nobody";

const told = (text: string): string[] =>
  read(documentOf("d1", text, "2020-06-10"), reader()).reports.map(
    ({ type, mode, status, actors, recipients }) =>
      `${type}${mode ? `.${mode}` : ""} ${status} ${names(actors)} > ${names(recipients)}`,
  );

const GIVEN: readonly (readonly [string, string])[] = [
  ["Norway has donated tents and blankets to Nepal.", "AID happened NOR > NPL"],
  ["Peru gave Chile assurances, and Norway has given assurances to Nepal.", "AGREE happened NOR > NPL"],
  ["Norway has delivered radars and drones to Nepal.", "AID happened NOR > NPL"],
  ["Norway supplied drones to Nepal, Peru said.", "AID happened NOR > NPL"],
  ["A shipment of medicine from Norway to Nepal arrived.", "AID happened NOR > NPL"],
  ["A Norwegian plane carrying tents landed in Nepal.", "AID happened NOR > NPL"],
  ["Norway extended a credit line to Nepal.", "AID happened NOR > NPL"],
  ["Norway has offered humanitarian aid to Nepal.", "AGREE happened NOR > NPL"],
  ["The IMF unveiled a loan for Nepal.", "AID happened IGO > NPL"],
  ["Norway gave Nepal ten tents.", "AID happened NOR > NPL"],
  ["Norway has delivered American missiles to Nepal.", "AID happened NOR > NPL"],
  ["Norway sent a team of experts to Nepal.", "AID happened NOR > NPL"],
  ["Norway opened its border to refugees from Nepal.", "AID happened NOR > NPL"],
  ["Norway sent rescue helicopters to Nepal.", "AID happened NOR > NPL"],
  ["Norway has rolled over a loan to Nepal.", "AID happened NOR > NPL"],
];

const DONE_TOGETHER: readonly (readonly [string, string])[] = [
  ["Norway and Peru held a trilateral drill with Chile.", "COOPERATE happened CHL+NOR+PER > nobody"],
  ["Norway and Peru exchanged the remains of soldiers.", "COOPERATE happened NOR+PER > nobody"],
  ["Norway exchanged prisoners with Peru.", "COOPERATE happened NOR+PER > nobody"],
  ["Norway has handed over a fugitive to Peru.", "COOPERATE happened NOR > PER"],
  ["Norway began the delivery of gas to Peru.", "COOPERATE happened NOR > PER"],
  ["Norway approved the sale of frigates to Peru.", "AGREE happened NOR > PER"],
  ["Norway tipped off Peru about the plot.", "COOPERATE happened NOR > PER"],
  ["Norway and Peru opened a pipeline.", "COOPERATE happened NOR+PER > nobody"],
  ["Norway supplied Peru with gas.", "COOPERATE happened NOR > PER"],
  ["Norway provided Peru with evidence.", "COOPERATE happened NOR > PER"],
  ["Norwegian and Peruvian police smashed a ring of smugglers.", "COOPERATE happened NOR+PER > nobody"],
];

const YIELDED: readonly (readonly [string, string])[] = [
  ["Peru handed over ten Brazilian fishermen to Brazil.", "RETREAT.release happened PER > BRA"],
  ["Peru dropped its opposition to the bid of Chile.", "CONCEDE happened PER > CHL"],
  ["The president of Peru withdrew the tax bill after deadly protests.", "CONCEDE happened PER > nobody"],
  ["The president of Peru has declared an amnesty.", "CONCEDE happened PER > nobody"],
  ["Peru lifted its state of emergency.", "CONCEDE happened PER > nobody"],
  ["The government of Peru backed down on the tax.", "CONCEDE happened PER > nobody"],
  ["Peru handed over the islands to Brazil.", "CONCEDE happened PER > BRA"],
  ["Peru delisted the Taliban as a terrorist group.", "CONCEDE happened PER > AFG"],
];

const NO_EVENTS: readonly string[] = [
  "Norwegian companies invested in Peru.",
  "A Norwegian company sent engineers to Peru.",
  "Exports of Norway to Peru fell in May.",
  "Bilateral trade between Norway and Peru grew by 5 percent.",
  "The border between Norway and Sweden is poorly demarcated.",
  "Researchers from Norway and Peru worked together.",
  "Norway helped Peru to the cup.",
  "The ministers discussed issues of economic cooperation between Norway and Peru.",
  "Norway's king delivered a speech to the parliament of Peru.",
  "Norway sponsored terrorism in Peru.",
  "Norway gave Peru's ambassador 48 hours to leave the country.",
];

describe.skipIf(noModel)("material cooperation and yielding in news", () => {
  test.for([...GIVEN, ...DONE_TOGETHER, ...YIELDED])("%s", ([text, expected]) => {
    expect(told(text)).toContain(expected);
  });
  test.for(NO_EVENTS)("is no aid, cooperation or concession: %s", (text) => {
    expect(told(text).filter((line) => /^(AID|COOPERATE|CONCEDE)/.test(line))).toEqual([]);
  });
});

describe.skipIf(noModel)("the rows that say what is no event", () => {
  test("drop what their sentences tell", () => {
    const { rows } = reader().knowledge.eventRules;
    const reasons = rows.filter(({ drop }) => drop).map(({ name, yes, drop }) => [name, yes, drop] as const);
    const missed = reasons.filter(([name, yes, drop]) => {
      const { sentences } = explain(documentOf("row", yes), reader());
      return !sentences.some(({ candidates }) => candidates.some((c) => c.rule === name && c.rejected === drop));
    });
    expect(reasons.length).toBeGreaterThan(0);
    expect(missed.map(([name]) => name)).toEqual([]);
  });
});
