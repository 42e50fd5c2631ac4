import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import {
  type EventType,
  type Mention,
  QUAD_OF,
  type Reading,
  type Report,
  type Span,
  type Status,
} from "../../src/schema/index.ts";
import { documentOf } from "../../training/coder/shipped.ts";
import { mainSubject } from "./grammar.ts";
import { readLines } from "./load.ts";
import { f1Of, mean } from "./pairs.ts";

interface ClassRow {
  readonly id: string;
  readonly text: string;
  readonly label: string;
}

interface NerRow {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
}

/** Where the evidence of a report ends that starts first: the event that the sentence begins with is what it is about. */
const isBefore = (a: Report, b: Report): number =>
  Number(b.status === "happened" || b.status === "planned") -
    Number(a.status === "happened" || a.status === "planned") ||
  a.evidence[0][0] - b.evidence[0][0] ||
  b.confidence - a.confidence;

/** The report that a sentence is chiefly about: of those that are told as facts or plans the first, the surest of equals. */
const chief = (reports: readonly Report[]): Report | undefined => reports.toSorted(isBefore)[0];

/** What the codebook's root 01 lists: decline to comment, hope and doubt, claim or deny blame, ceremony, sympathy, accord. */
const STATEMENTS =
  /declin\w+ (to )?comment|\b(optimis|pessimis|skeptic|sceptic|confident|hope[sd]?\b)|claim\w* responsibility|(reject|den(y|ies|ied))\w* (an |the |any )?(accusation|allegation|charge)|\bceremony\b|condolenc|sympath|\b(they|he|she|it) agrees? with\b|express\w* (\w+ )?(concern|regret|surprise|dismay|wish)|voic\w* (\w+ )?(concern|hope)/i;
const DEMANDS = /\b(demand|insist|ultimatum|press|pressur|must|order|requir|warn|threat|resign|step down)/i;
const SANCTIONS = /\b(sanction|embargo|boycott)/i;

/** An event as far as its class goes. */
interface Told {
  readonly type: EventType;
  readonly status?: Status;
  /** The sentence as far as the event goes. */
  readonly words: string;
}

const VERBAL_CONFLICT: ReadonlySet<EventType> = new Set(["SANCTION"]);

/**
 * The class by the codebook's roots: 0 is 01 and 02 (statements, appeals), 1 is 03 to 05, 2 is 06 to 08 (what is yielded,
 * too), 3 is 09 to 13 and 16 (relations reduced, sanctions), 4 is 14, 15 and 17 to 20.
 */
function classOf({ type, status, words }: Told): string {
  if (STATEMENTS.test(words) || status === "hypothetical") return "0";
  if (type === "REQUEST" && !DEMANDS.test(words)) return "0";
  if (VERBAL_CONFLICT.has(type) || (type === "COERCE" && SANCTIONS.test(words))) return "3";
  const yields = type === "CONCEDE" || type === "RETREAT";
  return yields ? (status === "planned" ? "1" : "2") : String(QUAD_OF[type]);
}

interface Sides {
  readonly sources: Span[];
  readonly targets: Span[];
}

