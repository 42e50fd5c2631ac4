/**
 * The rows of a batch of sentences without padding, step by step: all first tokens, then all second tokens, and so on,
 * longer sentences first. Each sentence has an artificial root as its token 0.
 */
export interface Packing {
  /** Order of the sentences in the batch, longest first: index into the lengths given. */
  readonly order: Int32Array;
  /** Lengths in that order, root included. */
  readonly lengths: Int32Array;
  /** First row of each step; the number of rows as the last entry. */
  readonly offsets: Int32Array;
  readonly steps: number;
  readonly rows: number;
  /** Per row: the row that holds the same sentence's token counted from its end. */
  readonly reversed: Int32Array;
  /** Per row: its sentence (position in `order`). */
  readonly sentence: Int32Array;
  /** Per row: its token, 0 for the root. */
  readonly position: Int32Array;
}

function stepOffsets(lengths: Int32Array): Int32Array {
  const steps = lengths[0] ?? 0;
  const offsets = new Int32Array(steps + 1);
  let alive = lengths.length;
  for (let step = 0; step < steps; step++) {
    while (alive > 0 && lengths[alive - 1] <= step) alive--;
    offsets[step + 1] = offsets[step] + alive;
  }
  return offsets;
}

/** Packs sentences given by their number of tokens (without the root). */
export function pack(sizes: readonly number[]): Packing {
  const order = Int32Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b);
  const lengths = order.map((index) => sizes[index] + 1);
  const offsets = stepOffsets(lengths);
  const rows = offsets[offsets.length - 1];
  const reversed = new Int32Array(rows);
  const sentence = new Int32Array(rows);
  const position = new Int32Array(rows);
  for (let s = 0; s < lengths.length; s++) {
    for (let step = 0; step < lengths[s]; step++) {
      const row = offsets[step] + s;
      reversed[row] = offsets[lengths[s] - 1 - step] + s;
      sentence[row] = s;
      position[row] = step;
    }
  }
  return { order, lengths, offsets, steps: offsets.length - 1, rows, reversed, sentence, position };
}
