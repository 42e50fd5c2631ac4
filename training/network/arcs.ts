import type { Packing } from "../../src/language/network/packing.ts";
import { type Arena, at, type Floats } from "./arena.ts";
import { Linear } from "./linear.ts";
import { crossEntropy } from "./loss.ts";
import type { Parameters } from "./parameter.ts";

/**
 * The biaffine scorer of heads (Dozat and Manning 2017): score(d, h) = (W dependent(d) + w) . head(h).
 * Its input rows are [dependent | head], each `width` wide.
 */
export class ArcScorer {
  /** dependent W + w, per row. */
  readonly projected: Floats;
  readonly #bilinear: Linear;
  readonly #arena: Arena;
  readonly #width: number;
  readonly #room: Record<"dependents" | "heads" | "scores" | "dDependents" | "dHeads" | "dProjected", Floats>;

  constructor(arena: Arena, make: Parameters, width: number, rows: number, longest: number) {
    this.#arena = arena;
    this.#width = width;
    this.#bilinear = new Linear(arena, make, "arc.bilinear", width, width, 0.3 / Math.sqrt(width));
    this.projected = arena.floats(rows * width);
    const square = Math.ceil(longest / 4) * 4;
    this.#room = {
      dependents: arena.floats(square * width),
      heads: arena.floats(square * width),
      scores: arena.floats(square * square),
      dDependents: arena.floats(square * width),
      dHeads: arena.floats(square * width),
      dProjected: arena.floats(rows * width),
    };
  }

  forward(x: Floats, rows: number): void {
    this.#bilinear.forward({ floats: x, stride: 2 * this.#width }, this.projected, rows);
  }

  /** Scores [dependent, head] of one sentence of the batch, root as 0, rows of `length`. */
  scores(x: Floats, packing: Packing, sentence: number): Float32Array {
    const width = this.#width;
    const length = packing.lengths[sentence];
    const { dependents, heads, scores } = this.#room;
    for (let token = 0; token < length; token++) {
      const row = packing.offsets[token] + sentence;
      dependents.data.set(this.projected.data.subarray(row * width, (row + 1) * width), token * width);
      heads.data.set(x.data.subarray(row * 2 * width + width, (row + 1) * 2 * width), token * width);
    }
    scores.data.fill(0, 0, length * length);
    this.#arena.kernels.multiplyTransposed(
      dependents.at, width, heads.at, width, scores.at, length, length, width, length,
    ); // biome-ignore format: one call
    return scores.data.subarray(0, length * length);
  }

  /** Loss of the gold heads of one sentence; adds its gradient to dx's head half and to the projection's. */
  loss(x: Floats, dx: Floats, packing: Packing, sentence: number, heads: Int32Array): number {
    const scores = this.scores(x, packing, sentence);
    const length = packing.lengths[sentence];
    scores.fill(0, 0, length);
    let loss = 0;
    for (let token = 1; token < length; token++) {
      scores[token * length + token] = -1e9;
      loss += crossEntropy(scores, token * length, length, heads[token - 1]);
    }
    this.#spread(dx, packing, sentence);
    return loss;
  }

  #spread(dx: Floats, packing: Packing, sentence: number): void {
    const width = this.#width;
    const length = packing.lengths[sentence];
    const { dependents, heads, scores, dDependents, dHeads, dProjected } = this.#room;
    const { kernels } = this.#arena;
    dDependents.data.fill(0, 0, length * width);
    dHeads.data.fill(0, 0, length * width);
    kernels.multiply(scores.at, length, 1, heads.at, width, dDependents.at, width, length, length, width);
    kernels.multiply(scores.at, 1, length, dependents.at, width, dHeads.at, width, length, length, width);
    for (let token = 0; token < length; token++) {
      const row = packing.offsets[token] + sentence;
      dProjected.data.set(dDependents.data.subarray(token * width, (token + 1) * width), row * width);
      kernels.addRow(at(dx, row * 2 * width + width), at(dHeads, token * width), width);
    }
  }

  backward(x: Floats, dx: Floats, rows: number): void {
    const stride = 2 * this.#width;
    this.#bilinear.backward({ floats: x, stride }, this.#room.dProjected, { floats: dx, stride }, rows);
  }
}
