import type { PairMix } from "../../src/coding/events/pairs/mix.ts";
import { EVENT_TYPES } from "../../src/schema/index.ts";
import type { Learnt } from "./learn.ts";

const SIZE = EVENT_TYPES.length;
/** How many features ship: those that weigh most, common ones before rare ones. */
const KEPT = 13_000;

interface Packed {
  readonly scale: number;
  readonly bytes: string;
}

/** Weights as bytes, the strongest as 127. */
function packed(weights: readonly number[]): Packed {
  const scale = weights.reduce((highest, weight) => Math.max(highest, Math.abs(weight)), 1e-9) / 127;
  const bytes = Int8Array.from(weights.map((weight) => Math.round(weight / scale)));
  return { scale: Number(scale.toPrecision(8)), bytes: Buffer.from(bytes.buffer).toString("base64") };
}

const strength = (row: Float64Array): number => Math.max(...row.map(Math.abs));

interface Feature {
  readonly name: string;
  readonly row: Float64Array;
  readonly worth: number;
}

/** The features that ship, by name. */
function keptFeatures({ row, counts, weights }: Learnt): Feature[] {
  return [...row]
    .map(([name, at]) => {
      const own = weights.subarray(at * SIZE, (at + 1) * SIZE);
      return { name, row: own, worth: strength(own) * counts[at] ** 0.25 };
    })
    .sort((one, other) => other.worth - one.worth || (one.name < other.name ? -1 : 1))
    .slice(0, KEPT)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What ships of a learnt model. */
export function packWeights(learnt: Learnt, mix: PairMix) {
  const kept = keptFeatures(learnt);
  const sparse = packed(kept.flatMap((feature) => [...feature.row]));
  const dense = packed([...learnt.meanings]);
  return {
    types: EVENT_TYPES,
    mix: Object.fromEntries(Object.entries(mix).map(([name, value]) => [name, Number(value.toFixed(4))])),
    scale: sparse.scale,
    meaningScale: dense.scale,
    names: kept.map(({ name }) => name).join("\n"),
    weights: sparse.bytes,
    meanings: dense.bytes,
  };
}
