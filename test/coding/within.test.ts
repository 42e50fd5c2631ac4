import { describe, expect, test } from "vitest";
import { lacksModel, reportsOf, toldIn } from "../support/passages.ts";

describe.skipIf(lacksModel("within.test.ts"))("a text that names no state", () => {
  test.each([
    ["The king bowed to the protesters.", "CONCEDE king > protesters"],
    ["The union gave the ministry until Friday to meet its demands.", "THREATEN union > ministry"],
    ["The opposition will take the electoral commission to court.", "ACCUSE opposition > electoral commission"],
  ])("tells what is done within one: %j", (passage, told) => {
    expect(toldIn(passage)).toEqual([told]);
    expect(reportsOf(passage)[0].actors[0].country).toBeNull();
  });
  test.each([
    "The pilot declared an emergency.",
    "The captain blamed the wind.",
    "The bowler attacked the batsman.",
    "The king bowed to the protesters. Norway and Chile watched.",
  ])("is silent on what no officials take part in, or where it could be of several: %j", (passage) => {
    expect(toldIn(passage)).toEqual([]);
  });
});
