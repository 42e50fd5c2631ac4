import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadModel } from "../../src/language/index.ts";
import { limitSentences } from "../../src/language/sentences/limit.ts";
import { splitSentences } from "../../src/language/sentences/split.ts";
import { formsOf, Tokeniser } from "../../src/language/tokens/tokenise.ts";

const model = loadModel(readFileSync("model/small.entente"));
const tokeniser = new Tokeniser(model.tokens);

const split = (text: string): string[] => {
  const tokens = tokeniser.tokenise(text);
  const starts = splitSentences(text, tokens, formsOf(text, tokens), model.sentences);
  return starts.map((first, s) =>
    text.slice(tokens.start[first], tokens.end[(starts[s + 1] ?? tokens.end.length) - 1]),
  );
};

describe("sentences of the press", () => {
  test.each([
    ["abbreviations", ["The U.S. envoy met Gen. Lee.", "Mr. Kim left on Jan. 5."]],
    ["a number after No.", ["It was No. 2 on the list.", "Nobody objected."]],
    ["a quotation of two sentences", ["“We will sign.", "We have no choice,” he said."]],
    ["a quotation behind a colon", ["He said: “The talks go on.”", "Both sides left."]],
    ["a question in quotation marks", ["“Why now?” she asked.", "He did not answer."]],
    ["a quotation mark never closed", ["“We will not yield, the minister said.", "The army agreed."]],
  ])("%s", (_, sentences) => {
    expect(split(sentences.join(" "))).toEqual(sentences);
  });

  test.each([
    ["MOSCOW (AP) —", "Talks began on Monday."],
    ["KYIV, Ukraine —", "The army left the town."],
    ["BEIJING, Dec. 22 (Xinhua) --", "China and Russia held a patrol."],
    ["WASHINGTON —", "“We will sign,” he said."],
  ])("a dateline stands by itself: %s", (dateline, sentence) => {
    expect(split(`${dateline} ${sentence}`)).toEqual([dateline, sentence]);
  });

  test.each(["NATO — the alliance — agreed.", "The talks — Moscow says — failed."])("no dateline: %s", (sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });

  test("an empty line ends a sentence", () => {
    expect(split("Envoys meet in Geneva\n\nThe talks began on Monday.")).toEqual([
      "Envoys meet in Geneva",
      "The talks began on Monday.",
    ]);
  });

  test("a line break of wrapped text does not", () => {
    const lines = [
      "The two ministers met in the capital on Monday and agreed that the",
      "talks on the border should go on in the spring, when the snow in the",
      "mountains has gone. The army of neither side will move before that,",
      "they said in a joint statement that was read out in the evening to a",
      "small group of reporters. Nobody took questions.",
    ];
    expect(split(lines.join("\n"))).toHaveLength(3);
  });
});

describe("overlong sentences", () => {
  const forms = (count: number) => Array.from({ length: count }, () => "word");

  test("are cut at the limit where nothing better is found", () => {
    expect(limitSentences(forms(25), [0], 10)).toEqual({ starts: [0, 10, 20], cutAt: [10, 20] });
  });

  test("are cut behind the last strong pause of the second half", () => {
    const list = forms(14);
    list[6] = ";";
    list[8] = ",";
    expect(limitSentences(list, [0], 10).starts).toEqual([0, 7]);
  });

  test("short ones are left alone", () => {
    expect(limitSentences(forms(9), [0, 4], 10)).toEqual({ starts: [0, 4], cutAt: [] });
  });
});
