import { expect, test } from "vitest";
import { wordBag } from "../../src/ledger/append/words.ts";

const TEXT =
  "Nothing here. Gondor and Arnor, he said, flew their eighth patrol with 12 bombers.\nOther matters followed.";

test("the words are those of the whole sentence that the evidence stands in", () => {
  const start = TEXT.indexOf("flew");
  expect(wordBag(TEXT, [[start, start + 4]])).toBe("#8 12 arnor bombers flew gondor patrol");
});

test.each([
  ["the 3rd drill", "#3 drill"],
  ["the first time and the first place", "#1 place time"],
  ["", ""],
])("the word bag of %j", (text, bag) => {
  expect(wordBag(text, [[0, text.length]])).toBe(bag);
});

test("words that stand in every report tell nothing", () => {
  const text = "The foreign minister said on Monday that the two countries would announce it in January";
  expect(wordBag(text, [[0, text.length]])).toBe("announce foreign");
});
