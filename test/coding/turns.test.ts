import { describe, expect, test } from "vitest";
import { lacksModel, reportsOf } from "../support/passages.ts";

const statesIn = (passage: string): string[] =>
  reportsOf(passage).map(({ type, status, actors, recipients }) =>
    [
      status === "happened" ? type : `${type} ${status}`,
      actors.map(({ country }) => country ?? "?").join("+"),
      ">",
      recipients.map(({ country }) => country ?? "?").join("+") || "-",
    ].join(" "),
  );

describe.skipIf(lacksModel("turns.test.ts"))("turns of phrase", () => {
  test.each([
    ["Sweden imposed sanctions on Russia in response to its invasion of Georgia.", "ASSAULT RUS > GEO"],
    ["Norway cut ties with Chad over its shelling of Niger.", "ASSAULT TCD > NER"],
    ["Norway invaded Chad in its first war with Niger.", "ASSAULT NOR > TCD"],
  ])("what is answered is not one's own: %j", (passage, told) => {
    expect(statesIn(passage)).toContain(told);
  });

  test.each([
    ["Canada announced targeted sanctions on Belarusian officials.", ["COERCE CAN > BLR"]],
    ["Spain has targeted Chadian soldiers.", ["ASSAULT ESP > TCD"]],
  ])("targeted sanctions target nobody with arms: %j", (passage, told) => {
    expect(statesIn(passage)).toEqual(told);
  });

  test.each([
    ["Norway will send troops to Chad should Niger bomb Libya.", false],
    ["Should Niger bomb Libya, Norway will send troops.", false],
    ["Germany said it should tell Chad, and Niger bombed Libya on Monday.", true],
  ])("an auxiliary before its subject is a condition: %j", (passage, isTold) => {
    expect(statesIn(passage).some((told) => told.startsWith("ASSAULT NER"))).toBe(isTold);
  });

  test.each([
    [
      "Gangs claimed an attack on the shrine of Iranian leader Ruhollah Khomeini that killed ten Iraqis.",
      "ASSAULT IRN",
    ],
    ["The bombing of the office of President Aleksandar Vucic wounded four Dutch soldiers.", "ASSAULT SRB"],
    ["Russia carried out an air strike on a hospital in Idlib that killed ten Syrian doctors.", "ASSAULT SYR"],
  ])("who is attacked kills nobody: %j", (passage, wrong) => {
    expect(statesIn(passage).filter((told) => told.startsWith(wrong))).toEqual([]);
  });

  test("people whom somebody attacks may kill", () => {
    expect(statesIn("Chad attacked Libyan rebels who killed ten Egyptians.")).toContain("ASSAULT LBY > EGY");
  });

  test.each([
    ["Canada sent a letter to Brazil threatening to cut off the aid.", "THREATEN CAN > BRA"],
    [
      "The president of Canada sent a letter to the head of the World Health Organization threatening to leave it.",
      "THREATEN CAN > UNO",
    ],
  ])("what a letter says is said to who gets it: %j", (passage, told) => {
    expect(statesIn(passage)).toContain(told);
  });

  test.each([
    ["Angela Merkel phoned Boris Johnson to congratulate him.", "SUPPORT DEU > GBR"],
    ["The Chadian king called the Danish queen to thank her for the tents.", "SUPPORT TCD > DNK"],
  ])("what one calls for is said: %j", (passage, told) => {
    expect(statesIn(passage)).toContain(told);
  });

  test("whom one calls to do something has not done it", () => {
    expect(statesIn("The king of Chad called the queen to defend Sweden.")).not.toContain("SUPPORT TCD > SWE");
  });

  test("what one stopped short of is not ended", () => {
    expect(statesIn("Denmark met Jordan but stopped short of supporting Egypt.")).not.toContain("SANCTION DNK > EGY");
    expect(statesIn("Denmark stopped trading with Egypt.")).toContain("SANCTION DNK > EGY");
  });

  test("workers are of those who employ them, the movement of goods of nobody", () => {
    expect(statesIn("Sudan expelled twenty workers employed by the United Nations.")).toEqual(["COERCE SDN > UNO"]);
    expect(statesIn("Chad expelled twenty workers employed by day.")).not.toContain("COERCE TCD > UNO");
    const [eased] = reportsOf("South Sudan eased restrictions on the movement of Kenyan aid workers.");
    expect(eased.recipients.map(({ country }) => country)).toEqual(["KEN"]);
  });

  test.each([
    ["Norway, which has a long coastline, designated Syrian officers.", "COERCE NOR > SYR"],
    ["Kenya, which has a long coastline, and Egypt held candid exchanges on fishing.", "CONSULT KEN+EGY > -"],
    ["Spain, a member of the United Nations, pressed charges against a Moroccan officer.", "ACCUSE ESP > MAR"],
    ["Turkey — long a critic of the plan — objected to the Greek maps.", "ACCUSE TUR > GRC"],
    ["Russia, citing security concerns, squeezed Moldova.", "COERCE RUS > MDA"],
    ["Iran fired missiles at neighbouring Israel.", "ASSAULT IRN > ISR"],
    ["Russian jets violated Estonian airspace, the state news agency said.", "MOBILIZE RUS > EST"],
    ["Days after an earthquake, Israeli forces killed two Palestinians.", "ASSAULT ISR > PSE"],
    ["Poland called off the blockade of Ukraine, the state news agency said.", "CONCEDE POL > UKR"],
  ])("words between or around do not hide who acts: %j", (passage, told) => {
    expect(statesIn(passage)).toContain(told);
  });

  test("a place before a dash is still where the news is from", () => {
    expect(statesIn("Moscow — Danish jets bombed Idlib.")).toEqual(["ASSAULT DNK > SYR"]);
  });

  test.each([
    ["Officials did not say how many prisoners Russia had handed over to Ukraine.", "RETREAT RUS > UKR"],
    ["Officials did not say that Russia had handed over prisoners to Ukraine.", "RETREAT denied RUS > UKR"],
  ])("who does not say how often it happened does not deny it: %j", (passage, told) => {
    expect(statesIn(passage)).toContain(told);
  });
});