const CLOSING = /^([,.;:!?%)\]\u201d]|['\u2019](s|re|ve|ll|d|m)?|n['\u2019]t)$/;
const OPENING = /^[([$\u20ac\u00a3\u201c]$/;
const APOSTROPHE = /^['\u2019]$/;

/** Whether tokens stand together in print: "Israel" and "'s", "ex", "-" and "minister", "$" and "60". */
function isJoined(tokens: readonly string[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (before === "-" || token === "-" || OPENING.test(before) || CLOSING.test(token)) return true;
  return APOSTROPHE.test(before) && token === "s";
}

/** Spans of sources and targets; a reciprocal span is both. The text is put together as it was printed. */
function goldSides({ tokens, tags }: NerRow): { text: string; sides: Sides } {
  let text = "";
  const sides: Sides = { sources: [], targets: [] };
  let last: Span | undefined;
  for (const [index, token] of tokens.entries()) {
    const blank = index === 0 || isJoined(tokens, index) ? "" : " ";
    const start = text.length + blank.length;
    text += blank + token;
    const [place, role] = tags[index].split("-");
    if (place === "I" && last) last[1] = text.length;
    else if (place === "B") {
      last = [start, text.length];
      if (role !== "T") sides.sources.push(last);
      if (role !== "S") sides.targets.push(last);
    } else last = undefined;
  }
  return { text, sides };
}

const overlaps = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];
const isSomebody = ({ kind, actor, refersTo }: Mention): boolean =>
  kind === "actor" && (actor !== undefined || refersTo !== undefined);

/** A sentence without an event is a statement: who speaks or stands first, and whom it names next. */
function statementSides(reading: Reading, subject: Span | undefined): Sides {
  const { mentions, quotations } = reading;
  const named = mentions.filter(isSomebody);
  const spoken = quotations.map(({ speaker }) => speaker.span).find((span) => span !== undefined);
  const source = named[0]?.span ?? spoken ?? subject;
  if (!source) return { sources: [], targets: [] };
  const other = named.find(({ span, refersTo }) => span[0] >= source[1] && !refersTo);
  const place = mentions.find(({ kind, span }) => kind === "place" && span[0] >= source[1]);
  const target = other?.span ?? place?.span;
  return { sources: [source], targets: target && !overlaps(target, source) ? [target] : [] };
}

/** The sides in CAMEO's terms: both parties of a meeting, held or planned, are source and target; a call has a caller. */
function sidesOf(reader: Reader, { actors, recipients, mode, rule }: Report): Sides {
  const mutual = reader.knowledge.eventRules.rows.find(({ name }) => name === rule)?.roles !== "direct";
  const everybody = [...actors, ...recipients].map(({ span }) => span);
  if (mode === "phone" && recipients.length === 0)
    return { sources: everybody.slice(0, 1), targets: everybody.slice(1) };
  if (mutual) return { sources: everybody, targets: everybody };
  const sources = actors.map(({ span }) => span);
  return { sources, targets: recipients.length > 0 ? recipients.map(({ span }) => span) : sources };
}

interface Answer {
  readonly label: string;
  readonly sides: Sides;
}

/** Below this a type proposed for two who merely stand in one sentence is no event. */
const SURE = 0.3;

/** The type that relates the two who stand in a sentence without a report, where the coder is sure enough of it. */
function proposed(reader: Reader, id: string, text: string, { sources, targets }: Sides): string {
  const [actor] = sources;
  if (!actor) return "0";
  const pairs = [{ actor, recipient: targets[0] ?? [0, 0] }];
  const [best] = read(documentOf(id, text), reader, { pairs }).pairs ?? [];
  return best?.type && best.confidence >= SURE ? classOf({ type: best.type, words: text }) : "0";
}

/** What the coder answers where a sentence is asked for its one event. */
export function answer(reader: Reader, id: string, text: string): Answer {
  const reading = read(documentOf(id, text), reader);
  const report = chief(reading.reports);
  if (report) {
    const words = text.slice(0, report.evidence[0][1]);
    return { label: classOf({ type: report.type, status: report.status, words }), sides: sidesOf(reader, report) };
  }
  const sides = statementSides(reading, mainSubject(reader.analyse(text)));
  return { label: proposed(reader, id, text, sides), sides };
}

const hits = (some: readonly Span[], all: readonly Span[]): number =>
  some.filter((one) => all.some((other) => overlaps(one, other))).length;

interface Count {
  right: number;
  named: number;
  recalled: number;
  wanted: number;
  whole: number;
}

/** Adds a sentence to the counts of spans; whether all of them are right. */
function countSides(count: Count, found: Sides, gold: Sides): boolean {
  const named = found.sources.length + found.targets.length;
  const wanted = gold.sources.length + gold.targets.length;
  const precise = hits(found.sources, gold.sources) + hits(found.targets, gold.targets);
  const complete = hits(gold.sources, found.sources) + hits(gold.targets, found.targets);
  count.right += precise;
  count.named += named;
  count.recalled += complete;
  count.wanted += wanted;
  return precise === named && complete === wanted;
}

const keyOf = (text: string): string => text.replace(/\s+/g, "");

interface Figures {
  readonly classes: number;
  readonly spans: number;
  readonly whole: number;
}

function figuresOf(reader: Reader, rows: readonly ClassRow[], sentences: readonly NerRow[]): Figures {
  const found = rows.map(({ id, text }) => answer(reader, id, text).label);
  const gold = rows.map(({ label }) => label);
  const labels = new Map(rows.map(({ text, label }) => [keyOf(text), label]));
  const count: Count = { right: 0, named: 0, recalled: 0, wanted: 0, whole: 0 };
  for (const sentence of sentences) {
    const { text, sides } = goldSides(sentence);
    const told = answer(reader, sentence.id, text);
    const all = countSides(count, told.sides, sides);
    const label = labels.get(keyOf(text));
    if (all && (label === undefined || label === told.label)) count.whole += 1;
  }
  const precision = count.right / Math.max(1, count.named);
  const recall = count.recalled / Math.max(1, count.wanted);
  return {
    classes: 100 * mean(f1Of(gold, found, ["0", "1", "2", "3", "4"])),
    spans: (200 * precision * recall) / Math.max(1e-9, precision + recall),
    whole: (100 * count.whole) / Math.max(1, sentences.length),
  };
}

const half = <Row>(rows: readonly Row[], second: boolean): readonly Row[] =>
  second ? rows.slice(Math.floor(rows.length / 2)) : rows.slice(0, Math.floor(rows.length / 2));

/**
 * Macro-F1 over none and the four quads, overlap F1 of source and target spans, and sentences all right, in percent:
 * over all rows, and over the second half, whose errors nobody read.
 */
export function cameoFigures(reader: Reader, classPath: string, nerPath: string): Measurement[] {
  const rows: ClassRow[] = readLines(classPath).map((line) => JSON.parse(line));
  const sentences: NerRow[] = readLines(nerPath).map((line) => JSON.parse(line));
  const all = figuresOf(reader, rows, sentences);
  const unread = figuresOf(reader, half(rows, true), half(sentences, true));
  return [
    { name: "CAMEO: event or none and quad, macro-F1", value: all.classes, target: 75 },
    { name: "CAMEO: source and target spans, overlap F1", value: all.spans, target: 82 },
    { name: "CAMEO: sentences all right", value: all.whole, target: 45 },
    { name: "CAMEO, second half (totals only): event or none and quad, macro-F1", value: unread.classes },
    { name: "CAMEO, second half (totals only): source and target spans, overlap F1", value: unread.spans },
    { name: "CAMEO, second half (totals only): sentences all right", value: unread.whole },
  ];
}
