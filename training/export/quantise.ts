import type { Matrix, Table, TablePart } from "../../src/language/network/weights.ts";
import { levelOf, rowOctets, SCALES } from "../../src/language/words/table.ts";

const INT8 = 127;

/** A float matrix [depth, padded] as 8-bit integers, its first `columns` columns kept. */
export function quantiseMatrix(weights: Float32Array, depth: number, padded: number, columns: number): Matrix {
  const values = new Int8Array(depth * columns);
  const scales = new Float32Array(columns);
  for (let j = 0; j < columns; j++) {
    let largest = 1e-9;
    for (let k = 0; k < depth; k++) largest = Math.max(largest, Math.abs(weights[k * padded + j]));
    scales[j] = largest / INT8;
    for (let k = 0; k < depth; k++) values[k * columns + j] = Math.round(weights[k * padded + j] / scales[j]);
  }
  return { depth, columns, values, scales };
}

/** The code of a value: the nearest of the levels that lie evenly around 0. */
function codeOf(value: number, scale: number, bits: number): number {
  const last = (1 << bits) - 1;
  return Math.max(0, Math.min(last, Math.round(value / scale + last / 2)));
}

function squaredError(row: Float32Array, scale: number, bits: number): number {
  let sum = 0;
  for (const value of row) sum += (value - levelOf(codeOf(value, scale, bits), bits) * scale) ** 2;
  return sum;
}

/** Steps below the scale at which the largest value just fits that are tried. */
const STEPS_TRIED = 12;

/** The code of the scale that loses least of a row. */
function bestScale(row: Float32Array, bits: number): number {
  const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  const fits = SCALES.findIndex((scale) => scale * levelOf((1 << bits) - 1, bits) >= largest);
  const codes = Array.from({ length: STEPS_TRIED }, (_, step) => Math.max(0, fits - step));
  const errors = codes.map((code) => squaredError(row, SCALES[code], bits));
  return codes[errors.indexOf(Math.min(...errors))];
}

function packRow(row: Float32Array, scale: number, bits: number, target: Uint8Array): void {
  let pending = 0;
  let held = 0;
  let at = 0;
  for (const value of row) {
    pending |= codeOf(value, scale, bits) << held;
    held += bits;
    while (held >= 8) {
      target[at++] = pending & 255;
      pending >>= 8;
      held -= 8;
    }
  }
  if (held > 0) target[at] = pending;
}

function packPart(rows: readonly Float32Array[], scales: Uint8Array, width: number, bits: number): TablePart {
  const octets = rowOctets(width, bits);
  const values = new Uint8Array(rows.length * octets);
  for (const [index, row] of rows.entries()) {
    packRow(row, SCALES[scales[index]], bits, values.subarray(index * octets, (index + 1) * octets));
  }
  return { bits, rows: rows.length, values };
}

/** Rows of floats as integers: the first `trainedRows` with the first number of bits a value, the others with the second. */
export function quantiseTable(
  rows: readonly Float32Array[],
  width: number,
  trainedRows: number,
  bits: readonly [number, number],
): Table {
  const scales = Uint8Array.from(rows, (row, index) => bestScale(row, bits[index < trainedRows ? 0 : 1]));
  return {
    width,
    trained: packPart(rows.slice(0, trainedRows), scales, width, bits[0]),
    derived: packPart(rows.slice(trainedRows), scales.subarray(trainedRows), width, bits[1]),
    scales,
  };
}
