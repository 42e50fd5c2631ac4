import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Mention } from "../../../src/schema/index.ts";
import { lines, p, read, stop } from "../../support/mentions.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

describe("properties", () => {
  const WORDS = [
    "Arvania",
    "Borlandic",
    "President",
    "Ada",
    "Moor",
    "the",
    "two",
    "nations",
    "it",
    "their",
    "Arvagrad",
    "in",
    "of",
    ",",
    "and",
    "ministry",
    "spokesman",
    "Xu-9",
    "“",
    "”",
    "book",
    "-",
    "1,000",
    "'s",
    "U.S.",
  ];
  const row = fc.tuple(
    fc.constantFrom(...WORDS),
    fc.constantFrom(
      "PROPN" as const,
      "NOUN" as const,
      "ADJ" as const,
      "VERB" as const,
      "PUNCT" as const,
      "PRON" as const,
      "ADP" as const,
    ),
    fc.constantFrom("nsubj", "obj", "conj", "compound", "amod", "flat", "appos", "root", "nmod:poss"),
  );

  test("whatever the words and the tree, mentions are valid, in order, inside the text, with ids of their own", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (sentences) => {
          const analysis = analysisOf(
            ...sentences.map((tokens) =>
              tokens.map(
                ([form, upos, relation], index): Row => [form, upos, (index * 7) % (tokens.length + 1), relation],
              ),
            ),
          );
          const mentions = read(analysis);
          const ids = mentions.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { tokens: _, head: __, ...mention } of mentions)
            expect(Mention.safeParse(mention).success).toBe(true);
          for (const { span, tokens, head, refersTo } of mentions) {
            expect(span[0]).toBeLessThan(span[1]);
            expect(span[1]).toBeLessThanOrEqual(analysis.text.length);
            expect(tokens[0] <= head && head < tokens[1]).toBe(true);
            for (const other of refersTo ?? []) expect(ids).toContain(other);
          }
          expect(mentions.map(({ span }) => span[0])).toEqual(
            mentions.map(({ span }) => span[0]).sort((a, b) => a - b),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test("swapping two states in the text swaps them in the mentions", () => {
    const sentence = (one: string, other: string): Row[] => [
      p(one, 2, "nsubj"),
      ["accused", "VERB", 0, "root", "accuse"],
      p(other, 2, "obj"),
      ["of", "ADP", 6, "case"],
      ["the", "DET", 6, "det"],
      ["attack", "NOUN", 2, "obl"],
      stop(2),
    ];
    const codes = (one: string, other: string) =>
      read(analysisOf(sentence(one, other))).map(({ actor }) => actor?.country);
    expect(codes("Arvania", "Borland")).toEqual(["ARV", "BOR"]);
    expect(codes("Borland", "Arvania")).toEqual(["BOR", "ARV"]);
  });

  test("a text without a name has no mention", () => {
    expect(lines([[["Rain", "NOUN", 2, "nsubj"], ["fell", "VERB", 0, "root", "fall"], stop(2)]])).toEqual([]);
  });
});
