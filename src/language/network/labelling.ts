import type { Kernels } from "../kernels/kernels.ts";
import { PackedDense } from "./dense.ts";
import { floatsAt, type Plan } from "./memory.ts";
import type { Packing } from "./packing.ts";
import { HIDDEN_UNIT, RECTIFIED_UNIT } from "./quantise.ts";
import type { Dense, ParserWeights } from "./weights.ts";

const SHORT = 2;
const FLOAT = 4;

/** Column of the highest score of each row. */
export function bestColumns(scores: Float32Array, stride: number, columns: number, rows: number): Int32Array {
  const best = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = row * stride;
    let found = 0;
    for (let k = 1; k < columns; k++) if (scores[from + k] > scores[from + found]) found = k;
    best[row] = found;
  }
  return best;
}

/** Classifies each row on its own: the tags. */
export class Tagging {
  readonly #dense: PackedDense;
  readonly #columns: number;
  readonly #scores: number;

  constructor(plan: Plan, weights: Dense, rows: number) {
    this.#dense = new PackedDense(plan, weights, HIDDEN_UNIT);
    this.#columns = weights.weight.columns;
    this.#scores = plan.take(rows * this.#dense.columns, FLOAT);
  }

  load(kernels: Kernels): void {
    this.#dense.load(kernels);
  }

  run(kernels: Kernels, input: number, stride: number, rows: number): Int32Array {
    const { columns } = this.#dense;
    this.#dense.apply(kernels, input, stride, { at: this.#scores, stride: columns }, rows);
    return bestColumns(floatsAt(kernels, this.#scores, rows * columns), columns, this.#columns, rows);
  }
}

/** Classifies pairs of dependent and head: the relations. */
export class Labelling {
  readonly #mlp: PackedDense;
  readonly #relation: PackedDense;
  readonly #width: number;
  readonly #columns: number;
  readonly #at: Record<"both" | "joined" | "scores", number>;

  constructor(plan: Plan, weights: ParserWeights, rows: number) {
    this.#width = weights.relation.weight.depth;
    this.#columns = weights.relation.weight.columns;
    this.#mlp = new PackedDense(plan, weights.label, HIDDEN_UNIT);
    this.#relation = new PackedDense(plan, weights.relation, RECTIFIED_UNIT);
    this.#at = {
      both: plan.take(rows * 2 * this.#width, FLOAT),
      joined: plan.take(rows * this.#width, SHORT),
      scores: plan.take(rows * this.#relation.columns, FLOAT),
    };
  }

  load(kernels: Kernels): void {
    this.#mlp.load(kernels);
    this.#relation.load(kernels);
  }

  /** `headRow` gives each row's head row; rows of artificial roots get a meaningless answer. */
  run(kernels: Kernels, input: number, stride: number, { rows }: Packing, headRow: Int32Array): Int32Array {
    const width = this.#width;
    const { both, joined, scores } = this.#at;
    this.#mlp.apply(kernels, input, stride, { at: both, stride: 2 * width }, rows);
    const size = width * FLOAT;
    for (let row = 0; row < rows; row++) {
      const head = both + headRow[row] * 2 * size + size;
      kernels.join(both + row * 2 * size, head, joined + row * width * SHORT, width);
    }
    const { columns } = this.#relation;
    this.#relation.apply(kernels, joined, width, { at: scores, stride: columns }, rows);
    return bestColumns(floatsAt(kernels, scores, rows * columns), columns, this.#columns, rows);
  }
}
