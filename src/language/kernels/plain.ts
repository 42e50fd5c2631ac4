import { HIDDEN_UNIT, RECTIFIED_UNIT } from "../network/quantise.ts";
import type { Kernels } from "./kernels.ts";

const { fround } = Math;

const LIMIT = fround(4.97);
const SLOPE = fround(0.1);
const INT16 = 32767;

const limited = (x: number): number => Math.max(Math.min(x, LIMIT), -LIMIT);

/** Numerator and denominator of Lambert's continued fraction of tanh, at x and y = x * x. */
function numerator(x: number, y: number): number {
  let p = fround(y + 378);
  p = fround(fround(y * p) + 17325);
  p = fround(fround(y * p) + 135135);
  return fround(p * x);
}

function denominator(y: number): number {
  let q = fround(fround(y * 28) + 3150);
  q = fround(fround(y * q) + 62370);
  return fround(fround(y * q) + 135135);
}

/** A gate's numerator and denominator. */
function quotient(gate: number): { p: number; q: number } {
  const x = limited(gate);
  const y = fround(x * x);
  return { p: numerator(x, y), q: denominator(y) };
}

const toInt16 = (x: number): number => Math.max(-INT16 - 1, Math.min(INT16, Math.trunc(x)));

const rectified = (x: number): number => Math.max(x, fround(x * SLOPE));
const rectifiedToInt16 = (x: number): number => toInt16(fround(x * RECTIFIED_UNIT));

/** The kernels in plain TypeScript, for machines without SIMD: the same bits, some ten times slower. */
export function plainKernels(bytes: number): Kernels {
  const memory = new ArrayBuffer(bytes);
  const floats = new Float32Array(memory);
  const shorts = new Int16Array(memory);
  const octets = new Uint8Array(memory);
  const ints = new Int32Array(memory);

  function product(a: number, weight: number, pairs: number): number {
    let sum = 0;
    for (let k = 0; k < pairs; k++) {
      const w = weight + k * 16;
      sum += shorts[a + 2 * k] * shorts[w] + shorts[a + 2 * k + 1] * shorts[w + 1];
    }
    return sum | 0;
  }

  const project: Kernels["project"] = (a, lda, weight, scale, base, baseStride, c, ldc, rows, depth, columns) => {
    const pairs = depth >> 1;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const block = (weight >> 1) + (j >> 3) * pairs * 16 + (j & 7) * 2;
        const sum = fround(product((a >> 1) + i * lda, block, pairs));
        const start = floats[(base >> 2) + i * baseStride + j];
        floats[(c >> 2) + i * ldc + j] = start + fround(sum * floats[(scale >> 2) + j]);
      }
    }
  };

  function newState(gate: number, width: number, before: number | undefined): number {
    const i = quotient(fround(floats[gate] * 0.5));
    const z = quotient(floats[gate + 2 * width]);
    const top = fround(fround(i.p + i.q) * z.p);
    const bottom = fround(fround(2 * i.q) * z.q);
    if (before === undefined) return fround(top / bottom);
    const f = quotient(fround(floats[gate + width] * 0.5));
    const kept = fround(fround(f.p + f.q) * before);
    const sum = fround(fround(top * f.q) + fround(kept * fround(i.q * z.q)));
    return fround(sum / fround(bottom * f.q));
  }

  function newOutput(gate: number, state: number): number {
    const c = quotient(state);
    const o = quotient(fround(floats[gate] * 0.5));
    const output = fround(fround(o.p + o.q) * c.p);
    return toInt16(fround(fround(output * HIDDEN_UNIT) / fround(fround(2 * o.q) * c.q)));
  }

  const cell: Kernels["cell"] = (gates, previous, state, output, rows, width) => {
    for (let r = 0; r < rows; r++) {
      for (let k = 0; k < width; k++) {
        const gate = (gates >> 2) + r * 4 * width + k;
        const at = r * width + k;
        const c = newState(gate, width, previous ? floats[(previous >> 2) + at] : undefined);
        floats[(state >> 2) + at] = c;
        shorts[(output >> 1) + at] = newOutput(gate + 3 * width, c);
      }
    }
  };

  const rectify: Kernels["rectify"] = (source, target, count) => {
    for (let k = 0; k < count; k++) {
      floats[(source >> 2) + k] = rectified(floats[(source >> 2) + k]);
      shorts[(target >> 1) + k] = rectifiedToInt16(floats[(source >> 2) + k]);
    }
  };

  const join: Kernels["join"] = (left, right, target, count) => {
    for (let k = 0; k < count; k++) {
      const sum = fround(floats[(left >> 2) + k] + floats[(right >> 2) + k]);
      shorts[(target >> 1) + k] = rectifiedToInt16(rectified(sum));
    }
  };

  function dot(p: number, q: number, depth: number): number {
    const lanes = [0, 0, 0, 0];
    for (let k = 0; k < depth; k++) lanes[k & 3] = fround(lanes[k & 3] + fround(floats[p + k] * floats[q + k]));
    return fround(fround(fround(lanes[0] + lanes[1]) + lanes[2]) + lanes[3]);
  }

  const dots: Kernels["dots"] = (a, lda, b, ldb, c, rows, columns, depth) => {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        floats[(c >> 2) + i * columns + j] = dot((a >> 2) + i * lda, (b >> 2) + j * ldb, depth);
      }
    }
  };

  const copyRows: Kernels["copyRows"] = (source, sourceStride, indices, target, targetStride, size, rows) => {
    for (let r = 0; r < rows; r++) {
      const from = source + (indices ? ints[(indices >> 2) + r] : r) * sourceStride;
      octets.copyWithin(target + r * targetStride, from, from + size);
    }
  };

  return { name: "plain", memory, project, cell, rectify, join, dots, copyRows };
}
