import type { Measurement } from "../../bench/report.ts";
import type { Reading, Report } from "../../src/schema/index.ts";

/** One event of the gold file; those of kind "orientation" ask for `directedAgainst` only. */
interface GoldEvent {
  readonly id: string;
  readonly anchor: string;
  readonly actors: readonly string[];
  readonly recipients?: readonly string[];
  readonly directedAgainst?: readonly string[];
  readonly type?: string;
  readonly any?: readonly string[];
  readonly kind?: string;
}

interface GoldQuotation {
  readonly id: string;
  readonly anchor: string;
  readonly speaker: string;
}

export interface ArticleGold {
  readonly events: readonly GoldEvent[];
  readonly quotations: readonly GoldQuotation[];
}

export interface ArticleScore {
  readonly events: { readonly id: string; readonly found: boolean }[];
  readonly quotations: { readonly id: string; readonly found: boolean }[];
  /** Reports between states, as having happened, that touch no anchor and restate no gold event. */
  readonly falseEvents: Report[];
  /** Reports that touch no anchor but have the type and actors of a gold event. */
  readonly restatements: Report[];
}

const withSpaces = (text: string): string => text.replaceAll("\u00a0", " ");

function anchorSpan(text: string, anchor: string): [number, number] {
  const start = text.indexOf(anchor);
  if (start < 0) throw new Error(`the article doesn't hold "${anchor}"`);
  return [start, start + anchor.length];
}

const touches = (report: Report, [start, end]: readonly [number, number]): boolean =>
  report.evidence.some(([from, to]) => from < end && start < to);

const countries = (participants: Report["actors"]): Set<string> =>
  new Set(participants.flatMap(({ country }) => country ?? []));

const everybody = (report: Report): string => [...countries([...report.actors, ...report.recipients])].sort().join();

const wantedOf = ({ actors, recipients }: GoldEvent): string =>
  [...new Set([...actors, ...(recipients ?? [])])].sort().join();

const typesOf = ({ type, any }: GoldEvent): string[] => [...(type ? [type] : []), ...(any ?? [])];

/** Actors and recipients as the gold has them; where it names recipients, the actor must act. */
function hasRightActors(report: Report, gold: GoldEvent): boolean {
  if (everybody(report) !== wantedOf(gold)) return false;
  return !gold.recipients || gold.actors.every((actor) => countries(report.actors).has(actor));
}

function isFound(reports: readonly Report[], gold: GoldEvent, span: readonly [number, number]): boolean {
  return reports.some((report) => {
    if (!touches(report, span)) return false;
    if (!gold.type)
      return (gold.directedAgainst ?? []).every((country) => countries(report.directedAgainst).has(country));
    return typesOf(gold).includes(report.type) && hasRightActors(report, gold);
  });
}

const SPEAKERS: Readonly<Record<string, RegExp>> = {
  Q1: /moscow|kremlin|russia/i,
  Q2: /news agency|xinhua/i,
  Q3: /xi/i,
  Q4: /xi/i,
  Q5: /he|putin|xi/i,
  Q6: /putin/i,
  Q7: /japan today/i,
  Q8: /russian military/i,
  Q9: /russian defen[cs]e ministry/i,
  Q10: /schen/i,
};

function isQuoted(reading: Reading, text: string, gold: GoldQuotation): boolean {
  const span = anchorSpan(text, gold.anchor);
  return reading.quotations.some(({ content, speaker }) => {
    const inside = content.some(([from, to]) => from < span[1] && span[0] < to);
    const words = speaker.span ? text.slice(...speaker.span) : (speaker.name ?? "");
    return inside && (SPEAKERS[gold.id] ?? /./).test(words);
  });
}

/** Scores a reading of the article against what a careful coder finds in it. `text` is the article as published. */
export function scoreArticle(reading: Reading, text: string, gold: ArticleGold): ArticleScore {
  const plain = withSpaces(text);
  const spans = gold.events.map(({ anchor }) => anchorSpan(plain, anchor));
  const events = gold.events.map((event, index) => ({
    id: event.id,
    found: isFound(reading.reports, event, spans[index]),
  }));
  const between = reading.reports.filter(
    (report) => report.status === "happened" && countries([...report.actors, ...report.recipients]).size > 1,
  );
  const loose = between.filter((report) => !spans.some((span) => touches(report, span)));
  const restates = (report: Report): boolean =>
    gold.events.some((event) => typesOf(event).includes(report.type) && everybody(report) === wantedOf(event));
  return {
    events,
    quotations: gold.quotations.map((quotation) => ({ id: quotation.id, found: isQuoted(reading, plain, quotation) })),
    falseEvents: loose.filter((report) => !restates(report)),
    restatements: loose.filter(restates),
  };
}

const share = (entries: readonly { id: string; found: boolean }[]): string => {
  const missing = entries.filter(({ found }) => !found).map(({ id }) => id);
  return `${entries.length - missing.length} of ${entries.length}${missing.length > 0 ? ` (not ${missing.join(", ")})` : ""}`;
};

/** The score as lines to print. */
export function articleLines(score: ArticleScore, text: string): string[] {
  const words = (report: Report): string => `${report.type} {${report.rule}} ${text.slice(...report.evidence[0])}`;
  return [
    `article: events ${share(score.events)}`,
    `article: quotations ${share(score.quotations)}`,
    `article: false events ${score.falseEvents.length}, restatements ${score.restatements.length}`,
    ...[...score.falseEvents, ...score.restatements].map((report) => `  ${words(report).replace(/\s+/g, " ")}`),
  ];
}

/** How many of the article's events and quotations are found, and how many events are false. */
export function articleFigures({ events, quotations, falseEvents }: ArticleScore): Measurement[] {
  const found = (items: readonly { readonly found: boolean }[]): number => items.filter((item) => item.found).length;
  return [
    { name: "article: events found, of 17", value: found(events), target: 16 },
    { name: "article: quotations found, of 10", value: found(quotations), target: 10 },
    { name: "article: false events", value: falseEvents.length, target: 0, lower: true },
  ];
}
