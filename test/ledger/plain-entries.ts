import { documentOfText } from "../../src/intake/index.ts";
import type { Entry } from "../../src/ledger/index.ts";
import type { Domain, Mention, Participant, Quotation, Report, Span } from "../../src/schema/index.ts";

const CODES: Readonly<Record<string, string>> = {
  Arnor: "ARN",
  Gondor: "GON",
  Rohan: "ROH",
  Mordor: "MOR",
};

/** What a test says of an event; states by the names that stand in the text, in an invented world. */
export interface Told {
  readonly type?: Report["type"];
  readonly mode?: string;
  readonly actors: readonly string[];
  readonly recipients?: readonly string[];
  readonly on?: string;
  readonly until?: string;
  readonly status?: Report["status"];
  readonly place?: Report["place"];
  readonly evidence?: Span;
  readonly domain?: Domain;
  readonly score?: number;
  readonly confidence?: number;
}

export interface Sheet {
  readonly text: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly url?: string;
  readonly events?: readonly Told[];
  /** Who says which words. */
  readonly quotes?: readonly (readonly [speaker: string, words: string])[];
  readonly coder?: string;
}

const spanOf = (text: string, words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

function mentionsIn(text: string): Mention[] {
  return Object.entries(CODES).flatMap(([name, country]) => {
    const span = spanOf(text, name);
    const actor = { id: country, country, sector: "GOV" as const };
    return span[0] < 0 ? [] : [{ id: `m${span.join("-")}`, span, kind: "actor" as const, name, actor }];
  });
}

function participant(text: string, name: string): Participant {
  const span = spanOf(text, name);
  return { mention: `m${span.join("-")}`, country: CODES[name], sector: "GOV", span };
}

function reportOf(text: string, told: Told): Report {
  const type = told.type ?? "COOPERATE";
  const evidence = told.evidence ?? [0, text.length];
  return {
    id: `r${evidence.join("-")}.${type}`,
    type,
    ...(told.mode === undefined ? {} : { mode: told.mode }),
    contexts: [],
    actors: told.actors.map((name) => participant(text, name)),
    recipients: (told.recipients ?? []).map((name) => participant(text, name)),
    directedAgainst: [],
    ...(told.on === undefined ? {} : { date: { from: told.on, to: told.until ?? told.on } }),
    ...(told.place === undefined ? {} : { place: told.place }),
    status: told.status ?? "happened",
    attribution: [],
    score: told.score ?? 1,
    confidence: told.confidence ?? 0.8,
    rule: "test",
    evidence: [evidence],
  };
}

function quotationOf(text: string, [speaker, words]: readonly [string, string]): Quotation {
  const content = spanOf(text, words);
  const mention = `m${spanOf(text, speaker).join("-")}`;
  return {
    id: `q${content.join("-")}`,
    speaker: { mention },
    cue: content,
    content: [content],
    kind: "direct",
    inside: null,
  };
}

/** A document with a reading written by hand. */
export function entryOf(sheet: Sheet): Entry {
  const { text, events = [], quotes = [], coder = "1.0.0", ...facts } = sheet;
  const { document, original } = documentOfText(text, { ...facts, language: "en" });
  const reports = events.map((told) => reportOf(document.text, told));
  return {
    document,
    original,
    reading: {
      schema: "entente.reading/1",
      id: document.id,
      coder: { version: coder, model: "test", knowledge: "test" },
      mentions: mentionsIn(text),
      reports,
      quotations: quotes.map((quote) => quotationOf(text, quote)),
      notes: [],
    },
    domains: Object.fromEntries(reports.map((report, index) => [report.id, events[index].domain ?? "military"])),
  };
}
