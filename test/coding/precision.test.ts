import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../src/coding/index.ts";
import type { Participant } from "../../src/schema/index.ts";
import { documentOf, modelPath, shippedReader } from "../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("test/coding/precision.test.ts: skipped, there is no model in model/");

let loaded: Reader | undefined;

const names = (parties: readonly Participant[]): string =>
  [...new Set(parties.map(({ country }) => country ?? "?"))].sort().join("+") || "nobody";

function told(text: string, publisher?: string): string[] {
  loaded ??= shippedReader();
  const document = { ...documentOf("d1", text, "2020-06-10"), ...(publisher && { publisher }) };
  return read(document, loaded).reports.map(
    ({ type, status, actors, recipients }) => `${type} ${status} ${names(actors)} > ${names(recipients)}`,
  );
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["Russia and China should strengthen cooperation, Putin said.", []],
  ["Britain said the United States should lift its tariffs on steel.", ["REQUEST happened GBR > USA"]],
  ["Putin spoke against accusing China of spreading the virus.", []],
  ["The Turkish government needs the support of Russia.", []],
  ["Russia voted not to attend the conference in Turkey.", ["REJECT happened RUS > TUR"]],
  ["Turkey claims to have encircled Afrin in Syria.", ["MOBILIZE happened TUR > SYR"]],
  ["Iran has given assurances to Turkey.", ["AGREE happened IRN > TUR"]],
  ["Moscow, Beijing hold talks on missile defence.", ["CONSULT happened CHN+RUS > nobody"]],
  ["China detained Cheng Lei, an Australian citizen.", ["COERCE happened CHN > AUS"]],
  ["The Kurds are being threatened with an offensive from Turkey.", ["THREATEN happened TUR > TUR"]],
  ["The Chinese embassy condemned the step. It accused Australia of racism.", ["ACCUSE happened CHN > AUS"]],
  [
    "The Chinese ambassador has warned that Chinese consumers could boycott Australian beef.",
    ["THREATEN happened CHN > AUS"],
  ],
  [
    "Australian Defence Minister Linda Reynolds held talks with visiting Japanese Defence Minister Taro Kono.",
    ["CONSULT happened AUS+JPN > nobody"],
  ],
  [
    "State Councilor and Foreign Minister Wang Yi held talks with Russian Foreign Minister Sergey Lavrov in Moscow.",
    ["CONSULT happened CHN+RUS > nobody"],
  ],
  ["Russia rejected the attempt of the United States to restore UN sanctions on Iran.", ["REJECT happened RUS > USA"]],
  ["Spain's government approved fines on Friday, sparking protests from civil rights groups.", []],
  ["The presidents noted that a unit of the Chinese army had marched in the parade on Red Square.", []],
  ["The US Senate tried to block the sale of fighter jets to Turkey.", ["SANCTION hypothetical USA > TUR"]],
  ["Emmanuel Macron attacked Viktor Orban over the budget.", ["ACCUSE happened FRA > HUN"]],
  ["Bernie Sanders defeated Hillary Clinton by ten points.", []],
  ["Marco Rubio captured forty American delegates.", []],
  ["Ted Cruz held a rally in Texas on Monday.", []],
  ["Iran released the transcripts of a French speech.", []],
  ["The Norwegian minister declined to comment on Denmark's offer.", []],
  ["Turkish farmers demonstrated that Greece was wrong.", []],
  ["Barack Obama flew to Florida on Monday.", []],
  ["Norway voiced concern about the plight of Malian refugees.", []],
  ["A Dane asked whether Norway had bombed the port.", []],
  ["She spoke warmly of the deal with Norway and Denmark.", []],
  ["Chile shelled the hills with help from Peru.", []],
  ["Norway promised to build a wall higher than that of Denmark.", []],
  ["Norway refused to condemn the Danish premier.", []],
  ["The Malian president had the support of the French people.", ["SUPPORT happened FRA > MLI"]],
  ["Norway plans to keep its ships off the Danish coast.", []],
  ["Emmanuel Macron fired ten missiles at Mali.", ["ASSAULT happened FRA > MLI"]],
  ["Norway conceded that the Danish plan was better.", []],
  ["Emmanuel Macron attacked a Hungarian judge.", ["ACCUSE happened FRA > HUN"]],
  ["Erdogan won half of the votes, compared with a third for Netanyahu.", []],
  ["The minister of Chad made a courtesy call on the president of Niger.", ["CONSULT happened TCD > NER"]],
  ["The Norwegian minister dismissed the charges of Denmark.", ["REJECT happened NOR > DNK"]],
  ["The steps were coordinated with Norway and Denmark.", []],
  ["Emmanuel Macron called Wednesday for Viktor Orban to resign.", []],
];

describe.skipIf(noModel)("what real text must not make into events", () => {
  test.for(CASES)("%s", ([text, expected]) => {
    expect(told(text)).toEqual(expected);
  });

  test("a ministry is that of the government which publishes the text", () => {
    const text = "The Ministry of Commerce announced anti-dumping duties on Australian wine.";
    expect(told(text, "Ministry of Commerce of China")).toEqual(["COERCE happened CHN > AUS"]);
    expect(told(text, "The Guardian").filter((line) => line.includes("CHN"))).toEqual([]);
  });

  test("police are of the state in which the sentence is set", () => {
    const text =
      "Two correspondents of Australian media in China have left the country after the police questioned them.";
    expect(told(text)).toContain("COERCE happened CHN > AUS");
  });
});
