import { expect, test } from "vitest";
import { nameBag, wordBag } from "../../src/ledger/append/words.ts";

const TEXT =
  "Nothing here. Gondor and Arnor, he said, flew their eighth patrol with 12 bombers.\nOther matters followed.";

test("the words are those of the whole sentence that the evidence stands in, its own marked", () => {
  const start = TEXT.indexOf("flew");
  expect(wordBag(TEXT, [[start, start + 4]])).toBe("!flew 12 arnor bomber gondor patrol");
});

test("names of those who take part are left out", () => {
  const names = ["Gondor", "Arnor"].map((name): [number, number] => [
    TEXT.indexOf(name),
    TEXT.indexOf(name) + name.length,
  ]);
  const evidence: [number, number] = [TEXT.indexOf("flew"), TEXT.indexOf(" with")];
  expect(wordBag(TEXT, [evidence], names)).toBe("!flew !patrol #8-patrol 12 bomber");
});

test.each([
  ["the 3rd drill", "!drill #3-exercise"],
  ["the second round of talks", "!round !talk #2-meeting"],
  ["during these joint drills", "!drill !joint @exercise"],
  ["the first place and the third Belt and Road Forum", "!belt !forum !plac !road"],
  ["drilled, drills and flights", "!drill !flight"],
  ["", ""],
])("the word bag of %j", (text, bag) => {
  expect(
    wordBag(text, [[0, text.length]])
      .split(" ")
      .sort(),
  ).toEqual(bag.split(" ").sort());
});

test("words that stand in every report tell nothing", () => {
  const text = "The foreign minister said on Monday that the two countries would announce it in January";
  expect(wordBag(text, [[0, text.length]])).toBe("!announc !foreign");
});

test("the names are words with a capital inside of the sentence, and those with digits among letters", () => {
  const text =
    "Nothing here. Bombers of Gondor flew H6 and Tu-95MS planes over Osgiliath on Monday in 2019, 12 in all.";
  const gondor = text.indexOf("Gondor");
  expect(nameBag(text, [[20, 30]], [[gondor, gondor + 6]])).toBe("95ms osgiliath");
});
