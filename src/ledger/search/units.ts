import type { Document, Mention, Quotation, Reading, Report, Span } from "../../schema/index.ts";
import { sentenceAround } from "../append/words.ts";
import { dayPart } from "../days.ts";
import type { Entry } from "../shapes.ts";
import type { Label, UnitKind } from "./kinds.ts";

/** Something that search finds: its words, and what else it can be asked for. */
export interface Unit {
  readonly kind: UnitKind;
  /** The texts whose words it is found by; a phrase stands in one of them. */
  readonly texts: readonly string[];
  readonly labels: readonly Label[];
  /** Id of the quotation or report; empty for the document. */
  readonly id: string;
  /** Who speaks, where the tables know it. */
  readonly actor?: string;
}

const labels = (facet: Label["facet"], values: Iterable<string | null | undefined>): Label[] =>
  [...new Set(values)]
    .filter((value): value is string => value !== undefined && value !== null && value !== "")
    .map((value) => ({ facet, value }));

/** Somebody known only by a title is nobody in particular, and a group is its members. */
const isKnown = (id: string): boolean => !/^(unknown|group)\b/.test(id);

/** The states of a group such as `group.CHN+RUS`. */
const groupStates = (id: string): string[] => (id.startsWith("group.") ? id.slice("group.".length).split("+") : []);

/** What a mention's actor can be asked for by: its id, and its country or those of a group. */
const identitiesOf = ({ actor }: Mention): string[] =>
  actor ? [...(isKnown(actor.id) ? [actor.id] : []), actor.country ?? "", ...groupStates(actor.id)] : [];

/** What the mentions of a reading stand for, pronouns and groups followed to the names. */
class Cast {
  readonly #mentions: ReadonlyMap<string, Mention>;

  constructor(mentions: readonly Mention[]) {
    this.#mentions = new Map(mentions.map((mention) => [mention.id, mention]));
  }

  named(id: string | undefined): Mention[] {
    const mention = id === undefined ? undefined : this.#mentions.get(id);
    if (mention === undefined) return [];
    if (mention.actor) return [mention];
    return (mention.refersTo ?? []).flatMap((other) => this.#mentions.get(other) ?? []);
  }

  /** Ids of the actors, and their countries. */
  identities(ids: readonly (string | undefined)[]): string[] {
    return ids.flatMap((id) => this.named(id)).flatMap(identitiesOf);
  }
}

const kindLabels = (reports: readonly Report[], domains: Entry["domains"]): Label[] => [
  ...labels(
    "type",
    reports.map(({ type }) => type),
  ),
  ...labels(
    "domain",
    reports.map(({ id }) => domains[id] ?? "diplomatic"),
  ),
  ...labels(
    "status",
    reports.map(({ status }) => status),
  ),
];

const originLabels = ({ publisher, language, published }: Document): Label[] => [
  ...labels("outlet", [publisher]),
  ...labels("language", [language]),
  ...labels("year", [published?.slice(0, 4)]),
];

/** The states that a document names. */
const statesOf = (reading: Reading): (string | null | undefined)[] =>
  reading.mentions.map(({ actor }) => actor?.country);

const placesOf = (reading: Reading): string[] => reading.mentions.flatMap(({ place }) => place?.name ?? []);

function documentUnit({ document, reading, domains }: Entry): Unit {
  return {
    kind: "document",
    id: "",
    texts: [document.title ?? "", document.text],
    labels: [
      ...kindLabels(reading.reports, domains),
      ...originLabels(document),
      ...labels("state", statesOf(reading)),
      ...labels("actor", reading.mentions.flatMap(identitiesOf)),
      ...labels("place", [...placesOf(reading), ...reading.reports.map(({ place }) => place?.name)]),
    ],
  };
}

const extent = (spans: readonly Span[]): Span => [
  Math.min(...spans.map(([start]) => start)),
  Math.max(...spans.map(([, stop]) => stop)),
];

const meets = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

/** The reports whose words stand within what is said, or name who says it how. */
const saidIn = ({ cue, content }: Quotation, { reports }: Reading): Report[] => {
  const said = extent([cue, ...content]);
  return reports.filter(({ evidence }) => meets(extent(evidence), said));
};

function quotationUnits({ document, reading, domains }: Entry): Unit[] {
  const cast = new Cast(reading.mentions);
  const shared = [
    ...originLabels(document),
    ...labels("state", statesOf(reading)),
    ...labels("place", placesOf(reading)),
  ];
  return reading.quotations.map((quotation) => {
    const { speaker, content, id } = quotation;
    const [mention] = cast.named(speaker.mention);
    const actor = mention?.actor && isKnown(mention.actor.id) ? mention.actor.id : undefined;
    return {
      kind: "quotation",
      id,
      actor,
      texts: [content.map((span) => document.text.slice(...span)).join(" "), speaker.name ?? mention?.name ?? ""],
      labels: [
        ...kindLabels(saidIn(quotation, reading), domains),
        ...shared,
        ...labels("actor", cast.identities([speaker.mention])),
      ],
    };
  });
}

function reportUnits({ document, reading, domains }: Entry): Unit[] {
  const cast = new Cast(reading.mentions);
  const identities = (parts: Report["actors"]): string[] => [
    ...cast.identities(parts.map(({ mention }) => mention)),
    ...parts.flatMap(({ country }) => country ?? []),
  ];
  return reading.reports.map((report) => ({
    kind: "report",
    id: report.id,
    texts: report.evidence.map((span) => sentenceAround(document.text, span)),
    labels: [
      ...kindLabels([report], domains),
      ...originLabels(document),
      ...labels("actor", identities([...report.actors, ...report.recipients])),
      ...labels("doer", identities(report.actors)),
      ...labels(
        "state",
        [...report.actors, ...report.recipients].map(({ country }) => country),
      ),
      ...labels("place", [report.place?.name]),
    ],
  }));
}

/** Everything in an entry that search finds; the document first. */
export const unitsOf = (entry: Entry): Unit[] => [documentUnit(entry), ...quotationUnits(entry), ...reportUnits(entry)];

/** The day of publication, by which a document and what is said in it are dated. */
export const dayOfEntry = ({ document: { published } }: Entry): string | null =>
  published === undefined ? null : dayPart(published);
