import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../src/brief/check/claims.ts";
import { inPeriod, periodInWords, whenInWords } from "../../src/brief/grammar/dates.ts";
import { clipped, inner, quoted, quotedEnd, trimmed } from "../../src/brief/grammar/quote.ts";
import { sentenceAround, sentenceStarts } from "../../src/brief/grammar/sentences.ts";
import { bothOf, counted, listOf, perCent } from "../../src/brief/grammar/words.ts";

describe("dates in words", () => {
  test.each([
    ["2020-01-01", "2020-12-31", "2020", "in 2020"],
    ["2019-01-01", "2020-12-31", "2019 to 2020", "from 2019 to 2020"],
    ["2020-02-01", "2020-02-29", "February 2020", "in February 2020"],
    ["2020-01-01", "2020-03-31", "January to March 2020", "from January to March 2020"],
    ["2020-12-28", "2020-12-28", "28 December 2020", "on 28 December 2020"],
    ["2020-12-22", "2021-03-05", "22 December 2020 to 5 March 2021", "from 22 December 2020 to 5 March 2021"],
  ])("%s to %s as a period", (from, to, words, placed) => {
    expect([periodInWords({ from, to }), inPeriod({ from, to })]).toEqual([words, placed]);
  });

  test.each([
    ["2020-12-28", "2020-12-28", "on 28 December 2020"],
    ["2020-09-01", "2020-09-30", "in September 2020"],
    ["2020-06-21", "2020-06-27", "between 21 and 27 June 2020"],
    ["2018-01-01", "2020-12-22", "between January 2018 and December 2020"],
  ])("%s to %s as a time of something that happened", (from, to, words) => {
    expect(whenInWords({ from, to })).toBe(words);
  });
});

describe("quotations", () => {
  test.each([
    ["that the year had been hard,", "the year had been hard"],
    ["“We stand together,”", "We stand together"],
    ["Russia was ready to help, he was quoted as saying.", "Russia was ready to help"],
    ["The fleets met, Xinhua reported.", "The fleets met"],
  ])("%j is trimmed", (words, bare) => {
    expect(trimmed(words)).toBe(bare);
  });

  test("marks inside become single ones, and one left open by a cut is closed", () => {
    expect(quoted('He said "no" twice')).toBe("“He said ‘no’ twice”");
    expect(inner("He said “no and …")).toBe("He said ‘no and …’");
  });

  test("a full stop stands once, inside at the end and not before what follows", () => {
    expect([quotedEnd("It ended."), quotedEnd("It ended"), quoted("It ended.")]).toEqual([
      "“It ended.”",
      "“It ended.”",
      "“It ended”",
    ]);
  });

  test("a cut is no longer than asked and says that it is one", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 40, max: 120 }), (words, most) => {
        const cut = clipped(words, most);
        expect(cut.length).toBeLessThanOrEqual(most + 2);
        expect(words.length <= most ? cut === words : cut.endsWith(" …")).toBe(true);
      }),
    );
  });
});

describe("sentences of a text", () => {
  const text = 'MOSCOW (AP) -- Gen. Wei met S. Shoigu. They spoke of the U.S. fleet.\n\n"No," he said. It was late.';

  test("abbreviations and initials end none, a paragraph does", () => {
    expect(sentenceStarts(text).map((start) => text.slice(start, start + 6))).toEqual([
      "MOSCOW",
      "They s",
      '"No," ',
      "It was",
    ]);
  });

  test("the place line is left out", () => {
    const span = sentenceAround(text, [text.indexOf("met"), text.indexOf("met") + 3]);
    expect(text.slice(...span)).toBe("Gen. Wei met S. Shoigu.");
  });

  test("every span lies in its sentence", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(199), fc.nat(199), (any, one, other) => {
        const span: [number, number] = [Math.min(one, other, any.length), Math.min(Math.max(one, other), any.length)];
        const [from, to] = sentenceAround(any, span);
        expect(from).toBeLessThanOrEqual(span[0]);
        expect(any.slice(to, span[1]).trim()).toBe("");
      }),
    );
  });
});

test("lists, counts, names and shares", () => {
  expect(listOf(["a", "b", "c"])).toBe("a, b and c");
  expect([counted(0, "incident"), counted(1, "incident"), counted(12, "incident"), counted(1300, "incident")]).toEqual([
    "no incident",
    "one incident",
    "twelve incidents",
    "1,300 incidents",
  ]);
  expect(bothOf(["Iran", "United States"])).toBe("Iran and the United States");
  expect([perCent(0.999), perCent(0.5), perCent(0.001)]).toEqual([
    "more than 99 per cent",
    "50 per cent",
    "less than 1 per cent",
  ]);
});

test("what a sentence claims is found apart from what it quotes", () => {
  expect(claimsOf("On 6 May 2020, Herald reported that two ships of Gondor sailed: “Ten came.”")).toMatchObject({
    quotations: ["Ten came."],
    dates: ["2020-05-06"],
    numbers: ["2"],
    names: ["Herald", "Gondor"],
  });
});
