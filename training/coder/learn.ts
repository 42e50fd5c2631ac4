import { type Meanings, meaningOf } from "../../src/coding/events/pairs/meanings.ts";
import { featureShare, logShares } from "../../src/coding/events/pairs/model.ts";
import { EVENT_TYPES, type EventType } from "../../src/schema/index.ts";
import type { Lesson } from "./lessons.ts";

/** Weights by type, in the order of EVENT_TYPES: rows [features, types] and [meanings, types]. */
export interface Learnt {
  readonly row: ReadonlyMap<string, number>;
  /** How many lessons have each feature. */
  readonly counts: readonly number[];
  readonly weights: Float64Array;
  readonly meanings: Float64Array;
  readonly table: Meanings;
}

const SIZE = EVENT_TYPES.length;
const EPOCHS = 40;
/** The cost of a fault; chosen by cross-validation on our own sentences. */
const COST = 0.2;
/** Features that one sentence alone has teach nothing. */
const LEAST = 2;
const SEED = 20201228;

/** A linear congruential generator: the same order on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other], order[index]];
  }
}

/** The features that teach something, with the number of their lessons. */
function commonFeatures(lessons: readonly Lesson[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { evidence } of lessons)
    for (const feature of evidence.features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= LEAST);
}

/** A lesson as numbers: rows of its features, their share, its meaning. */
interface Example {
  readonly rows: Int32Array;
  readonly share: number;
  readonly meaning: Float64Array;
  readonly gold: number;
  readonly weight: number;
}

type Sight = Pick<Lesson, "evidence">;

function exampleOf(
  row: ReadonlyMap<string, number>,
  table: Meanings,
  { evidence }: Sight,
): Omit<Example, "gold" | "weight"> {
  const rows = [...evidence.features].map((feature) => row.get(feature) ?? -1).filter((at) => at >= 0);
  return {
    rows: Int32Array.from(rows),
    share: featureShare(evidence.features.size),
    meaning: meaningOf(table, evidence.words),
  };
}

function scoresOf(
  { rows, share, meaning }: Omit<Example, "gold" | "weight">,
  weights: Float64Array,
  meanings: Float64Array,
) {
  const scores = new Float64Array(SIZE);
  for (const at of rows) for (let type = 0; type < SIZE; type += 1) scores[type] += weights[at * SIZE + type];
  for (let type = 0; type < SIZE; type += 1) scores[type] *= share;
  for (const [at, value] of meaning.entries())
    if (value !== 0) for (let type = 0; type < SIZE; type += 1) scores[type] += value * meanings[at * SIZE + type];
  return scores;
}

/** A lesson's columns and values, sparse features first, then meanings. */
interface Row {
  readonly at: Int32Array;
  readonly value: Float64Array;
  readonly square: number;
}

function rowOf({ rows, share, meaning }: Example, features: number): Row {
  const dense = [...meaning.entries()].filter(([, value]) => value !== 0);
  const at = Int32Array.from([...rows, ...dense.map(([index]) => features + index)]);
  const value = Float64Array.from([...rows].map(() => share).concat(dense.map(([, one]) => one)));
  return { at, value, square: value.reduce((sum, one) => sum + one * one, 0) };
}

function dot(weights: Float64Array, { at, value }: Row): number {
  let sum = 0;
  for (let index = 0; index < at.length; index += 1) sum += weights[at[index]] * value[index];
  return sum;
}

/**
 * One type against all others: a linear support vector machine with squared hinge loss, by dual coordinate descent
 * (Hsieh et al. 2008, algorithm 1).
 */
function separate(rows: readonly Row[], signs: Int8Array, costs: Float64Array, width: number): Float64Array {
  const weights = new Float64Array(width);
  const dual = new Float64Array(rows.length);
  const random = generator(SEED);
  const order = rows.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index];
      const ridge = 1 / (2 * costs[index]);
      const gradient = signs[index] * dot(weights, row) - 1 + dual[index] * ridge;
      const next = Math.max(0, dual[index] - gradient / (row.square + ridge));
      const change = (next - dual[index]) * signs[index];
      dual[index] = next;
      if (change !== 0)
        for (let place = 0; place < row.at.length; place += 1) weights[row.at[place]] += change * row.value[place];
    }
  }
  return weights;
}

/** A support vector machine for each type; the same lessons give the same weights. */
export function learn(lessons: readonly Lesson[], table: Meanings): Learnt {
  const common = commonFeatures(lessons);
  const row = new Map(common.map(([feature], index) => [feature, index]));
  const examples = lessons.map((lesson): Example => {
    const gold = EVENT_TYPES.indexOf(lesson.type);
    return { ...exampleOf(row, table, lesson), gold, weight: lesson.weight };
  });
  const rows = examples.map((example) => rowOf(example, row.size));
  const costs = Float64Array.from(examples, ({ weight }) => COST * weight);
  const width = row.size + (examples[0]?.meaning.length ?? 0);
  const all = new Float64Array(width * SIZE);
  for (let type = 0; type < SIZE; type += 1) {
    const signs = Int8Array.from(examples, ({ gold }) => (gold === type ? 1 : -1));
    for (const [at, weight] of separate(rows, signs, costs, width).entries()) all[at * SIZE + type] = weight;
  }
  const weights = all.slice(0, row.size * SIZE);
  const meanings = all.slice(row.size * SIZE);
  return { row, counts: common.map(([, count]) => count), weights, meanings, table };
}

/** The logarithm of each type's share by learnt weights, before they are rounded and shipped. */
export function learntScores({ row, weights, meanings, table }: Learnt, lesson: Sight): Map<EventType, number> {
  const found = logShares(scoresOf(exampleOf(row, table, lesson), weights, meanings));
  return new Map(EVENT_TYPES.map((type, index) => [type, found[index]]));
}
