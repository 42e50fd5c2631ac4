import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withStandIns } from "../../src/coding/stand-ins.ts";
import { readStandIns } from "../../src/knowledge/stand-ins.ts";
import { lacksModel, toldIn } from "../support/passages.ts";
import { world } from "../support/world.ts";

const HEAD = "name\tstand_in\tsource";
const read = (...rows: string[]) => readStandIns({ "stand-ins.tsv": [HEAD, ...rows].join("\n") });
const knowledge = { ...world(), standIns: read("Ost Rights Watch\tOst Rights Group\ts", "OSTU\tNATO\ts") };

describe("names that the parser takes for other words", () => {
  test.each([
    ["Ost Rights Watch accused West.", "Ost Rights Group accused West."],
    ["West left the OSTU.", "West left the NATO."],
    ["the OSTU-led force", "the NATO-led force"],
    ["OSTUR and non-OSTU", "OSTUR and non-OSTU"],
  ])("%j is parsed as %j", (text, parsed) => {
    expect(withStandIns(text, knowledge)).toBe(parsed);
  });
  test("no offset moves", () => {
    const word = fc.constantFrom("Ost", "Rights", "Watch", "OSTU", " ", " ", "-", ".");
    const lengths: [number, number][] = [];
    fc.assert(
      fc.property(fc.array(word), (words) => {
        lengths.push([withStandIns(words.join(""), knowledge).length, words.join("").length]);
      }),
    );
    expect(lengths.every(([parsed, written]) => parsed === written)).toBe(true);
  });
  test.each([
    [["OSTU\tChina\ts"], "not as long"],
    [["Ost Watch\tOs tWatch\ts"], "not as long"],
    [["OSTU\tNATO\ts", "OSTU\tIATA\ts"], "stands twice"],
  ])("the rows %j are refused", (rows, detail) => {
    expect(() => read(...rows)).toThrow(detail);
  });
});

describe.skipIf(lacksModel("stand-ins.test.ts"))("whole texts", () => {
  test.each([
    ["Human Rights Watch accused Cameroon of torture.", "ACCUSE Human Rights Watch > Cameroon"],
    ["Hungary says Kais Saied accused Libya of piracy.", "ACCUSE Kais Saied > Libya"],
    ["The G-20 condemned Belarus.", "ACCUSE G-20 > Belarus"],
    ["Georgia applied to join the European Union.", "REQUEST Georgia > European Union"],
    ["Moscow is prepared to lift the ban on Norway.", "CONCEDE Moscow > Norway"],
    ["Manila does not recognise China's ban.", "REJECT Manila > China"],
  ])("%j tells %j", (passage, told) => {
    expect(toldIn(passage)).toContain(told);
  });
});
