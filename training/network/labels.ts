import { type Arena, at, type Floats } from "./arena.ts";
import { Linear } from "./linear.ts";
import type { Parameters } from "./parameter.ts";

/**
 * The classifier of relations: softmax over W rectify(dependent + head). Its input rows are [dependent | head], each
 * `width` wide, not rectified yet.
 */
export class Labeller {
  /** Rectified sums, per row. */
  readonly joined: Floats;
  readonly scores: Floats;
  readonly columns: number;
  readonly #output: Linear;
  readonly #dJoined: Floats;
  readonly #arena: Arena;
  readonly #width: number;

  constructor(arena: Arena, make: Parameters, width: number, relations: number, rows: number) {
    this.#arena = arena;
    this.#width = width;
    this.#output = new Linear(arena, make, "label.output", width, relations, 0.5 / Math.sqrt(width));
    this.columns = this.#output.outputs;
    this.joined = arena.floats(rows * width);
    this.#dJoined = arena.floats(rows * width);
    this.scores = arena.floats(rows * this.columns);
  }

  /** `headRow` gives each row's head row, -1 for roots of sentences, which have none. */
  join(x: Floats, headRow: Int32Array): void {
    const width = this.#width;
    const { kernels } = this.#arena;
    this.joined.data.fill(0, 0, headRow.length * width);
    for (let row = 0; row < headRow.length; row++) {
      if (headRow[row] < 0) continue;
      kernels.addRow(at(this.joined, row * width), at(x, row * 2 * width), width);
      kernels.addRow(at(this.joined, row * width), at(x, headRow[row] * 2 * width + width), width);
    }
    kernels.rectify(this.joined.at, headRow.length * width);
  }

  score(rows: number): void {
    this.#output.forward({ floats: this.joined, stride: this.#width }, this.scores, rows);
  }

  /** `scores` hold their gradient. Returns the gradient of the joined rows, to be masked and passed to `part`. */
  backward(rows: number): Floats {
    const width = this.#width;
    this.#dJoined.data.fill(0, 0, rows * width);
    const stride = width;
    this.#output.backward({ floats: this.joined, stride }, this.scores, { floats: this.#dJoined, stride }, rows);
    return this.#dJoined;
  }

  /** Passes the gradient of the joined rows on to dependents and heads. */
  part(dx: Floats, headRow: Int32Array): void {
    const width = this.#width;
    const { kernels } = this.#arena;
    kernels.rectifyBackward(this.joined.at, this.#dJoined.at, headRow.length * width);
    for (let row = 0; row < headRow.length; row++) {
      if (headRow[row] < 0) continue;
      kernels.addRow(at(dx, row * 2 * width), at(this.#dJoined, row * width), width);
      kernels.addRow(at(dx, headRow[row] * 2 * width + width), at(this.#dJoined, row * width), width);
    }
  }
}
