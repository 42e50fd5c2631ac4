import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadModel } from "../../src/language/index.ts";
import { LONGEST_CHUNK, Tokeniser } from "../../src/language/tokens/tokenise.ts";

const tokeniser = new Tokeniser(loadModel(readFileSync("model/small.entente")).tokens);

/** Tokens with a space between them, + where one belongs to the same word as the one before. */
const cut = (text: string): string => {
  const { start, end, joined } = tokeniser.tokenise(text);
  return start.map((from, token) => (joined[token] ? "+" : token ? " " : "") + text.slice(from, end[token])).join("");
};

describe("tokens as the treebank has them", () => {
  test.each([
    ["They don't know.", "They do+n't know ."],
    ["It’s the President’s car.", "It+’s the President+’s car ."],
    ["We cannot and won't.", "We can+not and wo+n't ."],
    ["a well-known state-owned firm", "a well - known state - owned firm"],
    ["Abdullah al-Ani, 54, spoke.", "Abdullah al - Ani , 54 , spoke ."],
    ["The U.S. and the U.K. agreed.", "The U.S. and the U.K. agreed ."],
    ["Gen. Smith met Mr. Lee.", "Gen. Smith met Mr. Lee ."],
    ["MOSCOW (AP) — Talks began.", "MOSCOW ( AP ) — Talks began ."],
    ["It cost $10bn (£7.6bn).", "It cost $ 10 bn ( £ 7.6 bn ) ."],
    ["up 3.5% to 1,250", "up 3.5 % to 1,250"],
    ["“We agree,” he said.", "“ We agree , ” he said ."],
    ["at 10:30 a.m. on Monday", "at 10:30 a.m. on Monday"],
    ["See https://example.org/a?b=1 now", "See https://example.org/a?b=1 now"],
    ["Write to press@example.org.", "Write to press@example.org ."],
    ["dual-use goods of pro-Moscow groups", "dual - use goods of pro-Moscow groups"],
    ["ministers' meeting", "ministers+' meeting"],
  ])("%s", (text, tokens) => {
    expect(cut(text)).toBe(tokens);
  });
});

describe("odd input", () => {
  test("marks of direction and control characters stand between tokens", () => {
    expect(cut("\u200fabc\u0000def\u202e")).toBe("abc def");
  });

  test("a run without spaces is cut, never inside a pair of surrogates", () => {
    const text = "😀".repeat(500);
    const { start, end } = tokeniser.tokenise(text);
    for (const [token, from] of start.entries()) {
      expect(end[token] - from).toBeLessThanOrEqual(LONGEST_CHUNK + 1);
      expect(text.codePointAt(from)).toBe(0x1f600);
    }
  });

  test("no text has no tokens", () => {
    expect(tokeniser.tokenise("").start).toEqual([]);
    expect(tokeniser.tokenise(" \n\t").start).toEqual([]);
  });
});
