/** An LSTM's outputs as int16: 1 is this many units. */
export const HIDDEN_UNIT = 8191;
/** A rectified layer's outputs as int16: 1 is this many units. */
export const RECTIFIED_UNIT = 1024;
/** A word's vector as int16: 1 is this many units. */
export const WORD_UNIT = 2048;

/** Columns of a block of packed weights. */
const BLOCK = 8;

/** The number of columns that packed weights have for `columns` columns. */
export const paddedColumns = (columns: number): number => Math.ceil(columns / BLOCK) * BLOCK;

/**
 * Weights [depth, columns] as the kernels read them: blocks of eight columns, within a block pairs of depth, within a
 * pair the two weights of each column.
 */
export function packWeights(values: Int8Array, depth: number, columns: number, target: Int16Array): void {
  for (let k = 0; k < depth; k++) {
    for (let j = 0; j < columns; j++) {
      const block = (j >> 3) * depth * BLOCK;
      target[block + (k >> 1) * 2 * BLOCK + (j & 7) * 2 + (k & 1)] = values[k * columns + j];
    }
  }
}
