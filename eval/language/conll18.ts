import type { ConlluWord } from "../../src/language/index.ts";
import type { Analysis } from "../../src/schema/index.ts";

/** A text with its true answers; offsets are into the same text that the system read. */
export interface GoldText {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly sentenceStart: readonly number[];
  readonly words: readonly ConlluWord[];
}

/** How many are right, how many there are, and how many the system gave. */
export interface Count {
  right: number;
  gold: number;
  system: number;
}

export const METRICS = ["Tokens", "Sentences", "Words", "UPOS", "XPOS", "Lemmas", "UAS", "LAS"] as const;
export type Metric = (typeof METRICS)[number];

/** Counts of the metrics, and of each relation where head and relation are right. */
export interface Counts {
  readonly metrics: Record<Metric, Count>;
  readonly relations: Map<string, Count>;
}

const none = (): Count => ({ right: 0, gold: 0, system: 0 });

export const emptyCounts = (): Counts => ({
  metrics: Object.fromEntries(METRICS.map((metric) => [metric, none()])) as Record<Metric, Count>,
  relations: new Map(),
});

/** Harmonic mean of precision and recall, in percent; undefined where there is nothing to find. */
export const f1 = ({ right, gold, system }: Count): number | undefined =>
  gold + system > 0 ? (200 * right) / (gold + system) : undefined;

interface Spans {
  readonly words: readonly string[];
  readonly tokens: readonly string[];
  readonly sentences: readonly string[];
}

const span = (from: number, to: number): string => `${from}-${to}`;

function spansOf(
  start: ArrayLike<number>,
  end: ArrayLike<number>,
  joined: (word: number) => boolean,
  sentenceStart: readonly number[],
): Spans {
  const words = Array.from(start, (from, word) => span(from, end[word]));
  const tokens: string[] = [];
  for (let word = 0; word < start.length; ) {
    let last = word;
    while (last + 1 < start.length && joined(last + 1)) last++;
    tokens.push(span(start[word], end[last]));
    word = last + 1;
  }
  const last = (s: number) => (sentenceStart[s + 1] ?? start.length) - 1;
  return { words, tokens, sentences: sentenceStart.map((first, s) => span(start[first], end[last(s)])) };
}

function overlap(count: Count, gold: readonly string[], system: readonly string[]): void {
  const known = new Set(gold);
  count.gold += gold.length;
  count.system += system.length;
  count.right += system.filter((item) => known.has(item)).length;
}

const universal = (relation: string): string => relation.split(":")[0];

function relationCount(relations: Map<string, Count>, name: string): Count {
  const count = relations.get(name) ?? none();
  relations.set(name, count);
  return count;
}

/** Where each gold sentence's words begin, by word. */
function goldHeads({ sentenceStart, words }: GoldText): Int32Array {
  const heads = new Int32Array(words.length);
  for (const [s, first] of sentenceStart.entries()) {
    const end = sentenceStart[s + 1] ?? words.length;
    for (let word = first; word < end; word++) heads[word] = words[word].head === 0 ? -1 : first + words[word].head - 1;
  }
  return heads;
}

/**
 * Adds a text's counts, as the evaluation of the CoNLL 2018 shared task defines them: words are aligned by their
 * characters, heads by the alignment, relations without their subtypes (Zeman et al. 2018,
 * https://universaldependencies.org/conll18/evaluation.html). The table by relation keeps the subtypes.
 */
export function addCounts(counts: Counts, gold: GoldText, system: Analysis): void {
  const { metrics, relations } = counts;
  const own = spansOf(gold.start, gold.end, (word) => gold.words[word].joined, gold.sentenceStart);
  const starts = [...system.sentenceStart.subarray(0, -1)];
  const theirs = spansOf(system.start, system.end, (word) => system.joined[word] === 1, starts);
  overlap(metrics.Tokens, own.tokens, theirs.tokens);
  overlap(metrics.Sentences, own.sentences, theirs.sentences);
  overlap(metrics.Words, own.words, theirs.words);
  for (const metric of ["UPOS", "XPOS", "Lemmas", "UAS", "LAS"] as const) {
    metrics[metric].gold += own.words.length;
    metrics[metric].system += theirs.words.length;
  }
  for (const { relation } of gold.words) relationCount(relations, relation).gold++;
  for (const relation of system.relation) relationCount(relations, relation).system++;

  const goldOf = new Map(own.words.map((word, index) => [word, index]));
  const aligned = theirs.words.map((word) => goldOf.get(word));
  const heads = goldHeads(gold);
  for (const [word, match] of aligned.entries()) {
    if (match === undefined) continue;
    const right = gold.words[match];
    const head = system.head[word];
    const attached = head < 0 ? heads[match] < 0 : aligned[head] !== undefined && aligned[head] === heads[match];
    metrics.UPOS.right += Number(system.upos[word] === right.upos);
    metrics.XPOS.right += Number(system.xpos[word] === right.xpos);
    metrics.Lemmas.right += Number(right.lemma === "_" || system.lemma[word] === right.lemma);
    metrics.UAS.right += Number(attached);
    metrics.LAS.right += Number(attached && universal(system.relation[word]) === universal(right.relation));
    if (attached && system.relation[word] === right.relation) relationCount(relations, right.relation).right++;
  }
}
