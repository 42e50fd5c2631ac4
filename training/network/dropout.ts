import type { Packing } from "../../src/language/network/packing.ts";
import { type Arena, at, type Floats } from "./arena.ts";
import type { Random } from "./random.ts";

/** Variational dropout: one mask for all tokens of a sentence (Gal and Ghahramani 2016). */
export class Dropout {
  readonly #arena: Arena;
  readonly #random: Random;
  readonly #mask: Floats;
  readonly #width: number;
  readonly #rate: number;

  constructor(arena: Arena, random: Random, width: number, rate: number, sentences: number) {
    this.#arena = arena;
    this.#random = random;
    this.#width = width;
    this.#rate = rate;
    this.#mask = arena.floats(sentences * width);
  }

  draw(sentences: number): void {
    const kept = 1 / (1 - this.#rate);
    const { data } = this.#mask;
    for (let k = 0; k < sentences * this.#width; k++) data[k] = this.#random.next() < this.#rate ? 0 : kept;
  }

  apply(floats: Floats, packing: Packing): void {
    const width = this.#width;
    for (let row = 0; row < packing.rows; row++) {
      this.#arena.kernels.multiplyRow(at(floats, row * width), at(this.#mask, packing.sentence[row] * width), width);
    }
  }
}
