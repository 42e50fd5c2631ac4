import { describe, expect, test } from "vitest";
import type { Participant } from "../../../src/schema/index.ts";
import { lacksModel, reportsOf } from "../../support/passages.ts";

const noModel = lacksModel("test/coding/events/silent.test.ts");

const namesOf = (participants: readonly Participant[]): string =>
  participants
    .map(({ country, sector }) => country ?? sector)
    .sort()
    .join("+") || "-";

/** The reports of a passage, each as "TYPE status ACTORS > RECIPIENTS". */
const reportsIn = (passage: string): string[] =>
  reportsOf(passage).map(
    ({ type, status, actors, recipients }) => `${type} ${status} ${namesOf(actors)} > ${namesOf(recipients)}`,
  );

describe.skipIf(noModel)("what stands before to and an infinitive", () => {
  test("is to come, or threatens", () => {
    expect(reportsIn("Japan is going to impose sanctions on Mali.")).toEqual(["THREATEN planned JPN > MLI"]);
    expect(reportsIn("Japan and Mali are set to hold talks on a pact.")).toEqual(["AGREE planned JPN+MLI > -"]);
    expect(reportsIn("The Japanese government is threatening to attack Mali.")).toEqual([
      "THREATEN happened JPN > MLI",
    ]);
  });
});

describe.skipIf(noModel)("who meets and is visited", () => {
  test("may head a body", () => {
    expect(reportsIn("The head of the IAEA met Ukrainian officials in Kyiv.")).toEqual([
      "CONSULT happened UKR+UNO > -",
    ]);
  });
  test("meets nothing where two meet face to face", () => {
    expect(reportsIn("Serbian President Vucic and Polish President Duda met face to face in Brussels.")).toEqual([
      "CONSULT happened POL+SRB > -",
    ]);
  });
  test("is the guest behind by, where a visit is told from the host's side", () => {
    expect(reportsIn("The Polish president was visited by the king of Lesotho.")).toEqual([
      "CONSULT happened LSO > POL",
    ]);
  });
  test("may be unions and the clergy at home, but no parties that nobody names", () => {
    expect(reportsIn("The Polish government met trade unions on Monday.")).toEqual(["CONSULT happened LAB+POL > -"]);
    expect(reportsIn("The Polish government met students on Monday.")).toEqual([]);
  });
});

describe.skipIf(noModel)("aid by weight", () => {
  test("goes to whom it is sent", () => {
    expect(reportsIn("Tanzania sent 90 tonnes of maize to Malawi.")).toEqual(["AID happened TZA > MWI"]);
  });
});

describe.skipIf(noModel)("calls", () => {
  test("for sanctions aim at those on whom they would fall", () => {
    expect(reportsIn("The US senator called for sanctions against China.")).toEqual(["THREATEN happened USA > CHN"]);
  });
  test("are the predicate where they are the only verb that tells", () => {
    expect(reportsIn("A group of senators called on the White House to release the intelligence.")).toEqual([
      "REQUEST happened USA > USA",
    ]);
  });
});
