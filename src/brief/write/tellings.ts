import type { Evidence, IncidentReport, IncidentSummary, SourceCard } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { isCopy, likeness, shinglesOf } from "../grammar/alike.ts";
import { clipped, trimmed } from "../grammar/quote.ts";
import { sentenceAround, sentenceStarts } from "../grammar/sentences.ts";

/** What one independent source tells of an incident. */
export interface Account {
  readonly source: SourceCard;
  /** The whole sentence that tells it. */
  readonly sentence: Evidence;
  /** The coded words in it. */
  readonly coded: Evidence;
  /** Other publishers that carry the same text. */
  readonly copies: readonly SourceCard[];
  readonly report: IncidentReport["report"];
}

/** One thing that happened, with an account from each independent source; the clearest account first. */
export interface Telling {
  readonly incidents: readonly IncidentSummary[];
  readonly accounts: readonly Account[];
}

const PRONOUN_START = /^(It|They|He|She|This|That|These|Those|His|Her|Their|Both|Less|Such|None|Neither)\b/;
const PRONOUN_END = /\b(them|it|this|these|those|him|her)[.!”"]*$/;
const SHORT = 90;

/** True where a sentence says little without the one before it. */
export const hangsOnBefore = (words: string): boolean =>
  PRONOUN_START.test(words) || (words.length <= SHORT && PRONOUN_END.test(words));

const LONGEST = 320;
const LONGEST_PAIR = 420;

/** Texts of documents cut into sentences and held against each other, each once. */
export class Library {
  readonly #facts: BriefFacts;
  readonly #starts = new Map<string, number[]>();
  readonly #copies = new Map<string, boolean>();
  readonly #shingles = new Map<string, ReadonlySet<string>>();
  readonly #told = new Set<string>();

  constructor(facts: BriefFacts) {
    this.#facts = facts;
  }

  /** The whole sentence around some evidence. */
  sentenceOf({ source, span }: Evidence): Evidence {
    const text = this.#facts.textOf(source.document);
    const starts = this.#starts.get(source.document) ?? sentenceStarts(text);
    this.#starts.set(source.document, starts);
    const whole = sentenceAround(text, span, starts);
    return { source, span: whole, words: text.slice(...whole) };
  }

  /** The sentence around some evidence, with the one before it where it begins with a pronoun. */
  selfContained(evidence: Evidence): Evidence {
    const sentence = this.sentenceOf(evidence);
    const { source, span } = sentence;
    if (!hangsOnBefore(trimmed(sentence.words))) return sentence;
    const starts = this.#starts.get(source.document) ?? [];
    const before = starts.findLast((start) => start < span[0]);
    const text = this.#facts.textOf(source.document);
    if (before === undefined || text.slice(before, span[0]).includes("\n\n")) return sentence;
    const end = text.slice(0, span[0]).trimEnd().length;
    const { span: first } = this.sentenceOf({ source, span: [end - 1, end], words: "" });
    const whole: Evidence["span"] = [Math.max(first[0], before), span[1]];
    return whole[1] - whole[0] > LONGEST_PAIR ? sentence : { source, span: whole, words: text.slice(...whole) };
  }

  /** Notes that a sentence was told; false where it, or words in it, had been told before. */
  tell(evidence: Evidence): boolean {
    const fresh = !this.wasTold(evidence);
    this.#told.add(this.#keyOf(evidence));
    return fresh;
  }

  /** True where the sentence around some words was told. */
  wasTold(evidence: Evidence): boolean {
    return this.#told.has(this.#keyOf(evidence));
  }

  #keyOf(evidence: Evidence): string {
    return `${evidence.source.document} ${this.sentenceOf(evidence).span[0]}`;
  }

  /** True where two documents carry one text. */
  isCopy(one: string, other: string): boolean {
    const key = [one, other].sort().join(" ");
    const known = this.#copies.get(key) ?? isCopy(this.#shinglesOf(one), this.#shinglesOf(other));
    this.#copies.set(key, known);
    return known;
  }

  #shinglesOf(document: string): ReadonlySet<string> {
    const known = this.#shingles.get(document) ?? shinglesOf(this.#facts.textOf(document));
    this.#shingles.set(document, known);
    return known;
  }
}

/** The sentence of an account as it is quoted: without marks around it, not longer than a reader bears. */
export function wordsOf({ sentence, coded }: Account): string {
  const whole = trimmed(sentence.words);
  if (whole.length <= LONGEST_PAIR) return whole;
  const start = clipped(whole, LONGEST);
  return start.includes(trimmed(coded.words).slice(0, 40)) ? start : clipped(trimmed(coded.words), LONGEST);
}

