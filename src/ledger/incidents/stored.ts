import type { EventType, PlaceIdentity } from "../../schema/index.ts";
import { splitCodes } from "../codes.ts";
import { dayNumber } from "../days.ts";
import type { Telling } from "./telling.ts";

/** The columns of a StoredReport, from the table of reports under the name `r`. */
export const REPORT_COLUMNS = `r.seq, r.document, r.id, r.type, r.mode, r.domain, r.status, r.block, r.actors, r.recipients,
  r.against, r.day_from, r.day_to, r.dated, r.place, r.persons, r.words, r.things, r.score, r.confidence, r.publisher,
  r."start", r.stop, r.quote`;

/** A report as the tables hold it, and the strand it belongs to; null for one that came in just now. */
export interface StoredReport {
  readonly seq: number;
  readonly document: string;
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  readonly domain: string;
  readonly status: string;
  readonly block: string;
  readonly actors: string;
  readonly recipients: string;
  readonly against: string;
  readonly day_from: string | null;
  readonly day_to: string | null;
  readonly dated: boolean;
  readonly place: string | null;
  readonly persons: string;
  readonly words: string;
  readonly things: string;
  readonly score: number;
  readonly confidence: number;
  readonly publisher: string | null;
  readonly start: number;
  readonly stop: number;
  readonly quote: string;
  readonly strand: string | null;
}

/** A telling that remembers the row it was made of. */
export interface StoredTelling extends Telling {
  readonly row: StoredReport;
}

const setOf = (joined: string, separator: string): Set<string> => new Set(joined === "" ? [] : joined.split(separator));

/** The row of a report as clustering sees it. */
export function tellingOf(row: StoredReport): StoredTelling {
  return {
    row,
    document: row.document,
    report: row.id,
    seq: row.seq,
    type: row.type,
    mode: row.mode ?? undefined,
    actors: splitCodes(row.actors),
    recipients: splitCodes(row.recipients),
    from: row.day_from === null ? undefined : dayNumber(row.day_from),
    to: row.day_to === null ? undefined : dayNumber(row.day_to),
    dated: row.dated,
    place: row.place === null ? undefined : (JSON.parse(row.place) as PlaceIdentity),
    persons: splitCodes(row.persons),
    words: setOf(row.words, " "),
    things: setOf(row.things, "+"),
  };
}
