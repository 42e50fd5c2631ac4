import type { PairMix } from "../../src/coding/events/pair-mix.ts";
import { EVENT_TYPES } from "../../src/schema/index.ts";
import type { Learnt } from "./learn.ts";

const SIZE = EVENT_TYPES.length;
/** Features whose strongest weight lies below this are left out. */
const FAINT = 0.6;

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

/** What ships of a learnt model. */
export function packWeights({ row, weights, meanings }: Learnt, mix: PairMix) {
  const kept = [...row]
    .map(([name, at]) => ({ name, row: weights.subarray(at * SIZE, (at + 1) * SIZE) }))
    .filter((feature) => strength(feature.row) >= FAINT)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const sparse = packed(kept.flatMap((feature) => [...feature.row]));
  const dense = packed([...meanings]);
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
