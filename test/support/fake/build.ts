import { createHash } from "node:crypto";
import type {
  Document,
  DocumentView,
  Mention,
  Participant,
  Report,
  SourceCard,
  Span,
} from "../../../src/schema/index.ts";
import { CHRONICLE, type FakeActor, type FakeLine, type FakeReport, type FakeText } from "./facts.ts";

const OUTLETS: Readonly<Record<string, { side: string; stateMedia: boolean }>> = {
  "The Harbour Post": { side: "GBR", stateMedia: false },
  "Eastern Daily": { side: "CHN", stateMedia: true },
  "Foreign Ministry of China": { side: "CHN", stateMedia: true },
  "Kremlin press service": { side: "RUS", stateMedia: true },
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Where the words stand in the text; they must. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`);
  return [start, start + words.length];
}

/** What one document of the fake ledger holds, and of which incident each report is. */
export interface FakeEntry {
  readonly view: DocumentView;
  readonly domainOf: Readonly<Record<string, FakeReport["domain"]>>;
  readonly quotedCountry: Readonly<Record<string, string>>;
}

function mention(text: string, [words, country]: FakeActor): Mention {
  const span = spanOf(text, words);
  const actor = { id: country, country, sector: "GOV" as const };
  return { id: `m${span[0]}-${span[1]}`, span, kind: "actor", name: words, actor };
}

function participant(text: string, actor: FakeActor): Participant {
  const { id, span } = mention(text, actor);
  return { mention: id, country: actor[1], sector: "GOV", span };
}

function report(text: string, publisher: string, fake: FakeReport): Report {
  const evidence = fake.words.map((words) => spanOf(text, words));
  const all = (actors: readonly FakeActor[] = []) => actors.map((actor) => participant(text, actor));
  const speaker =
    fake.speaker === undefined
      ? []
      : [{ kind: "speaker" as const, name: fake.speaker, span: spanOf(text, fake.speaker) }];
  return {
    id: `r${evidence[0].join("-")}.${fake.type}`,
    type: fake.type,
    ...(fake.mode && { mode: fake.mode }),
    contexts: [...fake.contexts],
    actors: all(fake.actors),
    recipients: all(fake.recipients),
    directedAgainst: all(fake.against),
    ...(fake.date && { date: { from: fake.date[0], to: fake.date[1] } }),
    ...(fake.place && { place: placeOf(text, fake.place) }),
    status: fake.status ?? "happened",
    attribution: [{ kind: "publisher", name: publisher }, ...speaker],
    score: fake.score,
    confidence: fake.confidence ?? 0.85,
    rule: `${fake.type.toLowerCase()}.${fake.mode ?? "plain"}`,
    evidence,
  };
}

function placeOf(text: string, { words, ...place }: NonNullable<FakeReport["place"]>) {
  return { ...place, resolution: "sea" as const, span: spanOf(text, words) };
}

/** A document view from a hand-made text. */
export function entryOf(fake: FakeText, url?: string): FakeEntry {
  const id = `d${sha256(fake.text).slice(0, 24)}`;
  const document: Document = {
    id,
    title: fake.title,
    publisher: fake.publisher,
    published: fake.published,
    language: "en",
    text: fake.text,
    original: sha256(fake.text),
    ...(url && { url }),
  };
  const reports = fake.reports.map((one) => report(fake.text, fake.publisher, one));
  const quotations = (fake.quotations ?? []).map((one) => quotation(fake.text, one));
  const people = fake.reports.flatMap((one) => [...one.actors, ...(one.recipients ?? [])]);
  const mentions = new Map(people.map((actor) => mention(fake.text, actor)).map((one) => [one.id, one]));
  return {
    view: {
      document,
      source: sourceOf(fake, id, url),
      reading: {
        schema: "entente.reading/1",
        id,
        coder: { version: "0.1.0", model: "hand-made", knowledge: "hand-made" },
        mentions: [...mentions.values()],
        reports,
        quotations,
        notes: [],
      },
      incidentOf: Object.fromEntries(reports.map(({ id: key }, at) => [key, `i-${fake.reports[at].incident}`])),
    },
    domainOf: Object.fromEntries(reports.map(({ id: key }, at) => [key, fake.reports[at].domain])),
    quotedCountry: Object.fromEntries(quotations.map(({ id: key }, at) => [key, (fake.quotations ?? [])[at].country])),
  };
}

function quotation(text: string, fake: NonNullable<FakeText["quotations"]>[number]) {
  const content = fake.content.map((words) => spanOf(text, words));
  return {
    id: `q${content[0].join("-")}`,
    speaker: { span: spanOf(text, fake.speaker), name: fake.speaker },
    cue: spanOf(text, fake.cue),
    content,
    kind: fake.kind ?? ("direct" as const),
    inside: null,
  };
}

function sourceOf(fake: FakeText, document: string, url?: string): SourceCard {
  const outlet =
    fake.side === undefined ? OUTLETS[fake.publisher] : { side: fake.side, stateMedia: fake.stateMedia ?? false };
  const { title, publisher, published } = fake;
  return { document, title, publisher, published, ...outlet, ...(url && { url }) };
}

function textOf(line: FakeLine): FakeText {
  const [day, publisher, sentence, words, type, domain, context, score, actors, recipients] = line;
  const text = `${sentence} It was announced on the same day. Neither side gave further details.`;
  const incident = `${day}-${type.toLowerCase()}`;
  const report: FakeReport = {
    incident,
    words: [words],
    type,
    domain,
    contexts: [context],
    actors,
    recipients,
    date: [day, day],
    score,
  };
  return { publisher, published: day, title: sentence.replace(/\.$/, ""), text, reports: [report] };
}

/** The chronicle's lines as documents. */
export const chronicle = (): FakeEntry[] =>
  CHRONICLE.map((line) => entryOf(textOf(line), `https://example.org/${line[0]}`));
