/** The weights of features as a model file keeps them: hashes of their names in rising order, and 8-bit weights. */
export interface FeatureWeights {
  readonly keys: Uint32Array;
  readonly values: Int8Array;
}

/** One unit of a stored weight. */
export const WEIGHT_UNIT = 1 / 16;

/** FNV-1a (Fowler, Noll, Vo) over a name's UTF-16 units. */
export function featureKey(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A yes-or-no decision: the sum of the weights of the features that hold, yes above 0. */
export class Classifier {
  readonly #weights: ReadonlyMap<number, number>;

  constructor({ keys, values }: FeatureWeights) {
    this.#weights = new Map(Array.from(keys, (key, index) => [key, values[index]]));
  }

  score(features: readonly string[]): number {
    let sum = 0;
    for (const feature of features) sum += this.#weights.get(featureKey(feature)) ?? 0;
    return sum * WEIGHT_UNIT;
  }
}
