import type { Document, Note, PairQuestion, Reading } from "../schema/index.ts";
import { withoutDatelines } from "./dateline.ts";
import { datesOf } from "./dates/index.ts";
import type { Ground } from "./events/index.ts";
import { answerPair, eventsOf, groundOf, reportsFrom, type SentenceEvents } from "./events/index.ts";
import { withSmallHeadlines } from "./headline.ts";
import { withHeadlineVerbs } from "./headline-verb.ts";
import { mentionsOf } from "./mentions/index.ts";
import { attributionOf, quotationsOf } from "./quotations/index.ts";
import { withStandIns } from "./stand-ins.ts";
import type { Reader, Sight, TokenMention } from "./types.ts";

/** Changes with anything that changes a reading of the same text. */
export const CODER_VERSION = "0.7.0";

export interface ReadOptions {
  /** Pairs of spans for which the type of event is asked. */
  readonly pairs?: readonly PairQuestion[];
  /** The least confidence of a report, 0 to 1; 0.2 where nothing is said. */
  readonly least?: number;
}

/** A reading with the steps that led to it; `explain` shows them. */
export interface Course {
  readonly reading: Reading;
  readonly mentions: readonly TokenMention[];
  readonly ground?: Ground;
  readonly events: readonly SentenceEvents[];
}

const isCoded = (language: string): boolean => /^en(-|$)/i.test(language);

function emptyReading(document: Document, reader: Reader, notes: Note[]): Reading {
  return {
    schema: "entente.reading/1",
    id: document.id,
    coder: { version: CODER_VERSION, model: reader.model, knowledge: reader.knowledge.version },
    mentions: [],
    reports: [],
    quotations: [],
    notes,
  };
}

const NO_PAIR = { type: null, quad: 0, confidence: 0, alternatives: [] };

function foreignCourse(document: Document, reader: Reader, options: ReadOptions): Course {
  const message = `The document is in "${document.language}"; only English is coded.`;
  const reading = emptyReading(document, reader, [{ code: "language.notcoded", message }]);
  const pairs = options.pairs && { pairs: options.pairs.map(() => NO_PAIR) };
  return { reading: { ...reading, ...pairs }, mentions: [], events: [] };
}

const byPlace = (a: TokenMention, b: TokenMention): number => a.span[0] - b.span[0] || b.span[1] - a.span[1];

/** Ids that clash between stages get a number behind. */
function withOwnIds(mentions: readonly TokenMention[]): TokenMention[] {
  const seen = new Map<string, number>();
  return mentions.map((mention) => {
    const count = (seen.get(mention.id) ?? 0) + 1;
    seen.set(mention.id, count);
    return count === 1 ? mention : { ...mention, id: `${mention.id}.d${count}` };
  });
}

function allMentions(sight: Sight): TokenMention[] {
  return withOwnIds([...mentionsOf(sight), ...datesOf(sight)]).sort(byPlace);
}

function bare({ tokens: _, head: __, ...mention }: TokenMention): Reading["mentions"][number] {
  return mention;
}

/** The whole course of a reading, from the text to the reports. */
export function courseOf(document: Document, reader: Reader, options: ReadOptions = {}): Course {
  if (!isCoded(document.language)) return foreignCourse(document, reader, options);
  const plain = withSmallHeadlines(withoutDatelines(document.text), reader.knowledge);
  const text = withStandIns(plain, reader.knowledge);
  const analysis = withHeadlineVerbs({ ...reader.analyse(text), text: document.text });
  const sight: Sight = { document, analysis, knowledge: reader.knowledge };
  const mentions = allMentions(sight);
  const quotations = quotationsOf(sight, mentions);
  const ground = groundOf(sight, mentions, reader.knowledge.eventRules, quotations);
  const events = eventsOf(ground, options.least);
  const reports = reportsFrom(ground, events, (span) => attributionOf(sight, quotations, mentions, span));
  const notes = analysis.notes.map(({ code, message, span }) => ({ code, message, ...(span && { span }) }));
  const reading: Reading = {
    ...emptyReading(document, reader, notes),
    mentions: mentions.map(bare),
    reports,
    quotations,
    ...(options.pairs && { pairs: options.pairs.map((pair) => answerPair(sight, pair)) }),
  };
  return { reading, mentions, ground, events };
}

/**
 * Reads a document: who did what to whom, who says so, and where it stands. Pure: the same document and reader give
 * the same reading. A document that is not in English gives an empty reading with a note.
 */
export function read(document: Document, reader: Reader, options: ReadOptions = {}): Reading {
  return courseOf(document, reader, options).reading;
}
