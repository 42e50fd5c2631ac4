import { describe, expect, test } from "vitest";
import { lacksModel, toldIn } from "../../support/passages.ts";

const noModel = lacksModel("test/coding/events/deeds.test.ts");

describe.skipIf(noModel)("deeds that are returned", () => {
  test("are two events, of each side one", () => {
    const fight = toldIn("Chadian troops killed Nigerian rebels who had attacked a Chadian village.");
    expect(fight).toEqual(["ASSAULT Chadian troops > Nigerian rebels", "ASSAULT Nigerian rebels > Chadian"]);
    const charges = toldIn("Niger accused Chad of spying, while Chad accused Niger of arson.");
    expect(charges).toContain("ACCUSE Chad > Niger");
  });
  test("are two events where people of either state stand for it", () => {
    expect(toldIn("Chad expelled two Nigerien diplomats after Niger expelled two Chadian diplomats.")).toEqual([
      "SANCTION Chad > Nigerien diplomats",
      "SANCTION Niger > Chadian diplomats",
    ]);
    expect(
      toldIn("Chad expelled an envoy of Norway in response to the expulsion of a Chadian envoy by Norway."),
    ).toContain("SANCTION Norway > Chadian envoy");
  });
  test("are two events where the one is told inside the other", () => {
    const passage = "Chad launched drones at Niger in retaliation for a Nigerien strike on its consulate in Lima.";
    expect(toldIn(passage)).toEqual(["ASSAULT Chad > Niger", "ASSAULT Nigerien > its consulate"]);
  });
  test("are two events too where nobody is named whom they hit", () => {
    const raids = toldIn("Chadian troops launched air strikes after Nigerian rebels launched an offensive.");
    expect(raids.map((raid) => raid.replace(/ >.*/, "")).sort()).toEqual([
      "ASSAULT Chadian troops",
      "ASSAULT Nigerian rebels",
    ]);
  });
  test("are not told by the words of those who report them", () => {
    const raid = toldIn("Chadian troops attacked a Nigerian village, the ministry said in a statement.");
    expect(raid).toEqual(["ASSAULT Chadian troops > Nigerian"]);
  });
});

describe.skipIf(noModel)("what somebody is punished for", () => {
  test("he did, and not who punishes him", () => {
    const punished = toldIn("Canada sanctioned two Belarusian officials for supporting Russia.");
    expect(punished).toEqual(["COERCE Canada > Belarusian officials", "SUPPORT Belarusian officials > Russia"]);
  });
});

describe.skipIf(noModel)("what a state does to its own people", () => {
  const about = "The government of Kenya promised calm. Police in Kenya closed the port. Kenyan courts were shut. ";
  test("is done by its courts and police, where the text is about no other state", () => {
    expect(toldIn(`${about}Two Kenyan activists were arrested on Monday.`)).toContain(
      "COERCE Police > Kenyan activists",
    );
    expect(toldIn(`${about}A Kenyan journalist was sentenced to two years.`)).toContain(
      "ACCUSE Kenyan courts > Kenyan journalist",
    );
  });
  test("is not looked for where the sentence names another state", () => {
    const abroad = toldIn(`${about}Two Kenyan activists who had gone to Chad were arrested on Monday.`);
    expect(abroad.filter((report) => report.startsWith("COERCE Police"))).toEqual([]);
  });
});

describe.skipIf(noModel)("numbers of people", () => {
  test("stand for a crowd where they do as crowds do", () => {
    expect(toldIn("Thousands rallied in Kenya on Monday.")).toEqual(["PROTEST Thousands > -"]);
    expect(toldIn("Dozens arrived in Kenya on Monday.")).toEqual([]);
    expect(toldIn("Thousands of Kenyans rallied on Monday.")).toEqual(["PROTEST Kenyans > -"]);
  });
});
