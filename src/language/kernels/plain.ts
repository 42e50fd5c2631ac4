import { HIDDEN_UNIT, RECTIFIED_UNIT } from "../network/quantise.ts";
import type { Kernels } from "./kernels.ts";

const { fround } = Math;

const ALPHA = [-2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8].map(fround);
const ALPHA_LOW = [1.48572235717979e-5, 6.37261928875436e-4, 4.89352455891786e-3].map(fround);
const BETA = [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3].map(fround);
const POLYNOMIAL = [...ALPHA, ...ALPHA_LOW];
const LIMIT = fround(7.9);
const SLOPE = fround(0.1);
const INT16 = 32767;

const horner = (coefficients: readonly number[], y: number): number => {
  let sum = coefficients[0];
  for (let k = 1; k < coefficients.length; k++) sum = fround(fround(y * sum) + coefficients[k]);
  return sum;
};

function tanh(input: number): number {
  const x = Math.max(Math.min(input, LIMIT), -LIMIT);
  const y = fround(x * x);
  return fround(fround(horner(POLYNOMIAL, y) * x) / horner(BETA, y));
}

const sigmoid = (x: number): number => fround(fround(tanh(fround(x * 0.5)) * 0.5) + 0.5);

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

  const cell: Kernels["cell"] = (gates, previous, state, output, rows, width) => {
    for (let r = 0; r < rows; r++) {
      for (let k = 0; k < width; k++) {
        const gate = (gates >> 2) + r * 4 * width + k;
        const at = r * width + k;
        let c = fround(sigmoid(floats[gate]) * tanh(floats[gate + 2 * width]));
        if (previous) c = fround(c + fround(sigmoid(floats[gate + width]) * floats[(previous >> 2) + at]));
        floats[(state >> 2) + at] = c;
        const out = fround(sigmoid(floats[gate + 3 * width]) * tanh(c));
        shorts[(output >> 1) + at] = toInt16(fround(out * HIDDEN_UNIT));
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
