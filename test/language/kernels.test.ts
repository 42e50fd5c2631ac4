import { describe, expect, test } from "vitest";
import type { KernelMaker, Kernels } from "../../src/language/kernels/kernels.ts";
import { plainKernels } from "../../src/language/kernels/plain.ts";
import { hasSimd, simdKernels } from "../../src/language/kernels/simd.ts";
import { packWeights } from "../../src/language/network/quantise.ts";
import { Random } from "../../training/network/random.ts";

const BYTES = 1 << 16;
const A = 64;
const B = 8192;
const C = 16384;
const D = 24576;
const E = 32768;

/** Fills the memory with numbers of which some are extreme. */
function prepare(make: KernelMaker, seed: number): Kernels {
  const kernels = make(BYTES);
  const random = new Random(seed);
  const floats = new Float32Array(kernels.memory, 0, BYTES / 4);
  for (let k = 0; k < floats.length; k++) floats[k] = random.gauss() * (random.next() < 0.05 ? 60 : 2);
  return kernels;
}

function shorts(kernels: Kernels, at: number, count: number, limit: number, seed: number): Int16Array {
  const random = new Random(seed);
  const view = new Int16Array(kernels.memory, at, count);
  for (let k = 0; k < count; k++) view[k] = Math.floor((random.next() * 2 - 1) * limit);
  return view;
}

const floatsOf = (kernels: Kernels, at: number, count: number) => new Float32Array(kernels.memory, at, count);

/** What each kernel is run with; every implementation must leave the same octets behind. */
const CASES: Readonly<Record<string, (kernels: Kernels) => void>> = {
  "project, five rows and a bias": (kernels) => {
    shorts(kernels, A, 5 * 16, 8191, 1);
    shorts(kernels, B, 16 * 24, 127, 2);
    kernels.project(A, 16, B, C, D, 0, E, 24, 5, 16, 24);
  },
  "project, one row on top of itself": (kernels) => {
    shorts(kernels, A, 256, 32767, 3);
    shorts(kernels, B, 256 * 8, 127, 4);
    kernels.project(A, 256, B, C, E, 8, E, 8, 1, 256, 8);
  },
  "cell, first step": (kernels) => kernels.cell(A, 0, B, C, 3, 16),
  "cell, later step": (kernels) => kernels.cell(A, D, B, C, 3, 16),
  rectify: (kernels) => kernels.rectify(A, E, 64),
  join: (kernels) => kernels.join(A, B, E, 64),
  dots: (kernels) => kernels.dots(A, 16, B, 16, E, 5, 7, 16),
  "copyRows, all": (kernels) => kernels.copyRows(A, 32, 0, E, 64, 24, 9),
  "copyRows, chosen": (kernels) => {
    new Int32Array(kernels.memory, D, 3).set([4, 0, 4]);
    kernels.copyRows(A, 32, D, E, 32, 32, 3);
  },
};

describe.each([
  { name: "plain", make: plainKernels },
  { name: "simd", make: simdKernels() },
])("$name kernels", ({ name, make }) => {
  test("say who they are", () => {
    expect(make(BYTES).name).toBe(name);
    expect(make(BYTES).memory.byteLength).toBeGreaterThanOrEqual(BYTES);
  });

  test.each(Object.entries(CASES))("leave the reference's octets: %s", (_, run) => {
    const own = prepare(make, 11);
    const reference = prepare(plainKernels, 11);
    run(own);
    run(reference);
    const octets = (kernels: Kernels) => Buffer.from(kernels.memory, 0, BYTES).toString("hex");
    expect(octets(own) === octets(reference)).toBe(true);
  });

  test("project computes base + (A W) * scale", () => {
    const kernels = prepare(make, 5);
    const [rows, depth, columns] = [6, 10, 16];
    const a = shorts(kernels, A, rows * depth, 8191, 6);
    const weights = Int8Array.from({ length: depth * columns }, (_, k) => ((k * 37) % 255) - 127);
    packWeights(weights, depth, columns, new Int16Array(kernels.memory, B, depth * columns));
    floatsOf(kernels, C, columns).fill(1 / 1024);
    floatsOf(kernels, D, columns).fill(0.5);
    kernels.project(A, depth, B, C, D, 0, E, columns, rows, depth, columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < depth; k++) sum += a[i * depth + k] * weights[k * columns + j];
        expect(floatsOf(kernels, E, rows * columns)[i * columns + j]).toBeCloseTo(0.5 + sum / 1024, 2);
      }
    }
  });

  test("cell is an LSTM's step to three decimals", () => {
    const kernels = prepare(make, 7);
    const width = 8;
    const gates = floatsOf(kernels, A, 4 * width).slice();
    const before = floatsOf(kernels, D, width).slice();
    kernels.cell(A, D, B, C, 1, width);
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    for (let k = 0; k < width; k++) {
      const state = sigmoid(gates[k]) * Math.tanh(gates[2 * width + k]) + sigmoid(gates[width + k]) * before[k];
      const output = sigmoid(gates[3 * width + k]) * Math.tanh(state);
      expect(Math.abs(floatsOf(kernels, B, width)[k] - state)).toBeLessThan(1e-3 * (1 + Math.abs(state)));
      expect(new Int16Array(kernels.memory, C, width)[k] / 8191).toBeCloseTo(output, 3);
    }
  });

  test("dots are sums of products", () => {
    const kernels = prepare(make, 9);
    kernels.dots(A, 8, B, 8, E, 2, 3, 8);
    const [a, b] = [floatsOf(kernels, A, 16), floatsOf(kernels, B, 24)];
    for (const [at, value] of floatsOf(kernels, E, 6).entries()) {
      const [i, j] = [Math.floor(at / 3), at % 3];
      const sum = Array.from({ length: 8 }, (_, k) => a[i * 8 + k] * b[j * 8 + k]).reduce((x, y) => x + y);
      expect(Math.abs(value - sum)).toBeLessThan(1e-3 * (1 + Math.abs(sum)));
    }
  });

  test("rectify saturates rather than wraps around", () => {
    const kernels = prepare(make, 13);
    floatsOf(kernels, A, 8).set([0, 1, -1, 40, -400, 31.9, 1e30, -1e30]);
    kernels.rectify(A, E, 8);
    expect([...new Int16Array(kernels.memory, E, 8)]).toEqual([0, 1024, -102, 32767, -32768, 32665, 32767, -32768]);
  });
});

test("this machine runs the SIMD kernels", () => {
  expect(hasSimd()).toBe(true);
});