/** How much a sentence says by itself: both states by name, of a readable length, no pronoun for its subject. */
function clarity({ source, sentence, report }: Account, sides: readonly RegExp[], until: string): number {
  const words = trimmed(sentence.words);
  const named = sides.filter((side) => side.test(words)).length;
  const readable = words.length >= 50 && words.length <= 280 ? 1 : 0;
  return (
    2 * named +
    readable -
    (PRONOUN_START.test(words) ? 2 : 0) -
    (isLate(source, until) ? 1.5 : 0) +
    report.confidence +
    (report.date?.span ? 0.5 : 0)
  );
}

const LATE_MS = 14 * 86_400_000;

/** True where a source looks back: it was published two weeks or more after the event. */
const isLate = ({ published }: SourceCard, until: string): boolean =>
  published !== undefined && Date.parse(published.slice(0, 10)) - Date.parse(until) > LATE_MS;

function accountOf({ report, evidence }: IncidentReport, library: Library): Account {
  return {
    source: evidence[0].source,
    sentence: library.selfContained(evidence[0]),
    coded: evidence[0],
    copies: [],
    report,
  };
}

/** The clearest account of each source family, copies noted with it. */
function byFamily(accounts: readonly Account[], library: Library): Account[] {
  const families: Account[] = [];
  for (const account of accounts) {
    const at = families.findIndex(({ source }) => library.isCopy(source.document, account.source.document));
    if (at < 0) families.push(account);
    else if (isOtherPublisher(families[at], account.source)) {
      families[at] = { ...families[at], copies: [...families[at].copies, account.source] };
    }
  }
  return families;
}

const isOtherPublisher = ({ source, copies }: Account, { publisher }: SourceCard): boolean =>
  publisher !== undefined && [source, ...copies].every((known) => known.publisher !== publisher);

/** Words by which a state is named: `China` and `Chinese`. */
export const sidesOf = ({ view, nameOf, adjectiveOf }: BriefFacts): RegExp[] =>
  view.dyad.map((code) => new RegExp(`\\b(${nameOf(code)}|${adjectiveOf(code)})`, "u"));

const sameSentence = (one: Evidence, other: Evidence): boolean =>
  one.source.document === other.source.document && one.span[0] === other.span[0];

const numbersIn = (words: string): string => (words.match(/\d[\d.,]*/g) ?? []).sort().join(" ");

/** True where two tellings rest on the same sentence of one document, or on the same words, of the same days, in two. */
function isSameTelling(one: Telling, other: Telling): boolean {
  const [a, b] = [one.accounts[0].sentence, other.accounts[0].sentence];
  if (sameSentence(a, b)) return true;
  const [early, late] = [one.incidents[0].date, other.incidents[0].date];
  const apart = early && late && (early.to < late.from || late.to < early.from);
  return !apart && numbersIn(a.words) === numbersIn(b.words) && likeness(a.words, b.words) > 0.75;
}

function merged(one: Telling, other: Telling): Telling {
  const known = new Set(one.accounts.map(({ source }) => source.document));
  const more = other.accounts.filter(({ source }) => !known.has(source.document));
  return { incidents: [...one.incidents, ...other.incidents], accounts: [...one.accounts, ...more] };
}

function tellingOf(incident: IncidentSummary, facts: BriefFacts, library: Library): Telling | undefined {
  const sides = sidesOf(facts);
  const until = incident.date?.to ?? "9999-12-31";
  const accounts = (facts.reportsOf.get(incident.id) ?? [])
    .map((report) => accountOf(report, library))
    .sort((a, b) => clarity(b, sides, until) - clarity(a, sides, until));
  return accounts.length === 0 ? undefined : { incidents: [incident], accounts: byFamily(accounts, library) };
}

/** The tellings of some incidents in the order of their dates; what one sentence tells is told once. */
export function tellingsOf(incidents: readonly IncidentSummary[], facts: BriefFacts, library: Library): Telling[] {
  const tellings: Telling[] = [];
  const byStart = new Map<string, number>();
  for (const incident of incidents) {
    const telling = tellingOf(incident, facts, library);
    if (!telling) continue;
    const { source, span } = telling.accounts[0].sentence;
    const key = `${source.document} ${span[0]}`;
    const recent = tellings.slice(-12);
    const at = byStart.get(key) ?? tellings.indexOf(recent.find((known) => isSameTelling(known, telling)) as Telling);
    if (at >= 0) tellings[at] = merged(tellings[at], telling);
    else {
      byStart.set(key, tellings.length);
      tellings.push(telling);
    }
  }
  return tellings;
}
