import { TRAINING_WASM } from "../kernels/generated/training.ts";

/** Floats in the kernels' memory. */
export interface Floats {
  /** Byte address. */
  readonly at: number;
  readonly data: Float32Array;
}

type Numbers = (...operands: number[]) => void;

/** The functions of src/language/assembly/training.ts. */
export interface TrainingKernels {
  readonly multiply: Numbers;
  readonly multiplyTransposed: Numbers;
  readonly cellForward: Numbers;
  readonly cellBackward: Numbers;
  readonly addRow: Numbers;
  readonly multiplyRow: Numbers;
  readonly sumOfSquares: (source: number, count: number) => number;
  readonly rectify: Numbers;
  readonly rectifyBackward: Numbers;
  readonly adam: Numbers;
}

const PAGE = 65536;
const LINE = 64;

/** The kernels and the memory they work on; memory is taken once and never given back. */
export class Arena {
  readonly kernels: TrainingKernels;
  readonly #memory: WebAssembly.Memory;
  #top = PAGE;

  constructor(megabytes: number) {
    this.#memory = new WebAssembly.Memory({ initial: megabytes * 16 });
    const module = new WebAssembly.Module(Buffer.from(TRAINING_WASM, "base64"));
    const instance = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.kernels = instance.exports as unknown as TrainingKernels;
  }

  floats(count: number): Floats {
    const at = this.#top;
    this.#top += Math.ceil((count * 4) / LINE) * LINE;
    if (this.#top > this.#memory.buffer.byteLength) throw new Error(`training needs more than ${this.#top} bytes`);
    return { at, data: new Float32Array(this.#memory.buffer, at, count) };
  }
}

/** The address of an element. */
export const at = (floats: Floats, index: number): number => floats.at + index * 4;
