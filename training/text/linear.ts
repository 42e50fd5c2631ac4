import { type FeatureWeights, featureKey, WEIGHT_UNIT } from "../../src/language/linear/classifier.ts";
import type { Random } from "../network/random.ts";

/** One decision to learn from. */
export interface Decision {
  readonly features: readonly string[];
  readonly right: boolean;
}

const RATE = 0.3;
const EPOCHS = 12;
const SHRINK = 1e-6;

/** Logistic regression with Adagrad (Duchi et al. 2011). Features seen less than `leastCount` times are left out. */
export function learnWeights(decisions: readonly Decision[], leastCount: number, random: Random): Map<string, number> {
  const index = commonFeatures(decisions, leastCount);
  const rows = decisions.map(({ features, right }) => ({ columns: columnsOf(features, index), right: right ? 1 : 0 }));
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size).fill(1e-4);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    random.shuffle(rows);
    for (const { columns, right } of rows) {
      let score = 0;
      for (const column of columns) score += weights[column];
      const error = right - 1 / (1 + Math.exp(-score));
      if (Math.abs(error) < 1e-3) continue;
      for (const column of columns) {
        const gradient = error - SHRINK * weights[column];
        squares[column] += gradient * gradient;
        weights[column] += (RATE * gradient) / Math.sqrt(squares[column]);
      }
    }
  }
  return new Map([...index].map(([feature, column]) => [feature, weights[column]]));
}

function commonFeatures(decisions: readonly Decision[], leastCount: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of decisions)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= leastCount);
  return new Map(kept.map(([feature], column) => [feature, column]));
}

const columnsOf = (features: readonly string[], index: ReadonlyMap<string, number>): number[] =>
  features.flatMap((feature) => index.get(feature) ?? []);

/** Weights as the model file keeps them; those under `least` are left out. */
export function storeWeights(weights: ReadonlyMap<string, number>, least: number): FeatureWeights {
  const kept = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= least)
    .map(([name, weight]) => ({ key: featureKey(name), value: Math.round(weight / WEIGHT_UNIT) }))
    .sort((a, b) => a.key - b.key);
  return {
    keys: Uint32Array.from(kept, ({ key }) => key),
    values: Int8Array.from(kept, ({ value }) => Math.max(-127, Math.min(127, value))),
  };
}
