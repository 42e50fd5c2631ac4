import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../../src/coding/index.ts";
import type { Participant } from "../../../src/schema/index.ts";
import { documentOf, modelPath, shippedReader } from "../../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("test/coding/events/participants.test.ts: skipped, there is no model in model/");

let loaded: Reader | undefined;

const sideOf = (participants: readonly Participant[]): string =>
  participants
    .map(({ country }) => country ?? "?")
    .sort()
    .join("+") || "-";

/** The reports of a passage, each as "TYPE ACTORS > RECIPIENTS {row}". */
function reportsIn(passage: string): string[] {
  loaded ??= shippedReader();
  return read(documentOf("d1", passage, "2024-03-04"), loaded)
    .reports.map(({ type, actors, recipients, rule }) => `${type} ${sideOf(actors)} > ${sideOf(recipients)} {${rule}}`)
    .sort();
}

describe.skipIf(noModel)("events whose verbs are joined", () => {
  test("are two where they are of different modes", () => {
    expect(reportsIn("Bolivia expelled the Peruvian ambassador and recalled its envoy from Lima.")).toEqual([
      "SANCTION BOL > PER {expel}",
      "SANCTION BOL > PER {recall-ambassador}",
    ]);
    expect(reportsIn("Colombia's president visited Cairo and met Egyptian President Sisi.")).toEqual([
      "CONSULT COL > EGY {visit}",
      "CONSULT COL+EGY > - {meet}",
    ]);
  });
  test("are one where they belong to one fight", () => {
    expect(reportsIn("Chadian troops ambushed a Libyan patrol and shot two Libyan soldiers.")).toHaveLength(1);
  });
});

describe.skipIf(noModel)("participles that the parser took for what describes a noun", () => {
  test("are predicates", () => {
    expect(reportsIn("Kenya said it was severing ties with Somalia over the island.")).toEqual([
      "SANCTION KEN > SOM {sever-ties}",
    ]);
    expect(reportsIn("Canada is imposing new sanctions on Belarus.")).toEqual(["COERCE CAN > BLR {impose-sanctions}"]);
  });
  test("are so behind a phrase that parts them from their auxiliary", () => {
    expect(reportsIn("Kenya has in response condemned Somalia.")).toEqual(["ACCUSE KEN > SOM {condemn}"]);
  });
  test("are none where they say what somebody is", () => {
    expect(reportsIn("Kenya and Somalia are warring parties.")).toEqual([]);
  });
});

describe.skipIf(noModel)("who is named where the parser hung him wrong", () => {
  test("the ministry to which an envoy is summoned summons", () => {
    expect(reportsIn("The Chadian ambassador was summoned to the Libyan foreign ministry on Friday.")).toEqual([
      "ACCUSE LBY > TCD {summon-ambassador}",
    ]);
    expect(reportsIn("Peru's ambassador was summoned to the ministry in Lima.")).toEqual([]);
  });
  test("examples are those meant", () => {
    expect(reportsIn("Norway imposed sanctions on 30 individuals including Belarusian military units.")).toEqual([
      "COERCE NOR > BLR {impose-sanctions}",
    ]);
    expect(reportsIn("Norway imposed sanctions on 45 entities, including five Belarusian companies.")).toEqual([
      "COERCE NOR > BLR {impose-sanctions}",
    ]);
  });
  test("no preposition stands inside a noun phrase", () => {
    expect(reportsIn("Venezuelan president expels US ambassador amid US-Bolivia tension.")).toEqual([
      "SANCTION VEN > USA {expel}",
    ]);
  });
});

describe.skipIf(noModel)("who is spoken to or shot back at", () => {
  test("is who the verb before names", () => {
    expect(reportsIn("Norway summoned the Iranian ambassador and demanded an explanation.")).toEqual([
      "ACCUSE NOR > IRN {summon-ambassador}",
      "REQUEST NOR > IRN {demand-apology}",
    ]);
    expect(reportsIn("Peru accused Chile of spying and threatened to retaliate.")).toContain(
      "THREATEN PER > CHL {will-retaliate}",
    );
  });
  test("is who attacked", () => {
    expect(reportsIn("Indian troops shelled Pakistani posts. Pakistani troops fired back.")).toContain(
      "ASSAULT PAK > IND {fire-back}",
    );
    expect(reportsIn("Indian troops shelled Pakistani posts. Nepalese troops fired back.")).toContain(
      "ASSAULT NPL > - {fire-back}",
    );
  });
});

describe.skipIf(noModel)("sides that are named in passing", () => {
  test("are those whom a participle unites", () => {
    expect(reportsIn("A naval exercise involving the navies of Chile, Peru and Mexico began on Monday.")).toEqual([
      "COOPERATE CHL+MEX+PER > - {joint-exercise}",
    ]);
  });
  test("are the authors of a rejected text, not those whom it is about", () => {
    expect(reportsIn("China vetoed a French-drafted resolution on Mali at the UN Security Council.")).toEqual([
      "REJECT CHN > FRA {reject-proposal}",
    ]);
  });
  test("are two officials who act, not two to whom something is done", () => {
    expect(
      reportsIn("Kenya's foreign minister met his Chadian counterpart. The two diplomats agreed to boost cooperation."),
    ).toContain("AGREE KEN+TCD > - {strengthen-ties}");
    expect(reportsIn("Kenya's president met Chad's president. The two officials were arrested.")).toEqual([
      "CONSULT KEN+TCD > - {meet}",
    ]);
  });
});

describe.skipIf(noModel)("of two readings of one event", () => {
  test("the one whose parties have a state is kept", () => {
    expect(reportsIn("Kenya rejected a Canadian call to release four teachers.")).toEqual([
      "REJECT KEN > CAN {reject-demand}",
    ]);
    expect(reportsIn("Norway is the largest donor to Malawi, providing more than $3 million in assistance.")).toEqual([
      "AID NOR > MWI {noun-donor}",
    ]);
  });
  test("the May of a name makes nothing possible", () => {
    expect(reportsIn("Theresa May gave Iran a deadline.")).toEqual(["THREATEN GBR > IRN {set-deadline}"]);
  });
  test("a storm takes no part", () => {
    expect(reportsIn("Japan provided 2 million dollars in assistance to Palau in response to Typhoon Bopha.")).toEqual([
      "AID JPN > PLW {give-aid}",
    ]);
  });
});
