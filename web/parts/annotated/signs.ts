import type { Reading, Span } from "../../../src/schema/index.ts";

/** `a` … `z`, `aa`, …: the sign of the nth quotation. */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : "") + String.fromCharCode(97 + (index % 26));
}

const first = (spans: readonly Span[]): number => Math.min(...spans.map(([start]) => start));

/** The reading with reports and quotations in the text's order. */
export const inOrder = (reading: Reading): Reading => ({
  ...reading,
  reports: reading.reports.toSorted((a, b) => first(a.evidence) - first(b.evidence)),
  quotations: reading.quotations.toSorted((a, b) => first(a.content) - first(b.content)),
});

/** The sign of each report (a number) and quotation (a letter), with its spans. */
export function signsOf(ordered: Reading): Map<string, { sign: string; spans: readonly Span[] }> {
  return new Map([
    ...ordered.reports.map(({ id, evidence }, at) => [id, { sign: String(at + 1), spans: evidence }] as const),
    ...ordered.quotations.map(({ id, content }, at) => [id, { sign: letterOf(at), spans: content }] as const),
  ]);
}

/**
 * The ids whose words were asked for: those with exactly these spans, or else all that overlap them. An incident's
 * evidence points at one report; a quotation around it is not what the reader came for.
 */
export function askedIds(signs: ReturnType<typeof signsOf>, asked: readonly Span[]): ReadonlySet<string> {
  const within = (spans: readonly Span[]) => asked.every((one) => spans.some((span) => span.join() === one.join()));
  const entries = asked.length === 0 ? [] : [...signs];
  const exact = entries.filter(([, { spans }]) => within(spans));
  return new Set(
    (exact.length > 0 ? exact : entries.filter(([, { spans }]) => overlap(spans, asked))).map(([id]) => id),
  );
}

const overlap = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some(([start, end]) => b.some(([from, to]) => start < to && from < end));
