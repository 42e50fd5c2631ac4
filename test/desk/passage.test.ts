import fc from "fast-check";
import { expect, test } from "vitest";
import { passageOf } from "../../src/desk/reviews/queue.ts";
import type { Span } from "../../src/schema/index.ts";

test("a passage is the paragraph around the words", () => {
  const text = "One.\nArnor met Gondor. They agreed.\nThree.";
  expect(passageOf(text, [[5, 21]])).toEqual({ span: [5, 35], text: "Arnor met Gondor. They agreed." });
});

test("evidence in two paragraphs near each other shows both; far apart, that of the first words", () => {
  const near = "Arnor met Gondor.\nBoth were glad.";
  expect(
    passageOf(near, [
      [0, 16],
      [18, 22],
    ]).text,
  ).toBe(near);
  const far = `Arnor met Gondor.\n${"So it went on. ".repeat(200)}\nBoth were glad.`;
  expect(
    passageOf(far, [
      [0, 16],
      [far.length - 15, far.length],
    ]).text,
  ).toBe("Arnor met Gondor.");
});

const spanIn = (length: number) =>
  fc
    .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 300 }))
    .map(([from, width]): Span => [from, Math.min(length, from + width)]);

test("whatever the text, a passage is a slice of it that holds the first words, and of bounded length", () => {
  const texts = fc.array(fc.constantFrom("\n", "word ", "x".repeat(700)), { minLength: 1, maxLength: 60 });
  const cases = texts.chain((parts) => {
    const text = parts.join("");
    return fc.tuple(fc.constant(text), fc.array(spanIn(text.length), { minLength: 1, maxLength: 3 }));
  });
  fc.assert(
    fc.property(cases, ([text, spans]) => {
      const { span, text: shown } = passageOf(text, spans);
      expect(shown).toBe(text.slice(...span));
      expect(span[0]).toBeLessThanOrEqual(spans[0][0]);
      expect(span[1]).toBeGreaterThanOrEqual(spans[0][1]);
      expect(shown.length).toBeLessThanOrEqual(2 * 1600 + 300);
    }),
  );
});
