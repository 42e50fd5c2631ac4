import type { Matrix, Table } from "../../src/language/network/weights.ts";

const INT8 = 127;
const INT4 = 7;
/** Shares of the largest value that are tried as the end of the 4-bit scale. */
const CLIPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6];

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

const toInt4 = (value: number, scale: number): number => Math.max(-INT4, Math.min(INT4, Math.round(value / scale)));

function squaredError(row: Float32Array, scale: number): number {
  let sum = 0;
  for (const value of row) sum += (value - toInt4(value, scale) * scale) ** 2;
  return sum;
}

/** The scale that loses least of a row at 4 bits. */
function bestScale(row: Float32Array): number {
  let largest = 1e-9;
  for (const value of row) largest = Math.max(largest, Math.abs(value));
  const scales = CLIPS.map((clip) => Math.fround((largest * clip) / INT4));
  const errors = scales.map((scale) => squaredError(row, scale));
  return scales[errors.indexOf(Math.min(...errors))];
}

/** Rows of floats as integers: the first `fineRows` with 8 bits a value, the others with 4. */
export function quantiseTable(rows: readonly Float32Array[], width: number, fineRows: number): Table {
  const fine = new Int8Array(fineRows * width);
  const coarse = new Uint8Array(((rows.length - fineRows) * width) / 2);
  const scales = new Float32Array(rows.length);
  for (const [index, row] of rows.entries()) {
    if (index < fineRows) {
      scales[index] = row.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9) / INT8;
      for (let k = 0; k < width; k++) fine[index * width + k] = Math.round(row[k] / scales[index]);
      continue;
    }
    scales[index] = bestScale(row);
    for (let pair = 0; pair < width / 2; pair++) {
      const [low, high] = [row[2 * pair], row[2 * pair + 1]].map((value) => toInt4(value, scales[index]) + 8);
      coarse[((index - fineRows) * width) / 2 + pair] = low | (high << 4);
    }
  }
  return { width, fine, coarse, scales };
}
