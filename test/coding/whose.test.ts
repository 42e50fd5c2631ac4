import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../src/coding/index.ts";
import type { Participant } from "../../src/schema/index.ts";
import { documentOf, modelPath, shippedReader } from "../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("whose.test.ts: skipped, there is no model in model/; build it with the training");

let loaded: Reader | undefined;
const reader = (): Reader => {
  loaded ??= shippedReader();
  return loaded;
};

const codes = (parties: readonly Participant[]): string =>
  parties.map(({ country, sector }) => `${country ?? "?"}.${sector}`).join("+");

/** The reports of a text as "TYPE ACTORS > RECIPIENTS". */
const told = (text: string): string[] =>
  read(documentOf("whose", text, "2021-03-02"), reader()).reports.map(
    ({ type, actors, recipients }) => `${type} ${codes(actors)} > ${codes(recipients)}`,
  );

describe.skipIf(noModel)("whose soldiers, rebels and ministers", () => {
  test.each([
    ["Mali's army clashed with rebels near the border with Niger.", "ASSAULT MLI.MIL+MLI.REB > "],
    ["The Malian army clashed with rebels in Niger.", "ASSAULT MLI.MIL+NER.REB > "],
    ["American jets bombed militants.", "ASSAULT USA.MIL > ?.REB"],
    ["Boko Haram killed soldiers.", "ASSAULT NGA.REB > NGA.MIL"],
    ["Hezbollah killed soldiers.", "ASSAULT LBN.REB > ?.MIL"],
    ["The army of Mali fought coalition troops.", "ASSAULT MLI.MIL > ?.MIL"],
  ])("who fight each other at home are of one state: %s", (text, report) => {
    expect(told(text)).toEqual([report]);
  });

  test.each([
    ['"Thai forces attacked our positions," the Cambodian defence minister said.', "ASSAULT THA.MIL > KHM.MIL"],
    ['"Thai forces fired on our troops," the Cambodian defence minister said.', "ASSAULT THA.MIL > KHM.MIL"],
  ])("what is ours is the speaker's: %s", (text, report) => {
    expect(told(text)).toEqual([report]);
  });

  test.each([
    ["Peru's president met the Minister of Trade, Mines and Rural Affairs of Chile.", "CONSULT PER.GOV+CHL.GOV > "],
    [
      "Peru's president received the Ambassador Extraordinary and Plenipotentiary of Chile.",
      "CONSULT CHL.GOV > PER.GOV",
    ],
    ["Peru's president met the Minister of Defence and the President of Chile.", "CONSULT PER.GOV+CHL.GOV+CHL.GOV > "],
  ])("the state behind a portfolio is the minister's: %s", (text, report) => {
    expect(told(text)).toEqual([report]);
  });

  test.each([
    [
      "The European Union lifted sanctions on Belarus's president and other officials.",
      "CONCEDE EUR.IGO > BLR.GOV+BLR.GOV",
    ],
    ["Mali expelled the envoy of the regional bloc ECOWAS.", "SANCTION MLI.GOV > IGO.IGO"],
  ])("who stands beside a name: %s", (text, report) => {
    expect(told(text)).toEqual([report]);
  });

  test("the two ministers hold the office that is named", () => {
    const before =
      "Norway's Prime Minister Mark Lund met Chile's Prime Minister Ana Rojas and Chile's President Luis Paz.";
    expect(told(`${before} The two prime ministers signed a treaty.`).at(-1)).toMatch(/^SUPPORT NOR.GOV\+CHL.GOV/);
  });

  test("the state of a dateline that the text names is that of its officials", () => {
    const text = "KATHMANDU: Foreign Minister Ram Thapa summoned the Indian ambassador to Nepal.";
    expect(told(text)).toEqual(["ACCUSE NPL.GOV > IND.GOV"]);
  });

  test("in a text about two states an official who deals with the one is of the other", () => {
    const before = "Chile and Peru argue about fish. Chile and Peru have argued for years.";
    expect(told(`${before} A ministry spokesman accused Peru of lying.`)).toEqual(["ACCUSE CHL.GOV > PER.GOV"]);
    expect(
      told(`${before} Norway and Spain watch. Norway worries. A ministry spokesman accused Peru of lying.`),
    ).toEqual([]);
  });

  test.each([
    "Chile's president visited Santiago.",
    "Peru's army attacked Peru.",
    "Peru's government gave aid to Peru.",
  ])("no government visits, attacks or aids its own state: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("who is known keeps his state behind his guest's pronoun", () => {
    const text = "President Uhuru Kenyatta held talks with his host President Yoweri Museveni.";
    expect(told(text)).toEqual(["CONSULT KEN.GOV+UGA.GOV > "]);
  });

  test("who was met after a call took no part in the call", () => {
    const text = "Norway's president and Chile's president spoke by phone after a meeting with Peru's president.";
    expect(told(text)[0]).toBe("CONSULT NOR.GOV+CHL.GOV > ");
  });

  test("letters that the text explains mean so behind a noun too", () => {
    const text =
      "The Justice and Equality Movement (JEM), a rebel group in Darfur, attacked Sudan. Sudan attacked the rebel group JEM.";
    expect(told(text).at(-1)).toMatch(/^ASSAULT SDN.GOV > SDN.REB/);
  });

  test("a headline leaves out whose minister it is, the text says it", () => {
    const body = "Prime Minister Mark Lund of Norway met Chilean Foreign Minister Ana Rojas on Monday.";
    expect(told(`PM meets Chilean foreign minister\n\n${body}`)[0]).toBe("CONSULT NOR.GOV+CHL.GOV > ");
  });
});
