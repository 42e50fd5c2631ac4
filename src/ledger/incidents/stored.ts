import type { EventType, PlaceIdentity } from "../../schema/index.ts";
import { splitCodes } from "../codes.ts";
import { dayNumber } from "../days.ts";
import type { Row } from "../store/database.ts";
import { mediaOf, subjectsOf } from "./subjects.ts";
import type { Telling } from "./telling.ts";

/** A report as its table holds it. `incident` and `strand` are null for one that came in just now, or names no state. */
export interface StoredReport {
  readonly seq: number;
  readonly document: string;
  readonly id: string;
  readonly incident: string | null;
  readonly strand: string | null;
  readonly type: EventType;
  readonly mode: string | null;
  readonly domain: string;
  readonly status: string;
  /** The status, what is told as earlier taken as happened. */
  readonly tense: string;
  /** All states that act or receive. */
  readonly states: string;
  readonly actors: string;
  readonly recipients: string;
  readonly against: string;
  readonly day_from: string | null;
  readonly day_to: string | null;
  readonly dated: boolean;
  readonly place: string | null;
  readonly persons: string;
  readonly words: string;
  /** Names in the sentences that tell it, but for those who take part. */
  readonly names: string;
  readonly things: string;
  readonly score: number;
  readonly confidence: number;
  readonly publisher: string | null;
  /** The source family of its document. */
  readonly family: string;
  readonly start: number;
  readonly stop: number;
  readonly quote: string;
  /** What people said of it: a ReviewState, or null where nobody did. */
  readonly review: string | null;
}

/** The columns that tell whether two reports are alike. */
export const LIKENESS_COLUMNS = `seq, document, id, strand, type, mode, tense, states, actors, recipients, day_from, day_to, dated,
  place, persons, words, names, things, "start", stop`;

/** As much of a row as LIKENESS_COLUMNS gives. */
export type LikenessRow = Pick<
  StoredReport,
  | "seq"
  | "document"
  | "id"
  | "strand"
  | "type"
  | "mode"
  | "tense"
  | "states"
  | "actors"
  | "recipients"
  | "day_from"
  | "day_to"
  | "dated"
  | "place"
  | "persons"
  | "words"
  | "names"
  | "things"
  | "start"
  | "stop"
>;

/** A telling that remembers the row it was made of. */
export interface StoredTelling<R extends LikenessRow = StoredReport> extends Telling {
  readonly row: R;
}

/** A state that is said to do something to itself alone does it to nobody that is named. */
const recipientsOf = ({ actors, recipients }: LikenessRow): string[] =>
  actors === recipients ? [] : splitCodes(recipients);

/** The row of a report as clustering sees it. */
export function tellingOf<R extends LikenessRow>(row: R): StoredTelling<R> {
  const bag = row.words === "" ? [] : row.words.split(" ");
  const clause = new Set(bag.flatMap((word) => (word.startsWith("!") ? word.slice(1) : [])));
  return {
    row,
    document: row.document,
    report: row.id,
    seq: row.seq,
    type: row.type,
    mode: row.mode ?? undefined,
    tense: row.tense,
    states: splitCodes(row.states),
    actors: splitCodes(row.actors),
    recipients: recipientsOf(row),
    from: row.day_from === null ? undefined : dayNumber(row.day_from),
    to: row.day_to === null ? undefined : dayNumber(row.day_to),
    dated: row.dated,
    place: row.place === null ? undefined : (JSON.parse(row.place) as PlaceIdentity),
    persons: splitCodes(row.persons),
    words: new Set([...clause, ...bag.filter((word) => !/^[#!@]/.test(word))]),
    clause,
    subjects: subjectsOf(clause),
    media: mediaOf(clause),
    ordinals: new Set(bag.filter((word) => word.startsWith("#"))),
    names: new Set(row.names === "" ? [] : row.names.split(" ")),
    refers: new Set(bag.flatMap((word) => (word.startsWith("@") ? word.slice(1) : []))),
    things: new Set(splitCodes(row.things)),
    start: row.start,
    stop: row.stop,
  };
}

/** A report as a row of its table. */
export const reportRow = (report: StoredReport): Row => [
  report.seq,
  report.document,
  report.id,
  report.incident,
  report.strand,
  report.type,
  report.mode,
  report.domain,
  report.status,
  report.tense,
  report.states,
  report.actors,
  report.recipients,
  report.against,
  report.day_from,
  report.day_to,
  report.dated,
  report.place,
  report.persons,
  report.words,
  report.names,
  report.things,
  report.score,
  report.confidence,
  report.publisher,
  report.family,
  report.start,
  report.stop,
  report.quote,
  report.review,
];
