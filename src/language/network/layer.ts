import type { Kernels } from "../kernels/kernels.ts";
import { PackedDense, PackedMatrix } from "./dense.ts";
import type { Plan } from "./memory.ts";
import type { Packing } from "./packing.ts";
import { HIDDEN_UNIT, WORD_UNIT } from "./quantise.ts";
import type { Direction } from "./weights.ts";

/** Room that the layers share. */
export interface LayerRoom {
  /** Floats [rows, 4 * width]. */
  readonly gates: number;
  /** Floats [rows, width]. */
  readonly state: number;
  /** int16 [rows, width]. */
  readonly hidden: number;
  /** int32 [rows]: the packing's `reversed`. */
  readonly reversed: number;
  /** int16 [rows, 2 * width]. */
  readonly reversedInput: number;
}

const SHORT = 2;
const FLOAT = 4;

/** One bidirectional layer at its work: int16 rows [rows, 2 * width] out. */
export class Layer {
  /** int16 [rows, 2 * width]. */
  readonly output: number;
  readonly inputs: readonly [PackedDense, PackedDense];
  readonly #recurrent: readonly [PackedMatrix, PackedMatrix];
  readonly #width: number;

  constructor(plan: Plan, weights: { forward: Direction; backward: Direction }, first: boolean, rows: number) {
    this.#width = weights.forward.recurrent.depth;
    const { forward, backward } = weights;
    const unit = first ? WORD_UNIT : HIDDEN_UNIT;
    this.inputs = [new PackedDense(plan, forward.input, unit), new PackedDense(plan, backward.input, unit)];
    this.#recurrent = [
      new PackedMatrix(plan, forward.recurrent, HIDDEN_UNIT),
      new PackedMatrix(plan, backward.recurrent, HIDDEN_UNIT),
    ];
    this.output = plan.take(rows * 2 * this.#width, SHORT);
  }

  load(kernels: Kernels): void {
    for (const part of [...this.inputs, ...this.#recurrent]) part.load(kernels);
  }

  /**
   * Runs both directions. `fillGates` puts the input's projection of one direction (0 forward, 1 backward) into the
   * gates, in the order in which that direction reads.
   */
  run(kernels: Kernels, room: LayerRoom, packing: Packing, fillGates: (direction: 0 | 1) => void): void {
    const row = this.#width * SHORT;
    for (const direction of [0, 1] as const) {
      fillGates(direction);
      this.#steps(kernels, room, packing, direction);
      const indices = direction ? room.reversed : 0;
      kernels.copyRows(room.hidden, row, indices, this.output + direction * row, 2 * row, row, packing.rows);
    }
  }

  /** The projection of a lower layer's output, for `fillGates`. */
  project(kernels: Kernels, room: LayerRoom, packing: Packing, input: number, direction: 0 | 1): void {
    const stride = 2 * this.#width;
    const bytes = stride * SHORT;
    if (direction) kernels.copyRows(input, bytes, room.reversed, room.reversedInput, bytes, bytes, packing.rows);
    const source = direction ? room.reversedInput : input;
    const target = { at: room.gates, stride: 4 * this.#width };
    this.inputs[direction].apply(kernels, source, stride, target, packing.rows);
  }

  #steps(kernels: Kernels, room: LayerRoom, { offsets, steps }: Packing, direction: 0 | 1): void {
    const width = this.#width;
    for (let step = 0; step < steps; step++) {
      const row = offsets[step];
      const before = step ? offsets[step - 1] : 0;
      const count = offsets[step + 1] - row;
      const gates = { at: room.gates + row * 4 * width * FLOAT, stride: 4 * width };
      if (step) {
        const hidden = room.hidden + before * width * SHORT;
        this.#recurrent[direction].multiply(kernels, hidden, width, gates, gates, count);
      }
      const previous = step ? room.state + before * width * FLOAT : 0;
      const own = row * width;
      kernels.cell(gates.at, previous, room.state + own * FLOAT, room.hidden + own * SHORT, count, width);
    }
  }
}
