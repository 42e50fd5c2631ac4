import type { Arena, Floats } from "./arena.ts";
import type { Random } from "./random.ts";

/** A weight matrix with its gradient and Adam's two moments. */
export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly weight: Floats;
  readonly gradient: Floats;
  readonly first: Floats;
  readonly second: Floats;
}

/** Makes parameters and keeps the list of them in the order of making. */
export class Parameters {
  readonly all: Parameter[] = [];
  readonly #arena: Arena;
  readonly #random: Random;

  constructor(arena: Arena, random: Random) {
    this.#arena = arena;
    this.#random = random;
  }

  /** A matrix of normal numbers with the standard deviation `spread`. */
  make(name: string, rows: number, columns: number, spread: number): Parameter {
    const count = rows * columns;
    const take = () => this.#arena.floats(count);
    const parameter = { name, rows, columns, weight: take(), gradient: take(), first: take(), second: take() };
    if (spread > 0) for (let i = 0; i < count; i++) parameter.weight.data[i] = this.#random.gauss() * spread;
    this.all.push(parameter);
    return parameter;
  }
}

export const BETA1 = 0.9;
export const BETA2 = 0.98;

/** Adam on the floats [from, from + count) of a parameter; clears the gradient. */
export function adamStep(
  arena: Arena,
  parameter: Parameter,
  from: number,
  count: number,
  step: { rate: number; scale: number; time: number },
): void {
  const offset = from * 4;
  arena.kernels.adam(
    parameter.weight.at + offset,
    parameter.gradient.at + offset,
    parameter.first.at + offset,
    parameter.second.at + offset,
    count,
    step.rate,
    BETA1,
    BETA2,
    1 - BETA1 ** step.time,
    1 - BETA2 ** step.time,
    step.scale,
  );
}
