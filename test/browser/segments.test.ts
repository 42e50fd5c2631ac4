import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading, Span } from "../../src/schema/index.ts";
import { segmentsOf, spansOf } from "../../web/parts/annotated/segments.ts";
import { letterOf } from "../../web/parts/annotated/signs.ts";

type Marks = Pick<Reading, "mentions" | "reports" | "quotations">;

const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]): Span => [start, start + length]);
const spans = fc.array(span, { minLength: 1, maxLength: 3 });

const marks = fc
  .record({
    reports: fc.array(spans, { maxLength: 5 }),
    quotations: fc.array(spans, { maxLength: 3 }),
    names: fc.array(span, { maxLength: 4 }),
  })
  .map(
    ({ reports, quotations, names }): Marks => ({
      reports: reports.map((evidence, at) => ({ ...report, id: `r${at}`, evidence })),
      quotations: quotations.map((content, at) => ({
        id: `q${at}`,
        speaker: {},
        cue: [0, 0],
        content,
        kind: "direct",
        inside: null,
      })),
      mentions: names.map((one, at) => ({ id: `m${at}`, span: one, kind: "actor" })),
    }),
  );

const report: Marks["reports"][number] = {
  id: "",
  type: "CONSULT",
  contexts: [],
  actors: [],
  recipients: [],
  directedAgainst: [],
  status: "happened",
  attribution: [],
  score: 0,
  confidence: 1,
  rule: "",
  evidence: [[0, 0]],
};

const TEXT = "x".repeat(40) + "ü".repeat(40);

test("segments join to the text and carry exactly the marks over them", () => {
  fc.assert(
    fc.property(marks, fc.array(span, { maxLength: 2 }), (given, asked) => {
      const segments = segmentsOf(TEXT, given, asked);
      expect(segments.map(({ text }) => text).join("")).toBe(TEXT);
      for (const { start, end, reports, quotations, asked: isAsked } of segments) {
        const over = (one: readonly Span[]) => one.some(([from, to]) => from <= start && end <= to);
        expect(reports.map(({ id }) => id).sort()).toEqual(
          given.reports.filter(({ evidence }) => over(evidence)).map(({ id }) => id),
        );
        expect(quotations.toSorted()).toEqual(
          given.quotations.filter(({ content }) => over(content)).map(({ id }) => id),
        );
        expect(isAsked).toBe(over(asked));
        expect(new Set(reports.map(({ lane }) => lane)).size).toBe(reports.length);
      }
    }),
  );
});

test("every mark that ends within the text gets its sign once", () => {
  fc.assert(
    fc.property(marks, (given) => {
      const closed = segmentsOf(TEXT, given, []).flatMap(({ closes }) => closes);
      const within = (one: readonly Span[]) => Math.max(...one.map(([, to]) => to)) > 0;
      const expected = [
        ...given.reports.filter(({ evidence }) => within(evidence)),
        ...given.quotations.filter(({ content }) => within(content)),
      ];
      expect(closed.sort()).toEqual(expected.map(({ id }) => id).sort());
    }),
  );
});

test("spans of an address are cut to the text, and nonsense is left out", () => {
  expect(spansOf("2-4,8-20,30-40,5-5,x-y", 10)).toEqual([
    [2, 4],
    [8, 10],
  ]);
  expect(spansOf(undefined, 10)).toEqual([]);
});

test("letters go on after z", () => {
  expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(["a", "z", "aa", "ab", "zz", "aaa"]);
});
