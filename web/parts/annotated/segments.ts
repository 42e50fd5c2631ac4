import type { EventType, Mention, Reading, Span } from "../../../src/schema/index.ts";

/** A report's underline in a segment; overlapping reports lie in different lanes. */
export interface Underline {
  readonly id: string;
  readonly type: EventType;
  readonly lane: number;
}

/** A run of the text over which nothing changes. The segments of a text join to the text. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reports: readonly Underline[];
  readonly quotations: readonly string[];
  readonly mention?: Mention;
  /** Whether the reader asked for it. */
  readonly asked: boolean;
  /** Reports and quotations whose last evidence ends with this segment: here stands their sign. */
  readonly closes: readonly string[];
}

type Marks = Pick<Reading, "mentions" | "reports" | "quotations">;

const covers = ([start, end]: Span, at: number): boolean => start <= at && at < end;

/** The spans of an address part such as `12-40,60-72`; what reaches beyond the text is cut. */
export function spansOf(at: string | undefined, length: number): Span[] {
  const spans = (at ?? "").split(",").map((part) => part.split("-").map(Number));
  return spans
    .filter(([start, end]) => start < end && start < length)
    .map(([start, end]) => [start, Math.min(end, length)]);
}

/** All that a segment looks like. */
function lookOf({ start, text, reports, quotations, mention, asked, closes }: Segment): string {
  const named = mention && [mention.name, mention.actor?.country, mention.actor?.role];
  return JSON.stringify([start, text, reports, quotations, named, asked, closes]);
}

/** Whether two segments look the same. */
export const sameSegment = (one: Segment, other: Segment): boolean => lookOf(one) === lookOf(other);

/** Cuts the text wherever a mark begins or ends. O(boundaries × marks open there). */
export function segmentsOf(text: string, marks: Marks, asked: readonly Span[]): Segment[] {
  const reports = marks.reports.map(({ id, type, evidence }) => ({ id, type, spans: evidence }));
  const quotations = marks.quotations.map(({ id, content }) => ({ id, spans: content }));
  const lanes = lanesOf(reports);
  const cuts = cutsOf(text, [
    ...[...reports, ...quotations].flatMap(({ spans }) => spans),
    ...marks.mentions.map(({ span }) => span),
    ...asked,
  ]);
  const open = {
    reports: sweep(reports),
    quotations: sweep(quotations),
    mentions: sweep(marks.mentions.map((mention) => ({ ...mention, spans: [mention.span] }))),
  };
  const closing = closingAt([...reports, ...quotations]);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1];
    const [mention] = open.mentions(start);
    return {
      start,
      end,
      text: text.slice(start, end),
      reports: open.reports(start).map(({ id, type }) => ({ id, type, lane: lanes.get(id) ?? 0 })),
      quotations: open.quotations(start).map(({ id }) => id),
      ...(mention && { mention }),
      asked: asked.some((span) => covers(span, start)),
      closes: closing.get(end) ?? [],
    };
  });
}

interface Spanned {
  readonly spans: readonly Span[];
}

function cutsOf(text: string, spans: readonly Span[]): number[] {
  const inside = (at: number) => at > 0 && at < text.length;
  return [...new Set([0, text.length, ...spans.flat().filter(inside)])].sort((a, b) => a - b);
}

/** For rising positions: the marks that cover each. */
function sweep<T extends Spanned>(marks: readonly T[]): (at: number) => T[] {
  const waiting = marks
    .flatMap((mark) => mark.spans.map((span) => ({ mark, span })))
    .sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  let open: typeof waiting = [];
  return (at) => {
    while (next < waiting.length && waiting[next].span[0] <= at) open.push(waiting[next++]);
    open = open.filter(({ span }) => span[1] > at);
    return [...new Set(open.map(({ mark }) => mark))];
  };
}

function closingAt(marks: readonly (Spanned & { id: string })[]): Map<number, string[]> {
  const closing = new Map<number, string[]>();
  for (const { id, spans } of marks) {
    const end = Math.max(...spans.map(([, to]) => to));
    closing.set(end, [...(closing.get(end) ?? []), id]);
  }
  return closing;
}

/** The lowest lane that is free over the report's whole extent. */
function lanesOf(reports: readonly (Spanned & { id: string })[]): Map<string, number> {
  const lanes = new Map<string, number>();
  const ends: number[] = [];
  const extents = reports.map(({ id, spans }) => ({
    id,
    from: Math.min(...spans.map(([from]) => from)),
    to: Math.max(...spans.map(([, to]) => to)),
  }));
  for (const { id, from, to } of extents.sort((a, b) => a.from - b.from)) {
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    lanes.set(id, lane);
  }
  return lanes;
}
