import { describe, expect, test } from "vitest";
import { lacksModel, reportsOf, toldIn } from "../../support/passages.ts";

const noModel = lacksModel("test/coding/events/parties.test.ts");

const requests = (passage: string): string[] => toldIn(passage).filter((report) => report.startsWith("REQUEST"));

describe.skipIf(noModel)("who is asked", () => {
  test("is nobody known where the asker's own partners are asked", () => {
    expect(requests("Norway urged its western partners to punish Chad.")).not.toContain("REQUEST Norway > Chad");
    expect(requests("Norway urged Peru to punish Chad.")).toEqual(["REQUEST Norway > Peru"]);
  });
  test("is who must do it, not who only hears of it", () => {
    expect(requests("The Norwegian envoy told lawmakers that Chad must release the sailors.")).toEqual([
      "REQUEST Norwegian envoy > Chad",
    ]);
    expect(requests("The Norwegian envoy told Peru that Chad should respect the treaty.")).toEqual([
      "REQUEST Norwegian envoy > Chad",
    ]);
  });
  test("is whoever holds captives, not they", () => {
    expect(requests("Norway called for the release of two Norwegian sailors held by Chad.")).toEqual([
      "REQUEST Norway > Chad",
    ]);
    expect(requests("Norway called for the release of two Norwegian sailors.")).toEqual([]);
  });
});

describe.skipIf(noModel)("what is ours", () => {
  test("is the speaker's, but for his friends and foes", () => {
    expect(toldIn('"Chad attacked our soldiers," the Norwegian minister said.')).toEqual(["ASSAULT Chad > soldiers"]);
    expect(toldIn('"Chad attacked our allies," the Norwegian minister said.')).toEqual([]);
  });
});

describe.skipIf(noModel)("who holds a place", () => {
  const hit = (passage: string): string[] =>
    reportsOf(passage).flatMap(({ recipients }) => recipients.map(({ country }) => `${country}`));
  test("is hit with it, unless he held it only once", () => {
    expect(hit("Libyan forces shelled an airport run by Chad.")).toContain("TCD");
    expect(hit("Libyan forces shelled an airport that had been run by Chad until 2013.")).not.toContain("TCD");
  });
});

describe.skipIf(noModel)("rebels of no known state", () => {
  const states = (passage: string): unknown[] =>
    reportsOf(passage).map(({ actors, recipients }) => [actors[0].country, recipients[0].country]);
  test("are at home where soldiers fight them, unless those mostly fight abroad", () => {
    expect(states("Nigerian troops killed ten militants on Monday.")).toEqual([["NGA", "NGA"]]);
    expect(states("Danish troops killed ten militants on Monday.")).toEqual([["DNK", null]]);
    expect(states("Danish police killed ten militants on Monday.")).toEqual([["DNK", "DNK"]]);
  });
});

describe.skipIf(noModel)("an embassy", () => {
  test("is not of the state in which it is", () => {
    const [report] = reportsOf(
      "Norway condemned Chad for the raid on its embassy in Lima. Norway closed its embassy in Niger.",
    ).slice(-1);
    expect([report.actors[0].country, report.recipients.map(({ country }) => country)]).toEqual(["NOR", ["NER"]]);
  });
  test("is not the text's own where nobody says whose it is", () => {
    const [report] = reportsOf("Gunmen attacked the embassy in Lima on Monday. Peru's police shot two of them.");
    expect(report.recipients.map(({ country, sector }) => `${country} ${sector}`)).not.toContain("PER GOV");
  });
});

describe.skipIf(noModel)("an office that a headline leaves bare", () => {
  const actorsOf = (headline: string): unknown[] =>
    reportsOf(`${headline}\n\nPeruvian President Rosa Quispe opened a fair.`).map(({ actors }) => actors[0].country);
  test("is that of a state, unless a bank or firm has it", () => {
    expect(actorsOf("President rejects Chadian offer")).toEqual(["PER"]);
    expect(actorsOf("Bank president rejects Chadian offer")).not.toContain("PER");
  });
});
