import type { Kernels } from "../kernels/kernels.ts";
import { decodeHeads } from "./decode.ts";
import { PackedDense } from "./dense.ts";
import { floatsAt, intsAt, type Plan } from "./memory.ts";
import type { Packing } from "./packing.ts";
import { HIDDEN_UNIT, RECTIFIED_UNIT } from "./quantise.ts";
import type { ParserWeights } from "./weights.ts";

const SHORT = 2;
const FLOAT = 4;

/** Scores heads with the biaffine product, and decodes them to trees. */
export class Attachment {
  readonly #mlp: PackedDense;
  readonly #bilinear: PackedDense;
  readonly #width: number;
  readonly #at: Record<"both" | "rectified" | "projected" | "indices" | "dependents" | "heads" | "scores", number>;

  constructor(plan: Plan, weights: ParserWeights, rows: number, longest: number) {
    this.#width = weights.bilinear.weight.depth;
    this.#mlp = new PackedDense(plan, weights.arc, HIDDEN_UNIT);
    this.#bilinear = new PackedDense(plan, weights.bilinear, RECTIFIED_UNIT);
    this.#at = {
      both: plan.take(rows * 2 * this.#width, FLOAT),
      rectified: plan.take(rows * 2 * this.#width, SHORT),
      projected: plan.take(rows * this.#width, FLOAT),
      indices: plan.take(longest, FLOAT),
      dependents: plan.take(longest * this.#width, FLOAT),
      heads: plan.take(longest * this.#width, FLOAT),
      scores: plan.take(longest * longest, FLOAT),
    };
  }

  load(kernels: Kernels): void {
    this.#mlp.load(kernels);
    this.#bilinear.load(kernels);
  }

  /** Reads the last layer's rows. */
  run(kernels: Kernels, input: number, stride: number, rows: number): void {
    const width = this.#width;
    const { both, rectified, projected } = this.#at;
    this.#mlp.apply(kernels, input, stride, { at: both, stride: 2 * width }, rows);
    kernels.rectify(both, rectified, rows * 2 * width);
    this.#bilinear.apply(kernels, rectified, 2 * width, { at: projected, stride: width }, rows);
  }

  /** The tree of one sentence of the batch: heads by position, entry 0 (the artificial root) is -1. */
  heads(kernels: Kernels, packing: Packing, sentence: number): Int32Array {
    const width = this.#width;
    const length = packing.lengths[sentence];
    const { both, projected, indices, dependents, heads, scores } = this.#at;
    const rows = intsAt(kernels, indices, length);
    for (let token = 0; token < length; token++) rows[token] = packing.offsets[token] + sentence;
    const size = width * FLOAT;
    kernels.copyRows(projected, size, indices, dependents, size, size, length);
    kernels.copyRows(both + size, 2 * size, indices, heads, size, size, length);
    kernels.dots(dependents, width, heads, width, scores, length, length, width);
    return decodeHeads(floatsAt(kernels, scores, length * length), length);
  }
}
