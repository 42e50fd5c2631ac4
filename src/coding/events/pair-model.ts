import type { EventType } from "../../schema/index.ts";
import { PAIR_WEIGHTS } from "./generated/pair-weights.ts";

interface PairModel {
  readonly types: readonly EventType[];
  readonly row: ReadonlyMap<string, number>;
  readonly weights: Int8Array;
  readonly scale: number;
}

let decoded: PairModel | undefined;

function model(): PairModel {
  if (decoded) return decoded;
  const names = PAIR_WEIGHTS.names === "" ? [] : PAIR_WEIGHTS.names.split("\n");
  decoded = {
    types: PAIR_WEIGHTS.types as EventType[],
    row: new Map(names.map((name, index) => [name, index])),
    weights: Int8Array.from(atob(PAIR_WEIGHTS.weights), (character) => character.charCodeAt(0)),
    scale: PAIR_WEIGHTS.scale,
  };
  return decoded;
}

/** Keeps one type from being ruled out by the linear model alone. */
const FLOOR = 1e-3;

/** The logarithm of each type's probability, given the features: multinomial logistic regression. */
export function pairScores(features: ReadonlySet<string>): Map<EventType, number> {
  const { types, row, weights, scale } = model();
  const scores = new Float64Array(types.length);
  for (const feature of features) {
    const at = row.get(feature);
    if (at !== undefined)
      for (let type = 0; type < types.length; type += 1) scores[type] += weights[at * types.length + type];
  }
  const share = (3 * scale) / Math.sqrt(features.size);
  const highest = Math.max(...scores);
  const likelihood = scores.map((score) => Math.exp((score - highest) * share));
  const total = likelihood.reduce((sum, value) => sum + value, 0);
  return new Map(types.map((type, index) => [type, Math.log(likelihood[index] / total + FLOOR)]));
}
