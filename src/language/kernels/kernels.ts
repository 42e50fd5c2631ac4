/**
 * The arithmetic of reading, on one block of memory. All addresses are in bytes; what each function does stands in
 * src/language/assembly/. Every implementation gives the same bits: test/language/kernels.test.ts holds them to it.
 */
export interface Kernels {
  readonly name: "simd" | "plain";
  readonly memory: ArrayBuffer;
  /** C = base + (A W) * scale; int16 rows times packed int16 weights, to floats. */
  project(
    a: number,
    lda: number,
    weight: number,
    scale: number,
    base: number,
    baseStride: number,
    c: number,
    ldc: number,
    rows: number,
    depth: number,
    columns: number,
  ): void;
  /** One step of an LSTM. */
  cell(gates: number, previous: number, state: number, output: number, rows: number, width: number): void;
  /** Leaky rectifier of floats, in place and as int16. */
  rectify(source: number, target: number, count: number): void;
  /** Leaky rectifier of a sum, floats to int16. */
  join(left: number, right: number, target: number, count: number): void;
  /** C = A transpose(B) in floats. */
  dots(a: number, lda: number, b: number, ldb: number, c: number, rows: number, columns: number, depth: number): void;
  /** Gathers rows. */
  copyRows(
    source: number,
    sourceStride: number,
    indices: number,
    target: number,
    targetStride: number,
    size: number,
    rows: number,
  ): void;
}

/** Makes kernels on a fresh block of at least `bytes` bytes. */
export type KernelMaker = (bytes: number) => Kernels;
