import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../../src/coding/index.ts";
import { documentOf, modelPath, shippedReader } from "../../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("test/coding/events/disowned.test.ts: skipped, there is no model in model/");

let loaded: Reader | undefined;

function reportsOf(text: string): string[] {
  loaded ??= shippedReader();
  return read(documentOf("d1", text, "2024-03-04"), loaded).reports.map(({ type, status }) => `${type} ${status}`);
}

describe.skipIf(noModel)("what is denied or put off", () => {
  test("is the deed itself where somebody denies his own", () => {
    expect(reportsOf("Chad denied holding secret talks with Niger.")).toEqual(["CONSULT denied"]);
  });
  test("is what a report told, through the verb that the report goes with", () => {
    expect(reportsOf("Chad rejected reports that claimed Oslo and Lima held talks.")).toEqual(["CONSULT denied"]);
    expect(reportsOf("Chad rejected allegations of a military buildup.")).toEqual(["MOBILIZE denied"]);
  });
  test("is a charge where somebody is known to have made it", () => {
    expect(reportsOf("Norway denied Peru's claim that Norwegian forces attacked a Peruvian post.")).toEqual([
      "REJECT happened",
    ]);
  });
  test("is no visit that took place", () => {
    expect(reportsOf("The visit of the Norwegian president to Peru has been put off.")).toEqual(["REJECT happened"]);
    expect(reportsOf("The Norwegian president was scheduled to arrive in Peru on a three-day visit.")).toEqual([
      "AGREE planned",
    ]);
  });
});
