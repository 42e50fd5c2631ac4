import type { Document, Mention, Participant, Reading, Report, ReviewState, Span } from "../../schema/index.ts";
import { joinCodes, sortedCodes } from "../codes.ts";
import { dayNumber, dayOf, dayPart } from "../days.ts";
import type { StoredReport } from "../incidents/stored.ts";
import { lengthOf } from "../search/postings.ts";
import type { Entry } from "../shapes.ts";
import type { Row } from "../store/database.ts";
import { nameBag, wordBag } from "./words.ts";

/** How far from its document's date an event without a date of its own may lie, in days. */
const BEFORE = 2;
const AHEAD = 60;
/** What is told as the time or reason of something else may be older: "days after Iran launched drones". */
const LONG_BEFORE = 14;
const EARLIER = /^(?:after|since|following|once)\b/i;

const countriesOf = (participants: readonly Participant[]): string[] =>
  sortedCodes(participants.map((participant) => participant.country));

/** What happened before the story is the same event as when it was news: both are past. */
const tenseOf = (status: Report["status"]): string => (status === "historical" ? "happened" : status);

const statesOf = ({ actors, recipients }: Report): string[] =>
  sortedCodes([...countriesOf(actors), ...countriesOf(recipients)]);

interface When {
  readonly from: string | null;
  readonly to: string | null;
  readonly dated: boolean;
}

/** When the event may have been: what the report says, else around its document's date. */
export function whenOf(report: Report, { published, text }: Pick<Document, "published" | "text">): When {
  if (report.date) return { from: report.date.from, to: report.date.to, dated: true };
  if (published === undefined || report.status === "historical") return { from: null, to: null, dated: false };
  const day = dayNumber(dayPart(published));
  const ahead = report.status === "planned" || report.status === "hypothetical";
  const before = EARLIER.test(text.slice(...report.evidence[0])) ? LONG_BEFORE : BEFORE;
  return { from: dayOf(ahead ? day : day - before), to: dayOf(ahead ? day + AHEAD : day), dated: false };
}

/** Persons that a report names, with their states: what tells the ministers' talk from the presidents'. */
function personsOf(report: Report, mentions: ReadonlyMap<string, Mention>): string[] {
  const actors = [...report.actors, ...report.recipients].map((each) => mentions.get(each.mention)?.actor);
  return sortedCodes(actors.map((actor) => (actor?.id?.startsWith("person.") ? `${actor.country}:${actor.id}` : null)));
}

/** Where the states that take part in a report are named, with their organs and persons. */
function namesOf(reading: Reading, report: Report): Span[] {
  const states = new Set(statesOf(report));
  return reading.mentions.flatMap(({ span, actor }) => (actor?.country && states.has(actor.country) ? [span] : []));
}

const thingsOf = (report: Report): string[] =>
  sortedCodes((report.equipment ?? []).map((item) => item.name.toLowerCase().replaceAll("+", " ")));

export const documentRow = (document: Document, seq: number, family: string, added: string): Row => [
  seq,
  document.id,
  document.url ?? null,
  document.title ?? null,
  document.publisher ?? null,
  document.author ?? null,
  document.published ?? null,
  document.language,
  document.text,
  document.original,
  family,
  lengthOf(document),
  added,
];

export const readingRow = ({ document, reading, domains }: Entry, seq: number, added: string): Row => [
  seq,
  document.id,
  reading.coder.version,
  reading.coder.model,
  reading.coder.knowledge,
  JSON.stringify(reading),
  JSON.stringify(domains),
  added,
];

export const mentionRows = (document: Document, reading: Reading): Row[] =>
  reading.mentions.map((mention) => [
    document.id,
    mention.id,
    mention.kind,
    mention.span[0],
    mention.span[1],
    mention.name ?? null,
    mention.actor?.id ?? null,
    mention.actor?.country ?? null,
    mention.actor?.sector ?? null,
  ]);

/** A further publication of a text that is stored. */
export const copyRow = (document: Document, added: string): Row => [
  document.id,
  document.url ?? null,
  document.title ?? null,
  document.publisher ?? null,
  document.published ?? null,
  document.original,
  added,
];

/** What the rows of reports are made of: a document with its reading as people left it. */
export type Told = Pick<Entry, "document" | "reading" | "domains"> & {
  /** What people said, by report. */
  readonly reviewed?: ReadonlyMap<string, ReviewState>;
};

/** The reports of a reading as the tables hold them. */
export function reportsOf({ document, reading, domains, reviewed }: Told, seq: number, family: string): StoredReport[] {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  return reading.reports.map((report) => {
    const when = whenOf(report, document);
    const [start, stop] = report.evidence[0];
    return {
      seq,
      document: document.id,
      id: report.id,
      incident: null,
      strand: null,
      type: report.type,
      mode: report.mode ?? null,
      domain: domains[report.id] ?? "diplomatic",
      status: report.status,
      tense: tenseOf(report.status),
      states: joinCodes(statesOf(report)),
      actors: joinCodes(countriesOf(report.actors)),
      recipients: joinCodes(countriesOf(report.recipients)),
      against: joinCodes(countriesOf(report.directedAgainst)),
      day_from: when.from,
      day_to: when.to,
      dated: when.dated,
      place: report.place ? JSON.stringify({ ...report.place, span: undefined }) : null,
      persons: joinCodes(personsOf(report, mentions)),
      words: wordBag(document.text, report.evidence, namesOf(reading, report)),
      names: nameBag(document.text, report.evidence, namesOf(reading, report)),
      things: joinCodes(thingsOf(report)),
      score: report.score,
      confidence: report.confidence,
      publisher: document.publisher ?? null,
      family,
      start,
      stop,
      quote: document.text.slice(start, stop),
      review: reviewed?.get(report.id) ?? null,
    };
  });
}

export const reportActorRows = (document: Pick<Document, "id">, reading: Reading): Row[] =>
  reading.reports.flatMap((report) =>
    (["actors", "recipients", "directedAgainst"] as const).flatMap((part) =>
      report[part].map((each): Row => [document.id, report.id, part, each.mention, each.country, each.sector]),
    ),
  );

export function quotationRows(document: Document, reading: Reading, seq: number): Row[] {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const day = document.published === undefined ? null : dayPart(document.published);
  return reading.quotations.map((quotation) => {
    const speaker = quotation.speaker.mention === undefined ? undefined : mentions.get(quotation.speaker.mention);
    const span = quotation.speaker.span ?? speaker?.span;
    const name = quotation.speaker.name ?? speaker?.name ?? (span ? document.text.slice(span[0], span[1]) : "");
    return [
      seq,
      document.id,
      quotation.id,
      quotation.kind,
      name,
      speaker?.actor?.country ?? null,
      day,
      JSON.stringify(quotation.content),
      quotation.content.map(([start, stop]) => document.text.slice(start, stop)).join(" … "),
    ];
  });
}

export function documentStateRows(document: Document, reading: Reading): Row[] {
  const day = document.published === undefined ? null : dayPart(document.published);
  const states = sortedCodes(reading.mentions.map((mention) => mention.actor?.country ?? null));
  return states.map((state) => [document.id, state, day]);
}
