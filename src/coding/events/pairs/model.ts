import type { EventType } from "../../../schema/index.ts";
import { PAIR_WEIGHTS } from "../generated/pair-weights.ts";
import { meaningOf, type PairWord, shippedMeanings } from "./meanings.ts";

interface PairModel {
  readonly types: readonly EventType[];
  readonly row: ReadonlyMap<string, number>;
  /** Rows [features, types] and [meanings, types]. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly meanings: Int8Array;
  readonly meaningScale: number;
}

/** What the linear model sees of a pair. */
export interface PairEvidence {
  readonly features: ReadonlySet<string>;
  readonly words: readonly (readonly PairWord[])[];
}

let decoded: PairModel | undefined;

const bytesOf = (text: string): Int8Array => Int8Array.from(atob(text), (character) => character.charCodeAt(0));

function model(): PairModel {
  if (decoded) return decoded;
  const names = PAIR_WEIGHTS.names === "" ? [] : PAIR_WEIGHTS.names.split("\n");
  decoded = {
    types: PAIR_WEIGHTS.types as EventType[],
    row: new Map(names.map((name, index) => [name, index])),
    weights: bytesOf(PAIR_WEIGHTS.weights),
    scale: PAIR_WEIGHTS.scale,
    meanings: bytesOf(PAIR_WEIGHTS.meanings),
    meaningScale: PAIR_WEIGHTS.meaningScale,
  };
  return decoded;
}

/** The share of one feature in the score: long sentences don't shout. */
export const featureShare = (size: number): number => 3 / Math.sqrt(Math.max(1, size));

/** The logarithms of the shares that scores stand for (softmax). */
export function logShares(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  return scores.map((score) => score - highest - Math.log(total));
}

/** The logarithm of each type's share in the margins of the support vector machines, given the evidence. */
export function pairScores({ features, words }: PairEvidence): Map<EventType, number> {
  const { types, row, weights, scale, meanings, meaningScale } = model();
  const size = types.length;
  const scores = new Float64Array(size);
  for (const feature of features) {
    const at = row.get(feature);
    if (at !== undefined) for (let type = 0; type < size; type += 1) scores[type] += weights[at * size + type];
  }
  const share = featureShare(features.size) * scale;
  for (let type = 0; type < size; type += 1) scores[type] *= share;
  for (const [at, value] of meaningOf(shippedMeanings(), words).entries())
    if (value !== 0)
      for (let type = 0; type < size; type += 1) scores[type] += value * meaningScale * meanings[at * size + type];
  const found = logShares(scores);
  return new Map(types.map((type, index) => [type, found[index]]));
}
