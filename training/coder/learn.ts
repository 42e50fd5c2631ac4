import { type Meanings, meaningOf } from "../../src/coding/events/pair-meanings.ts";
import { featureShare, logShares } from "../../src/coding/events/pair-model.ts";
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
const EPOCHS = 12;
const RATE = 0.15;
const MEANING_RATE = 0.05;
/** Pull towards zero; chosen by cross-validation on our own sentences. */
const DECAY = 3e-4;
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

/** Weights with the sums of their squared gradients (AdaGrad, Duchi et al. 2011). */
class Layer {
  readonly values: Float64Array;
  readonly #squares: Float64Array;
  readonly #rate: number;

  constructor(rows: number, rate: number) {
    this.values = new Float64Array(rows * SIZE);
    this.#squares = new Float64Array(rows * SIZE).fill(1e-8);
    this.#rate = rate;
  }

  /** One step of a row down the fault of each type, `input` being what the row was multiplied with. */
  step(row: number, fault: Float64Array, input: number): void {
    for (let type = 0; type < SIZE; type += 1) {
      const at = row * SIZE + type;
      const gradient = fault[type] * input + DECAY * this.values[at];
      this.#squares[at] += gradient * gradient;
      this.values[at] -= (this.#rate * gradient) / Math.sqrt(this.#squares[at]);
    }
  }
}

function learnFrom(example: Example, sparse: Layer, dense: Layer): void {
  const fault = logShares(scoresOf(example, sparse.values, dense.values)).map(Math.exp);
  fault[example.gold] -= 1;
  for (let type = 0; type < SIZE; type += 1) fault[type] *= example.weight;
  for (const row of example.rows) sparse.step(row, fault, example.share);
  for (const [row, value] of example.meaning.entries()) if (value !== 0) dense.step(row, fault, value);
}

/** Multinomial logistic regression; the same lessons give the same weights. */
export function learn(lessons: readonly Lesson[], table: Meanings): Learnt {
  const common = commonFeatures(lessons);
  const row = new Map(common.map(([feature], index) => [feature, index]));
  const examples = lessons.map((lesson): Example => {
    const gold = EVENT_TYPES.indexOf(lesson.type);
    return { ...exampleOf(row, table, lesson), gold, weight: lesson.weight };
  });
  const sparse = new Layer(row.size, RATE);
  const dense = new Layer(examples[0]?.meaning.length ?? 0, MEANING_RATE);
  const random = generator(SEED);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const index of order) learnFrom(examples[index], sparse, dense);
  }
  return { row, counts: common.map(([, count]) => count), weights: sparse.values, meanings: dense.values, table };
}

/** The logarithm of each type's probability by learnt weights, before they are rounded and shipped. */
export function learntScores({ row, weights, meanings, table }: Learnt, lesson: Sight): Map<EventType, number> {
  const found = logShares(scoresOf(exampleOf(row, table, lesson), weights, meanings));
  return new Map(EVENT_TYPES.map((type, index) => [type, found[index]]));
}
