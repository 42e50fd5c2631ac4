import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { datesOf, governingDate } from "../../../src/coding/dates/index.ts";
import { createAnalyser, loadModel } from "../../../src/language/index.ts";

const PUBLISHED = "2021-03-17"; // a Wednesday
const { analyse } = createAnalyser(loadModel(readFileSync("model/small.entente")));

function sightOf(text: string) {
  const analysis = analyse(text);
  return { analysis, document: { id: "d", language: "en", text, published: PUBLISHED } };
}

describe("dates in prose", () => {
  it.each([
    ["The leaders met on Friday.", "2021-03-12"],
    ["The leaders will meet on Friday.", "2021-03-19"],
    ["The two sides agreed to hold talks on Friday in Vienna.", "2021-03-19"],
    ["The envoy is visiting the capital on Thursday.", "2021-03-18"],
    ["The exercise began on 20 April.", "2020-04-20"],
    ["The exercise is due to begin on 20 April.", "2021-04-20"],
    ["The patrol took place on December 22.", "2020-12-22"],
  ])("%s", (text, day) => {
    expect(datesOf(sightOf(text)).map(({ date }) => date)).toEqual([{ from: day, to: day }]);
  });

  it("gives each clause its own", () => {
    const text = "The ministry said on Thursday that it would send a team next Monday.";
    const sight = sightOf(text);
    const dates = datesOf(sight);
    const dateOfWord = (word: string) => {
      const at = text.indexOf(word);
      return governingDate(sight, dates, sight.analysis.start.indexOf(at))?.date?.from;
    };
    expect([dateOfWord("said"), dateOfWord("send")]).toEqual(["2021-03-11", "2021-03-22"]);
  });
});
