import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnalyser, loadModel, plainKernels } from "../../src/language/index.ts";
import { LONGEST_SENTENCE } from "../../src/language/network/parser.ts";
import { type Analysis, analysisToJson, sentenceCount, tokenCount, tokenText } from "../../src/schema/index.ts";

const model = loadModel(readFileSync("model/small.entente"));
const analyser = createAnalyser(model);

/** What holds of every analysis of any text. */
function expectSound(analysis: Analysis, text: string): void {
  const { start, end, sentence, sentenceStart, head, joined } = analysis;
  expect(analysis.text).toBe(text);
  const count = tokenCount(analysis);
  for (const column of [end, joined, sentence, head, analysis.lemma, analysis.upos, analysis.relation]) {
    expect(column).toHaveLength(count);
  }
  expect(sentenceStart[0] ?? 0).toBe(0);
  expect(sentenceStart[sentenceStart.length - 1]).toBe(count);
  let before = 0;
  for (let token = 0; token < count; token++) {
    expect(start[token]).toBeGreaterThanOrEqual(before);
    expect(end[token]).toBeGreaterThan(start[token]);
    expect(tokenText(analysis, token)).toBe(text.slice(start[token], end[token]));
    expect(joined[token] === 0 || start[token] === before).toBe(true);
    before = end[token];
  }
  expect(before).toBeLessThanOrEqual(text.length);
  for (let s = 0; s < sentenceCount(analysis); s++) expectTree(analysis, s);
}

/** One root, and every token reaches it inside the sentence. */
function expectTree({ head, sentenceStart, sentence }: Analysis, s: number): void {
  const [from, to] = [sentenceStart[s], sentenceStart[s + 1]];
  expect(to).toBeGreaterThan(from);
  expect(to - from).toBeLessThanOrEqual(LONGEST_SENTENCE);
  let roots = 0;
  for (let token = from; token < to; token++) {
    expect(sentence[token]).toBe(s);
    let at = token;
    for (let step = 0; head[at] >= 0; step++) {
      expect(step).toBeLessThan(to - from);
      expect(head[at] >= from && head[at] < to).toBe(true);
      at = head[at];
    }
    roots += Number(head[token] < 0);
  }
  expect(roots).toBe(1);
}

const pieces = fc.constantFrom(
  "Russia",
  "U.S.",
  "don't",
  "al-Ani",
  " ",
  "\n",
  "\n\n",
  ". ",
  "“",
  "”",
  '"',
  "(",
  "$10bn",
  "\u202e",
  "\ud83d",
  "\ude00",
  "😀",
  "北京",
  "مرحبا",
  "\u0000",
  "\u00a0",
  "…",
);

describe("any text", () => {
  test("of any characters is read soundly", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => expectSound(analyser.analyse(text), text)),
    );
  });

  test("of lone surrogates too", () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const texts = fc.array(unit, { maxLength: 60 }).map((units) => units.join(""));
    fc.assert(fc.property(texts, (text) => expectSound(analyser.analyse(text), text)));
  });

  test("of news-like pieces too", () => {
    const texts = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(""));
    fc.assert(fc.property(texts, (text) => expectSound(analyser.analyse(text), text)));
  });

  test.each([
    ["nothing", ""],
    ["one character", "a"],
    ["only white space", " \n\t "],
    ["only punctuation", "?!?... — ;;; (())"],
    ["all capitals", "PRESIDENT MEETS ENVOY AS TALKS FAIL IN GENEVA"],
    ["emoji", "👩‍👩‍👧‍👦 🇷🇺🇨🇳 agreed 👍🏽."],
    ["right-to-left marks", "The \u200fPresident\u200f said \u202bno\u202c."],
    ["mixed scripts", "Сергей Лавров met 王毅 in Москва."],
  ])("%s", (_, text) => {
    expectSound(analyser.analyse(text), text);
  });
});

describe("large texts", () => {
  test("a megabyte without a space is read, with a note", () => {
    const text = "x".repeat(1 << 20);
    const analysis = analyser.analyse(text);
    expect(tokenCount(analysis)).toBeGreaterThan(1000);
    expect(analysis.end[tokenCount(analysis) - 1]).toBe(text.length);
    expect(analysis.notes.some(({ code }) => code === "word.cut")).toBe(true);
  });

  test("a sentence of 100,000 tokens is cut into pieces, with a note for each", () => {
    const text = "word ".repeat(100_000).trim();
    const analysis = analyser.analyse(text);
    expect(tokenCount(analysis)).toBe(100_000);
    for (let s = 0; s < sentenceCount(analysis); s++) {
      expect(analysis.sentenceStart[s + 1] - analysis.sentenceStart[s]).toBeLessThanOrEqual(LONGEST_SENTENCE);
    }
    const cuts = analysis.notes.filter(({ code }) => code === "sentence.cut");
    expect(cuts).toHaveLength(sentenceCount(analysis) - 1);
  });

  test("more forms than the cache has slots give the same answers as a fresh analyser", () => {
    const sentence = "The minister signed the treaty in the capital.";
    const before = analysisToJson(createAnalyser(model).analyse(sentence));
    for (let from = 0; from < 40_000; from += 1000) {
      analyser.analyse(Array.from({ length: 1000 }, (_, k) => `w${from + k}q`).join(" "));
    }
    expect(analysisToJson(analyser.analyse(sentence))).toEqual(before);
  });
});

describe("the same answers", () => {
  const text =
    "MOSCOW (AP) — The defence ministers of both countries didn't sign the treaty, the agency said on Monday.\n" +
    "“We will meet again,” Gen. Ivan Petrov, 54, told reporters. It was the third failure this year.";

  test("from plain kernels as from SIMD", () => {
    const plain = createAnalyser(model, { kernels: plainKernels });
    expect(plain.kernels).toBe("plain");
    expect(analysisToJson(plain.analyse(text))).toEqual(analysisToJson(analyser.analyse(text)));
  });

  test("whatever was read before, and in whatever batch", () => {
    const alone = analysisToJson(analyser.analyse("It was the third failure this year."));
    const whole = analyser.analyse(text);
    const first = whole.sentenceStart[sentenceCount(whole) - 1];
    expect(alone.relation).toEqual(whole.relation.slice(first));
    expect(alone.head.map((head) => (head < 0 ? -1 : head + first))).toEqual([...whole.head.slice(first)]);
  });
});

describe("given tokens", () => {
  test("are kept, and the other columns filled", () => {
    const given = {
      text: "Envoys meet\nTalks fail",
      start: [0, 7, 12, 18],
      end: [6, 11, 17, 22],
      joined: [0, 0, 0, 0],
      sentenceStart: [0, 2],
    };
    const analysis = analyser.analyseTokens(given);
    expectSound(analysis, given.text);
    expect([...analysis.start]).toEqual(given.start);
    expect([...analysis.sentenceStart]).toEqual([0, 2, 4]);
  });
});
