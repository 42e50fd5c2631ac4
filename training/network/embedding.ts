import type { Packing } from "../../src/language/network/packing.ts";
import { FIRST_ROW, ROOT_ROW, UNKNOWN_ROW } from "../../src/language/words/vocabulary.ts";
import { type Arena, at, type Floats } from "./arena.ts";
import { adamStep, type Parameter, type Parameters } from "./parameter.ts";
import type { Random } from "./random.ts";

/** A token as the embedding reads it. */
export interface InputToken {
  /** Rows of the table; the word's own row first. */
  readonly rows: Int32Array;
  /** Its fixed vector, -1 for none. */
  readonly vector: number;
  /** How often its word occurs in training. */
  readonly count: number;
}

const ROOT: InputToken = { rows: Int32Array.of(ROOT_ROW), vector: -1, count: Number.POSITIVE_INFINITY };
/** A word seen c times is taken for an unknown one with the chance UNKNOWN / (UNKNOWN + c). */
const UNKNOWN = 0.4;
/** Chance that a fixed vector is left out, so that words without one are handled. */
const VECTORLESS = 0.1;

/** Sums of table rows plus a linear map of fixed vectors: tokens to rows [count, width]. */
export class Embedding {
  readonly output: Floats;
  readonly table: Parameter;
  readonly map: Parameter;
  readonly #arena: Arena;
  readonly #random: Random;
  readonly #width: number;
  readonly #vectors: Float32Array;
  readonly #vectorRows: Floats;
  readonly #touched: Uint8Array;
  #used: Int32Array[] = [];

  constructor(
    arena: Arena,
    make: Parameters,
    random: Random,
    shape: { size: number; width: number; firstWord: number; vectors: Float32Array; vectorWidth: number; rows: number },
  ) {
    this.#arena = arena;
    this.#random = random;
    this.#width = shape.width;
    this.#vectors = shape.vectors;
    this.table = make.make("table", shape.size, shape.width, 0);
    const drawn = ({ data }: Floats, from: number, to: number) => {
      for (let k = from * shape.width; k < to * shape.width; k++) data[k] = random.gauss() * 0.05;
    };
    drawn(this.table.weight, 0, FIRST_ROW);
    drawn(this.table.weight, shape.firstWord, shape.size);
    this.map = make.make("vector.map", shape.vectorWidth, shape.width, 0.5 / Math.sqrt(shape.vectorWidth));
    this.output = arena.floats(shape.rows * shape.width);
    this.#vectorRows = arena.floats(shape.rows * shape.vectorWidth);
    this.#touched = new Uint8Array(shape.size);
  }

  /** `learning` lets rare words pass for unknown ones. `tokens` follow the order of the packing. */
  forward(sentences: readonly (readonly InputToken[])[], packing: Packing, learning: boolean): void {
    const width = this.#width;
    const { kernels } = this.#arena;
    const size = this.map.rows;
    this.output.data.fill(0, 0, packing.rows * width);
    this.#vectorRows.data.fill(0, 0, packing.rows * size);
    this.#used = new Array(packing.rows);
    for (let row = 0; row < packing.rows; row++) {
      const position = packing.position[row];
      const token = position ? sentences[packing.sentence[row]][position - 1] : ROOT;
      if (token.vector >= 0 && !(learning && this.#random.next() < VECTORLESS)) {
        this.#vectorRows.data.set(this.#vectors.subarray(token.vector * size, (token.vector + 1) * size), row * size);
      }
      const rows = learning && position ? this.#forget(token) : token.rows;
      this.#used[row] = rows;
      for (const entry of rows)
        kernels.addRow(at(this.output, row * width), at(this.table.weight, entry * width), width);
    }
    kernels.multiply(
      this.#vectorRows.at, size, 1, this.map.weight.at, width, this.output.at, width, packing.rows, size, width,
    ); // biome-ignore format: one call
  }

  #forget({ rows, count }: InputToken): Int32Array {
    if (this.#random.next() >= UNKNOWN / (UNKNOWN + count)) return rows;
    const changed = rows.slice();
    changed[0] = UNKNOWN_ROW;
    return changed;
  }

  /** Adds to the gradients; returns the table rows that have one. */
  backward(dOutput: Floats, count: number): number[] {
    const width = this.#width;
    const { kernels } = this.#arena;
    const size = this.map.rows;
    kernels.multiply(
      this.#vectorRows.at, 1, size, dOutput.at, width, this.map.gradient.at, width, size, count, width,
    ); // biome-ignore format: one call
    const touched: number[] = [];
    for (let row = 0; row < count; row++) {
      for (const entry of this.#used[row]) {
        if (!this.#touched[entry]) touched.push(entry);
        this.#touched[entry] = 1;
        kernels.addRow(at(this.table.gradient, entry * width), at(dOutput, row * width), width);
      }
    }
    for (const entry of touched) this.#touched[entry] = 0;
    return touched;
  }

  /** Adam on the rows that have a gradient. */
  update(touched: readonly number[], step: { rate: number; scale: number; time: number }): void {
    for (const entry of touched) adamStep(this.#arena, this.table, entry * this.#width, this.#width, step);
  }
}
