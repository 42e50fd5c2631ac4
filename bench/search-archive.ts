import { createHash } from "node:crypto";
import type { Entry } from "../src/ledger/index.ts";
import { EVENT_TYPES, type Mention, type Report, type Span } from "../src/schema/index.ts";

const PUBLISHERS = Array.from({ length: 300 }, (_, index) => `Gazette ${index}`);
const STATES = Array.from({ length: 60 }, (_, index) => {
  const code = `X${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;
  return { code, name: `Land${code}` };
});
const SYLLABLES = "ba be bo da de di fa fo ga go ka ke la li lo ma mi na no pa po ra ri sa so ta te va ve za".split(
  " ",
);
const WORDS = 60_000;
const FIRST_DAY = Date.UTC(2005, 0, 1);
const DAYS = 20 * 365;

/** The generator mulberry32: the same archive for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Zipf's law: the word of rank r is about 1/r as frequent as the first. */
const zipf = (random: () => number, size: number): number => Math.min(size - 1, Math.floor(size ** random()) - 1);

function vocabulary(): string[] {
  const random = randomNumbers(7);
  const syllable = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)];
  const words = new Set<string>();
  while (words.size < WORDS) words.add(syllable() + syllable() + syllable() + (random() < 0.5 ? syllable() : ""));
  return [...words];
}

export const VOCABULARY = vocabulary();

const sentence = (random: () => number, words: number): string =>
  Array.from({ length: words }, () => VOCABULARY[zipf(random, WORDS)]).join(" ");

const pick = <T>(random: () => number, values: readonly T[]): T => values[Math.floor(values.length * random() ** 2)];

/** A short document: a report of two states, a quotation, and some words more. About 60 words. */
function entryOf(number: number, random: () => number): Entry {
  const [one, other] = [pick(random, STATES), pick(random, STATES)];
  const day = new Date(FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000).toISOString().slice(0, 10);
  let text = "";
  const mentions: Mention[] = [];
  const name = ({ code, name: named }: (typeof STATES)[number]): Mention => {
    const span: Span = [text.length, text.length + named.length];
    text += named;
    const mention: Mention = {
      id: `m${span.join("-")}`,
      span,
      kind: "actor",
      name: named,
      actor: { id: code, country: code, sector: "GOV" },
    };
    mentions.push(mention);
    return mention;
  };
  const actor = name(one);
  text += ` ${sentence(random, 8)} `;
  const recipient = name(other);
  text += ` ${sentence(random, 6)}.`;
  const evidence: Span = [0, text.length];
  text += " ";
  const speaker = name(one);
  text += " said ";
  const content: Span = [text.length, 0];
  text += sentence(random, 14);
  content[1] = text.length;
  text += `. ${sentence(random, 25)}.`;
  const part = (mention: Mention, country: string) => ({
    mention: mention.id,
    country,
    sector: "GOV" as const,
    span: mention.span,
  });
  const type = pick(random, EVENT_TYPES);
  const report: Report = {
    id: `r0-${evidence[1]}.${type}`,
    type,
    contexts: [],
    actors: [part(actor, one.code)],
    recipients: [part(recipient, other.code)],
    directedAgainst: [],
    date: { from: day, to: day },
    status: "happened",
    attribution: [],
    score: 1,
    confidence: 0.8,
    rule: "bench",
    evidence: [evidence],
  };
  const hash = createHash("sha256").update(`${number} ${text}`).digest("hex");
  const id = `d${hash.slice(0, 24)}`;
  return {
    document: {
      id,
      title: sentence(random, 5),
      publisher: pick(random, PUBLISHERS),
      published: day,
      language: "en",
      text,
      original: hash,
    },
    original: new Uint8Array(),
    reading: {
      schema: "entente.reading/1",
      id,
      coder: { version: "bench", model: "bench", knowledge: "bench" },
      mentions,
      reports: [report],
      quotations: [
        {
          id: `q${content.join("-")}`,
          speaker: { mention: speaker.id },
          cue: content,
          content: [content],
          kind: "indirect",
          inside: null,
        },
      ],
      notes: [],
    },
    domains: { [report.id]: "diplomatic" },
  };
}

/** Short documents in batches, words by Zipf's law, states and outlets with a long tail. */
export function* shortDocuments(size: number, batchSize: number): Generator<Entry[]> {
  const random = randomNumbers(20201228);
  for (let from = 0; from < size; from += batchSize)
    yield Array.from({ length: Math.min(batchSize, size - from) }, (_, index) => entryOf(from + index, random));
}
