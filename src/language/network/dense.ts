import type { Kernels } from "../kernels/kernels.ts";
import { floatsAt, type Plan, shortsAt } from "./memory.ts";
import { packWeights, paddedColumns } from "./quantise.ts";
import type { Dense, Matrix } from "./weights.ts";

/** Rows of floats: address and elements from row to row. */
export interface FloatRows {
  readonly at: number;
  readonly stride: number;
}

/** Weights laid out in the kernels' memory. */
export class PackedMatrix {
  readonly columns: number;
  readonly #matrix: Matrix;
  readonly #unit: number;
  readonly #weight: number;
  readonly #scale: number;

  /** `unit` is what 1 stands for in the int16 rows that come in. */
  constructor(plan: Plan, matrix: Matrix, unit: number) {
    this.#matrix = matrix;
    this.#unit = unit;
    this.columns = paddedColumns(matrix.columns);
    this.#weight = plan.take(matrix.depth * this.columns, 2);
    this.#scale = plan.take(this.columns, 4);
  }

  load(kernels: Kernels): void {
    const { depth, columns, values, scales } = this.#matrix;
    packWeights(values, depth, columns, shortsAt(kernels, this.#weight, depth * this.columns));
    floatsAt(kernels, this.#scale, columns).set(scales.map((scale) => scale / this.#unit));
  }

  /** target = base + rows * matrix; `input` holds int16 rows of `inputStride`. */
  multiply(
    kernels: Kernels,
    input: number,
    inputStride: number,
    base: FloatRows,
    target: FloatRows,
    rows: number,
  ): void {
    kernels.project(
      input,
      inputStride,
      this.#weight,
      this.#scale,
      base.at,
      base.stride,
      target.at,
      target.stride,
      rows,
      this.#matrix.depth,
      this.columns,
    );
  }
}

/** A dense layer laid out in the kernels' memory. */
export class PackedDense {
  readonly columns: number;
  readonly #matrix: PackedMatrix;
  readonly #bias: number;
  readonly #values: Float32Array;

  constructor(plan: Plan, { weight, bias }: Dense, unit: number) {
    this.#matrix = new PackedMatrix(plan, weight, unit);
    this.columns = this.#matrix.columns;
    this.#bias = plan.take(this.columns, 4);
    this.#values = bias;
  }

  load(kernels: Kernels): void {
    this.#matrix.load(kernels);
    floatsAt(kernels, this.#bias, this.#values.length).set(this.#values);
  }

  apply(kernels: Kernels, input: number, inputStride: number, target: FloatRows, rows: number): void {
    this.#matrix.multiply(kernels, input, inputStride, { at: this.#bias, stride: 0 }, target, rows);
  }
}
