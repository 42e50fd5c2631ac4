import type { Parameter } from "./parameter.ts";

/** Steps from one look at the weights to the next, and the share that each look has. */
const EVERY = 20;
const SHARE = 0.02;

/** The running mean of the weights over about the last thousand steps (Polyak and Juditsky 1992), which reads better. */
export class WeightAverage {
  readonly #parameters: readonly Parameter[];
  readonly #means: readonly Float32Array[];
  #steps = 0;

  constructor(parameters: readonly Parameter[]) {
    this.#parameters = parameters;
    this.#means = parameters.map(({ weight }) => weight.data.slice());
  }

  /** Call after each step of learning. */
  look(): void {
    this.#steps++;
    if (this.#steps % EVERY !== 0) return;
    const share = Math.max(SHARE, EVERY / (this.#steps + EVERY));
    for (const [index, { weight }] of this.#parameters.entries()) {
      const mean = this.#means[index];
      for (let k = 0; k < mean.length; k++) mean[k] += (weight.data[k] - mean[k]) * share;
    }
  }

  /** Runs `work` with the means in the weights' place. */
  during<T>(work: () => T): T {
    this.#swap();
    const result = work();
    this.#swap();
    return result;
  }

  /** Puts the means in the weights' place for good. */
  settle(): void {
    this.#swap();
  }

  #swap(): void {
    for (const [index, { weight }] of this.#parameters.entries()) {
      const current = weight.data.slice();
      weight.data.set(this.#means[index]);
      this.#means[index].set(current);
    }
  }
}
