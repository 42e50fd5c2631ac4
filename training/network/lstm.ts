import type { Packing } from "../../src/language/network/packing.ts";
import { type Arena, at, type Floats } from "./arena.ts";
import { Linear } from "./linear.ts";
import type { Parameter, Parameters } from "./parameter.ts";

/** One direction: the input's projection, the recurrent weight, and what a pass leaves for its gradient. */
class Direction {
  readonly input: Linear;
  readonly recurrent: Parameter;
  readonly gates: Floats;
  readonly output: Floats;
  readonly state: Floats;
  readonly squashed: Floats;
  readonly #arena: Arena;
  readonly #width: number;

  constructor(arena: Arena, make: Parameters, name: string, inputs: number, width: number, rows: number) {
    this.#arena = arena;
    this.#width = width;
    this.input = new Linear(arena, make, `${name}.input`, inputs, 4 * width, 0.8 / Math.sqrt(inputs));
    this.recurrent = make.make(`${name}.recurrent`, width, 4 * width, 0.7 / Math.sqrt(width));
    this.input.bias.weight.data.fill(1, width, 2 * width);
    this.gates = arena.floats(rows * 4 * width);
    this.output = arena.floats(rows * width);
    this.state = arena.floats(rows * width);
    this.squashed = arena.floats(rows * width);
  }

  forward(x: Floats, { offsets, steps, rows }: Packing): void {
    const { kernels } = this.#arena;
    const width = this.#width;
    this.input.forward({ floats: x, stride: this.input.inputs }, this.gates, rows);
    for (let step = 0; step < steps; step++) {
      const row = offsets[step];
      const before = step ? offsets[step - 1] : 0;
      const count = offsets[step + 1] - row;
      const gates = at(this.gates, row * 4 * width);
      if (step > 0) {
        kernels.multiply(
          at(this.output, before * width), width, 1, this.recurrent.weight.at, 4 * width, gates, 4 * width,
          count, width, 4 * width,
        ); // biome-ignore format: one call
      }
      const previous = step ? at(this.state, before * width) : 0;
      const own = row * width;
      kernels.cellForward(
        gates,
        previous,
        at(this.state, own),
        at(this.squashed, own),
        at(this.output, own),
        count,
        width,
      );
    }
  }

  /** `dOutput` is used up; `dState` is room for the cell's gradient; dx receives the input's. */
  backward(x: Floats, dOutput: Floats, dState: Floats, dx: Floats, { offsets, steps, rows }: Packing): void {
    const { kernels } = this.#arena;
    const width = this.#width;
    dState.data.fill(0, 0, rows * width);
    for (let step = steps - 1; step >= 0; step--) {
      const row = offsets[step];
      const before = step ? offsets[step - 1] : 0;
      const count = offsets[step + 1] - row;
      const gates = at(this.gates, row * 4 * width);
      const [own, last] = [row * width, before * width];
      const previous = step ? at(this.state, last) : 0;
      kernels.cellBackward(
        gates, previous, at(this.squashed, own), at(dOutput, own), at(dState, own), step ? at(dState, last) : 0, count, width,
      ); // biome-ignore format: one call
      if (step === 0) continue;
      const { weight, gradient } = this.recurrent;
      kernels.multiplyTransposed(
        gates, 4 * width, weight.at, 4 * width, at(dOutput, last), width, count, 4 * width, width,
      ); // biome-ignore format: one call
      kernels.multiply(
        at(this.output, last), 1, width, gates, 4 * width, gradient.at, 4 * width, width, count, 4 * width,
      ); // biome-ignore format: one call
    }
    const stride = this.input.inputs;
    this.input.backward({ floats: x, stride }, this.gates, { floats: dx, stride }, rows);
  }
}

/** A bidirectional LSTM (Hochreiter and Schmidhuber 1997): rows [count, inputs] to [count, 2 * width]. */
export class BiLstm {
  readonly output: Floats;
  readonly inputs: number;
  readonly #arena: Arena;
  readonly #width: number;
  readonly #directions: readonly [Direction, Direction];
  readonly #reversedInput: Floats;
  readonly #room: { dOutput: Floats; dState: Floats; dReversed: Floats };

  constructor(arena: Arena, make: Parameters, name: string, inputs: number, width: number, rows: number) {
    this.#arena = arena;
    this.inputs = inputs;
    this.#width = width;
    this.#directions = [
      new Direction(arena, make, `${name}.forward`, inputs, width, rows),
      new Direction(arena, make, `${name}.backward`, inputs, width, rows),
    ];
    this.output = arena.floats(rows * 2 * width);
    this.#reversedInput = arena.floats(rows * inputs);
    this.#room = {
      dOutput: arena.floats(rows * width),
      dState: arena.floats(rows * width),
      dReversed: arena.floats(rows * inputs),
    };
  }

  forward(x: Floats, packing: Packing): void {
    const { inputs } = this;
    const width = this.#width;
    const { rows, reversed } = packing;
    for (let row = 0; row < rows; row++) {
      this.#reversedInput.data.set(x.data.subarray(row * inputs, (row + 1) * inputs), reversed[row] * inputs);
    }
    const [ahead, back] = this.#directions;
    ahead.forward(x, packing);
    back.forward(this.#reversedInput, packing);
    for (let row = 0; row < rows; row++) {
      this.output.data.set(ahead.output.data.subarray(row * width, (row + 1) * width), row * 2 * width);
      const from = reversed[row] * width;
      this.output.data.set(back.output.data.subarray(from, from + width), row * 2 * width + width);
    }
  }

  /** Adds the gradient of the input to dx. */
  backward(x: Floats, dy: Floats, dx: Floats, packing: Packing): void {
    const { inputs } = this;
    const { rows, reversed } = packing;
    const { dOutput, dState, dReversed } = this.#room;
    const [ahead, back] = this.#directions;
    this.#columnsOf(dy, 0, (row) => row, rows);
    ahead.backward(x, dOutput, dState, dx, packing);
    this.#columnsOf(dy, this.#width, (row) => reversed[row], rows);
    dReversed.data.fill(0, 0, rows * inputs);
    back.backward(this.#reversedInput, dOutput, dState, dReversed, packing);
    for (let row = 0; row < rows; row++) {
      this.#arena.kernels.addRow(at(dx, row * inputs), at(dReversed, reversed[row] * inputs), inputs);
    }
  }

  #columnsOf(dy: Floats, column: number, source: (row: number) => number, rows: number): void {
    const width = this.#width;
    for (let row = 0; row < rows; row++) {
      const from = source(row) * 2 * width + column;
      this.#room.dOutput.data.set(dy.data.subarray(from, from + width), row * width);
    }
  }
}
