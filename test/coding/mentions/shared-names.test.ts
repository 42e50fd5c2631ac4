import { describe, expect, test } from "vitest";
import { personActor } from "../../../src/coding/mentions/actors.ts";
import { lacksModel, reportsOf } from "../../support/passages.ts";

const sidesOf = (passage: string): string[] =>
  reportsOf(passage).map(({ actors, recipients }) =>
    [actors, recipients]
      .map((side) => side.map(({ country, sector }) => `${country} ${sector}`).join(", "))
      .join(" > "),
  );

describe.skipIf(lacksModel("shared-names.test.ts"))("a name that bodies of several states have", () => {
  test.each([
    ["Nigerian President Bola Tinubu criticised the Senate.", "NGA GOV > NGA LEG"],
    ["In Manila, President Ferdinand Marcos accused the Senate of sloth.", "PHL GOV > PHL LEG"],
    ["Peru's Congress was silent. Congress accused Chile of spying.", "PER LEG > CHL GOV"],
    ["In Islamabad, the Foreign Office summoned the Danish envoy. Pakistan protested.", "PAK GOV > DNK GOV"],
    ["The Labour Party of Norway won. The Labour Party accused Chile of spying in Oslo.", "NOR PTY > CHL GOV"],
  ])("means that of the state which the document names: %j", (passage, sides) => {
    expect(sidesOf(passage)).toContain(sides);
  });

  test.each([
    ["The Senate accused Russia of meddling.", "USA LEG > RUS GOV"],
    ["The Senate condemned Mexico.", "USA LEG > MEX GOV"],
    ["The Foreign Office summoned the Chilean ambassador.", "GBR GOV > CHL GOV"],
    ["US President Joe Biden urged Congress to help Brazil. Brazil thanked the Senate.", "BRA GOV > USA LEG"],
  ])("else the one that has it first: %j", (passage, sides) => {
    expect(sidesOf(passage)).toContain(sides);
  });
});

const role = (country: string, from: string, to: string) => ({
  person: "ann",
  country,
  sector: "GOV" as const,
  office: "president",
  source: "invented",
  from,
  to,
});

test("a person out of office belongs where he last held one, not where he will", () => {
  const roles = [role("ARV", "2001-01-01", "2005-01-01"), role("IGO", "2015-01-01", "9999-12-31")];
  const ann = { id: "ann", name: "Ann Lund", names: [], short: [], gender: "f" as const, roles };
  const belongs = (day: string): string => [personActor(ann, day).country, personActor(ann, day).sector].join(" ");
  expect(["1999-01-01", "2003-01-01", "2010-01-01", "2016-01-01"].map(belongs)).toEqual([
    "ARV ELI",
    "ARV GOV",
    "ARV ELI",
    "IGO GOV",
  ]);
});
