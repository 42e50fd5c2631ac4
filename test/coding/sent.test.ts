import { describe, expect, test } from "vitest";
import { lacksModel, reportsOf, toldIn } from "../support/passages.ts";

const countriesIn = (passage: string): (string | null)[] =>
  reportsOf(passage).flatMap(({ actors }) => actors.map(({ country }) => country));

describe.skipIf(lacksModel("sent.test.ts"))("somebody of no known state", () => {
  test.each([
    ["A coalition led by Saudi Arabia bombed the Yemeni town of Hajjah.", ["SAU"]],
    ["A delegation headed by Uganda met with the president of Kenya.", ["UGA", "KEN"]],
    ["Kiki Loro thanked Cambodia on behalf of Laos. Ghana was silent.", ["LAO"]],
    [
      "Polish foreign ministry spokeswoman Anna Kowal spoke of Chile. The spokesperson accused Peru of spying. Ghana was silent.",
      ["POL"],
    ],
    [
      "Polish foreign ministry spokesman Jan Kowal spoke of Chile and of the Czech president's spokesperson. The spokesman accused Peru of spying. Ghana was silent.",
      ["POL"],
    ],
  ])("is of the state that leads him or for which he speaks: %j", (passage, countries) => {
    expect(countriesIn(passage)).toEqual(countries);
  });
  test("who is a member of an army is that army", () => {
    const [visit] = reportsOf("Forty members of the Danish military will travel to Latvia. Chile was silent.");
    expect(visit.actors.map(({ country, sector }) => `${country} ${sector}`)).toEqual(["DNK MIL"]);
  });
  test("who is a member of a club travels for himself", () => {
    expect(toldIn("Forty members of a Danish choir will travel to Latvia.")).toEqual([]);
  });
  test("is not joined by the state for which he speaks", () => {
    expect(toldIn("On behalf of the Lao government and people, Mr Kiki Loro thanked Cambodia for the gift.")).toEqual([
      "SUPPORT Mr Kiki Loro > Cambodia",
    ]);
  });
  test.each([
    "Kiki Loro praised Cambodia, which lies beside Laos. Ghana was silent.",
    "A song led by Peru pleased Chile.",
    "Mr Kiki Loro sang on behalf of Laos in Peru.",
  ])("is of no state beside others: %j", (passage) => {
    expect(countriesIn(passage)).toEqual([]);
  });
});
