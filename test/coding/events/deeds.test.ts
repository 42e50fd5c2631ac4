import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../../src/coding/index.ts";
import { documentOf, modelPath, shippedReader } from "../../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("test/coding/events/deeds.test.ts: skipped, there is no model in model/");

let loaded: Reader | undefined;

function reportsOf(text: string): string[] {
  loaded ??= shippedReader();
  const word = (span: readonly [number, number] | undefined): string => (span ? text.slice(...span) : "-");
  return read(documentOf("d1", text, "2024-03-04"), loaded).reports.map(
    ({ type, actors, recipients }) => `${type} ${word(actors[0]?.span)} > ${word(recipients[0]?.span)}`,
  );
}

describe.skipIf(noModel)("deeds that are returned", () => {
  test("are two events, of each side one", () => {
    const fight = reportsOf("Chadian troops killed Nigerian rebels who had attacked a Chadian village.");
    expect(fight).toEqual(["ASSAULT Chadian troops > Nigerian rebels", "ASSAULT Nigerian rebels > Chadian"]);
    const charges = reportsOf("Niger accused Chad of spying, while Chad accused Niger of arson.");
    expect(charges).toContain("ACCUSE Chad > Niger");
  });
  test("are two events too where nobody is named whom they hit", () => {
    const raids = reportsOf("Chadian troops launched air strikes after Nigerian rebels launched an offensive.");
    expect(raids.map((raid) => raid.replace(/ >.*/, "")).sort()).toEqual([
      "ASSAULT Chadian troops",
      "ASSAULT Nigerian rebels",
    ]);
  });
  test("are not told by the words of those who report them", () => {
    const raid = reportsOf("Chadian troops attacked a Nigerian village, the ministry said in a statement.");
    expect(raid).toEqual(["ASSAULT Chadian troops > Nigerian"]);
  });
});

describe.skipIf(noModel)("what somebody is punished for", () => {
  test("he did, and not who punishes him", () => {
    const punished = reportsOf("Canada sanctioned two Belarusian officials for supporting Russia.");
    expect(punished).toEqual(["COERCE Canada > Belarusian officials", "SUPPORT Belarusian officials > Russia"]);
  });
});

describe.skipIf(noModel)("what a state does to its own people", () => {
  const about = "The government of Kenya promised calm. Police in Kenya closed the port. Kenyan courts were shut. ";
  test("is done by its courts and police, where the text is about no other state", () => {
    expect(reportsOf(`${about}Two Kenyan activists were arrested on Monday.`)).toContain(
      "COERCE Police > Kenyan activists",
    );
    expect(reportsOf(`${about}A Kenyan journalist was sentenced to two years.`)).toContain(
      "ACCUSE Kenyan courts > Kenyan journalist",
    );
  });
  test("is not looked for where the sentence names another state", () => {
    const abroad = reportsOf(`${about}Two Kenyan activists who had gone to Chad were arrested on Monday.`);
    expect(abroad.filter((report) => report.startsWith("COERCE Police"))).toEqual([]);
  });
});

describe.skipIf(noModel)("numbers of people", () => {
  test("stand for a crowd where they do as crowds do", () => {
    expect(reportsOf("Thousands rallied in Kenya on Monday.")).toEqual(["PROTEST Thousands > -"]);
    expect(reportsOf("Dozens arrived in Kenya on Monday.")).toEqual([]);
    expect(reportsOf("Thousands of Kenyans rallied on Monday.")).toEqual(["PROTEST Kenyans > -"]);
  });
});
