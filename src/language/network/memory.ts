import type { Kernels } from "../kernels/kernels.ts";

const LINE = 64;
/** Address 0 means "none" to the kernels. */
const FIRST = 64;

/** Adds up how much memory a network needs, before there is any. */
export class Plan {
  bytes = FIRST;

  /** Returns the address of `count` elements of `size` bytes. */
  take(count: number, size: 2 | 4): number {
    const address = this.bytes;
    this.bytes += Math.ceil((count * size) / LINE) * LINE;
    return address;
  }
}

export const floatsAt = (kernels: Kernels, address: number, count: number): Float32Array =>
  new Float32Array(kernels.memory, address, count);
export const shortsAt = (kernels: Kernels, address: number, count: number): Int16Array =>
  new Int16Array(kernels.memory, address, count);
export const intsAt = (kernels: Kernels, address: number, count: number): Int32Array =>
  new Int32Array(kernels.memory, address, count);
