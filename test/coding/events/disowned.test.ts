import { describe, expect, test } from "vitest";
import { lacksModel, reportsOf } from "../../support/passages.ts";

const noModel = lacksModel("test/coding/events/disowned.test.ts");

const statusesIn = (passage: string): string[] => reportsOf(passage).map(({ type, status }) => `${type} ${status}`);

describe.skipIf(noModel)("what is denied or put off", () => {
  test("is the deed itself where somebody denies his own", () => {
    expect(statusesIn("Chad denied holding secret talks with Niger.")).toEqual(["CONSULT denied"]);
  });
  test("is what a report told, through the verb that the report goes with", () => {
    expect(statusesIn("Chad rejected reports that claimed Oslo and Lima held talks.")).toEqual(["CONSULT denied"]);
    expect(statusesIn("Chad rejected allegations of a military buildup.")).toEqual(["MOBILIZE denied"]);
  });
  test("is a charge where somebody is known to have made it", () => {
    expect(statusesIn("Norway denied Peru's claim that Norwegian forces attacked a Peruvian post.")).toEqual([
      "REJECT happened",
    ]);
  });
  test("may have been where even the denial is denied", () => {
    expect(statusesIn("Chad denied sending weapons to Niger.")).toEqual(["AID denied"]);
    expect(statusesIn("Chad did not deny sending weapons to Niger.")).toEqual(["AID hypothetical"]);
  });
  test("is no visit that took place", () => {
    expect(statusesIn("The visit of the Norwegian president to Peru has been put off.")).toEqual(["REJECT happened"]);
    expect(statusesIn("The Norwegian president was scheduled to arrive in Peru on a three-day visit.")).toEqual([
      "AGREE planned",
    ]);
  });
});
