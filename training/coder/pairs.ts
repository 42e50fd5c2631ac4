import type { EventType } from "../../src/schema/index.ts";

/** One sentence to learn from: the features that the coder sees, and the right type. */
export interface Lesson {
  readonly features: ReadonlySet<string>;
  readonly type: EventType;
  readonly weight: number;
}

/** Weights of each feature, one a type, in the order of `types`. */
export interface Learnt {
  readonly types: readonly EventType[];
  readonly weights: ReadonlyMap<string, Float64Array>;
}

const EPOCHS = 12;
const RATE = 0.15;
const DECAY = 1e-5;
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

function counts(lessons: readonly Lesson[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { features } of lessons) for (const feature of features) found.set(feature, (found.get(feature) ?? 0) + 1);
  return found;
}

/** The share of one feature in the score: long sentences don't shout. Must be the same as in `pair-model.ts`. */
export const featureShare = (size: number): number => 3 / Math.sqrt(size);

function probabilities(
  weights: ReadonlyMap<string, Float64Array>,
  features: ReadonlySet<string>,
  size: number,
): Float64Array {
  const scores = new Float64Array(size);
  for (const feature of features) {
    const row = weights.get(feature);
    if (row) for (let type = 0; type < size; type += 1) scores[type] += row[type];
  }
  const share = featureShare(features.size);
  const highest = Math.max(...scores) * share;
  let total = 0;
  for (let type = 0; type < size; type += 1) {
    scores[type] = Math.exp(scores[type] * share - highest);
    total += scores[type];
  }
  return scores.map((score) => score / total);
}

/** Multinomial logistic regression by AdaGrad (Duchi et al. 2011); the same lessons give the same weights. */
export function learn(lessons: readonly Lesson[], types: readonly EventType[]): Learnt {
  const seen = counts(lessons);
  const weights = new Map<string, Float64Array>();
  const squares = new Map<string, Float64Array>();
  for (const [feature, count] of seen)
    if (count >= LEAST) {
      weights.set(feature, new Float64Array(types.length));
      squares.set(feature, new Float64Array(types.length).fill(1e-8));
    }
  const random = generator(SEED);
  const order = lessons.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const index of order) step(lessons[index], types, weights, squares);
  }
  return { types, weights };
}

function step(
  lesson: Lesson,
  types: readonly EventType[],
  weights: ReadonlyMap<string, Float64Array>,
  squares: ReadonlyMap<string, Float64Array>,
): void {
  const guess = probabilities(weights, lesson.features, types.length);
  const share = featureShare(lesson.features.size);
  for (const feature of lesson.features) {
    const row = weights.get(feature);
    const square = squares.get(feature);
    if (!row || !square) continue;
    for (let type = 0; type < types.length; type += 1) {
      const fault = (guess[type] - (types[type] === lesson.type ? 1 : 0)) * lesson.weight;
      const gradient = fault * share + DECAY * row[type];
      square[type] += gradient * gradient;
      row[type] -= (RATE * gradient) / Math.sqrt(square[type]);
    }
  }
}
