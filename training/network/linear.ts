import { type Arena, at, type Floats } from "./arena.ts";
import type { Parameter, Parameters } from "./parameter.ts";

/** Rows of floats: where they start and how far apart they stand. */
export interface Rows {
  readonly floats: Floats;
  readonly stride: number;
  /** First column. */
  readonly from?: number;
}

const start = (rows: Rows): number => at(rows.floats, rows.from ?? 0);

/** y = x W + b. Output columns are padded to a multiple of 4. */
export class Linear {
  readonly weight: Parameter;
  readonly bias: Parameter;
  readonly inputs: number;
  readonly outputs: number;
  readonly #arena: Arena;

  constructor(arena: Arena, make: Parameters, name: string, inputs: number, outputs: number, spread: number) {
    this.#arena = arena;
    this.inputs = inputs;
    this.outputs = Math.ceil(outputs / 4) * 4;
    this.weight = make.make(`${name}.weight`, inputs, this.outputs, spread);
    this.bias = make.make(`${name}.bias`, 1, this.outputs, 0);
  }

  forward(x: Rows, y: Floats, count: number): void {
    fillRows(y, this.bias.weight.data, count);
    const { kernels } = this.#arena;
    kernels.multiply(
      start(x), x.stride, 1, this.weight.weight.at, this.outputs, y.at, this.outputs, count, this.inputs, this.outputs,
    ); // biome-ignore format: one call
  }

  /** Adds to the parameters' gradients and, where given, to dx. */
  backward(x: Rows, dy: Floats, dx: Rows | undefined, count: number): void {
    const { kernels } = this.#arena;
    const { weight, bias, inputs, outputs } = this;
    kernels.multiply(
      start(x), 1, x.stride, dy.at, outputs, weight.gradient.at, outputs, inputs, count, outputs,
    ); // biome-ignore format: one call
    for (let row = 0; row < count; row++) kernels.addRow(bias.gradient.at, at(dy, row * outputs), outputs);
    if (dx) {
      kernels.multiplyTransposed(
        dy.at, outputs, weight.weight.at, outputs, start(dx), dx.stride, count, outputs, inputs,
      ); // biome-ignore format: one call
    }
  }
}

/** Sets each of `count` rows to `values`. */
export function fillRows(target: Floats, values: Float32Array, count: number): void {
  for (let row = 0; row < count; row++) target.data.set(values, row * values.length);
}
