import { createHash } from "node:crypto";
import type { Entry } from "../src/ledger/index.ts";
import {
  type Domain,
  EVENT_TYPES,
  type EventType,
  type Mention,
  type Participant,
  QUAD_OF,
  type Report,
  type Span,
} from "../src/schema/index.ts";

/** Invented states, so that nothing in the archive looks like a fact. */
const STATES = Array.from({ length: 60 }, (_, index) => {
  const code = `X${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;
  return { code, name: `Land${code}` };
});
const PUBLISHERS = Array.from({ length: 200 }, (_, index) => `Gazette ${index}`);
const SYLLABLES = "ba be bo da de di fa fo ga go ka ke la li lo ma mi na no pa po ra ri sa so ta te va ve za".split(
  " ",
);
const DOMAINS: readonly Domain[] = ["diplomatic", "military", "economic", "technology and nuclear"];
const FIRST_DAY = Date.UTC(2016, 0, 1);
const DAYS = 5 * 365;
const REPORTS_A_DOCUMENT = 5;
const FILLER_WORDS = 200;

/** The generator mulberry32: the same archive for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Few are named often, most seldom: the index grows as the square of a uniform number. */
const skewed = (random: () => number, size: number): number => Math.floor(size * random() ** 2);

/** Something of these days, mostly of the last few: news goes back from where it stands by a skewed number of steps. */
const near = (random: () => number, around: number, size: number): number =>
  Math.max(0, Math.min(size - 1, around) - Math.floor((size / 20) * random() ** 8));

function vocabulary(random: () => number): string[] {
  const syllable = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)];
  return Array.from({ length: 20_000 }, () => syllable() + syllable() + syllable());
}

/** Something that happened; documents tell of it. */
interface Happening {
  readonly type: EventType;
  readonly states: readonly [number, number];
  readonly day: string;
  readonly words: readonly string[];
}

const dayOf = (number: number): string => new Date(FIRST_DAY + number * 86_400_000).toISOString().slice(0, 10);

function happening(random: () => number, words: readonly string[]): Happening {
  const one = skewed(random, STATES.length);
  const other = skewed(random, STATES.length - 1);
  return {
    type: EVENT_TYPES[skewed(random, EVENT_TYPES.length)],
    states: [one, other >= one ? other + 1 : other],
    day: dayOf(Math.floor(random() * DAYS)),
    words: Array.from({ length: 8 }, () => words[Math.floor(random() * words.length)]),
  };
}

/** A text that grows, with what was said of it so far. */
class Page {
  text = "";
  readonly mentions: Mention[] = [];
  readonly reports: Report[] = [];

  #name(state: number): Participant {
    const { code, name } = STATES[state];
    const span: Span = [this.text.length, this.text.length + name.length];
    this.text += name;
    const mention = `m${span[0]}-${span[1]}`;
    this.mentions.push({ id: mention, span, kind: "actor", name, actor: { id: code, country: code, sector: "GOV" } });
    return { mention, country: code, sector: "GOV", span };
  }

  tell({ type, states, day, words }: Happening, random: () => number): void {
    const start = this.text.length;
    const actor = this.#name(states[0]);
    this.text += ` ${words.slice(0, 4).join(" ")} `;
    const recipient = this.#name(states[1]);
    this.text += ` ${words.slice(4).join(" ")}.`;
    const evidence: Span = [start, this.text.length];
    const mutual = QUAD_OF[type] <= 2;
    this.reports.push({
      id: `r${evidence[0]}-${evidence[1]}.${type}`,
      type,
      contexts: [],
      actors: mutual ? [actor, recipient] : [actor],
      recipients: mutual ? [] : [recipient],
      directedAgainst: [],
      ...(random() < 0.7 ? { date: { from: day, to: day } } : {}),
      status: "happened",
      attribution: [],
      score: 5 - 2 * QUAD_OF[type],
      confidence: 0.5 + random() / 2,
      rule: "bench",
      evidence: [evidence],
    });
    this.text += "\n";
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function entryOf(page: Page, number: number, published: string, random: () => number): Entry {
  const hash = sha256(page.text);
  const id = `d${hash.slice(0, 24)}`;
  return {
    document: {
      id,
      title: `Story ${number}`,
      publisher: PUBLISHERS[skewed(random, PUBLISHERS.length)],
      published,
      language: "en",
      text: page.text,
      original: hash,
    },
    original: Buffer.from(page.text),
    reading: {
      schema: "entente.reading/1",
      id,
      coder: { version: "bench", model: "bench", knowledge: "bench" },
      mentions: page.mentions,
      reports: page.reports,
      quotations: [],
      notes: [],
    },
    domains: Object.fromEntries(
      page.reports.map((report) => [report.id, DOMAINS[EVENT_TYPES.indexOf(report.type) % DOMAINS.length]]),
    ),
  };
}

/**
 * Documents with five reports each, in batches, in the order of their days, as news comes in: states, types and outlets
 * with a long tail; a happening of two states is told by three documents on average, mostly in the days after it.
 */
export function* archive(reports: number, batchSize = 500): Generator<Entry[]> {
  const random = randomNumbers(20201228);
  const words = vocabulary(random);
  const happenings = Array.from({ length: Math.ceil(reports / 3) }, () => happening(random, words));
  happenings.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  const documents = Math.ceil(reports / REPORTS_A_DOCUMENT);
  for (let from = 0; from < documents; from += batchSize)
    yield Array.from({ length: Math.min(batchSize, documents - from) }, (_, index) => {
      const page = new Page();
      const around = Math.floor((happenings.length * (from + index)) / documents);
      const lead = happenings[near(random, around, happenings.length)];
      page.tell(lead, random);
      for (let each = 1; each < REPORTS_A_DOCUMENT; each += 1)
        page.tell(happenings[near(random, around, happenings.length)], random);
      for (let word = 0; word < FILLER_WORDS; word += 1) page.text += `${words[skewed(random, words.length)]} `;
      return entryOf(page, from + index, lead.day, random);
    });
}

/** The dyad that is named most. */
export const BUSIEST: [string, string] = [STATES[0].code, STATES[1].code];
/** A dyad in the middle. */
export const MIDDLING: [string, string] = [STATES[3].code, STATES[20].code];
