/** A weight matrix [depth, columns] as 8-bit integers with one scale a column. */
export interface Matrix {
  readonly depth: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** y = x weight + bias. */
export interface Dense {
  readonly weight: Matrix;
  readonly bias: Float32Array;
}

/** One direction of an LSTM; gates in the order input, forget, candidate, output. */
export interface Direction {
  readonly input: Dense;
  readonly recurrent: Matrix;
}

/** Rows of packed integers; the scales stand in the table. */
export interface TablePart {
  readonly bits: number;
  readonly rows: number;
  readonly values: Uint8Array;
}

/**
 * The word table: rows of integers of few bits, each row with its scale (a code, see words/table.ts). The rows of
 * training come first, then those that were made from fixed vectors alone, with fewer bits.
 */
export interface Table {
  readonly width: number;
  readonly trained: TablePart;
  readonly derived: TablePart;
  readonly scales: Uint8Array;
}

/** All weights of the parser. */
export interface ParserWeights {
  readonly table: Table;
  readonly layers: readonly { readonly forward: Direction; readonly backward: Direction }[];
  /** The layer that `tag` reads, 0 being the first. */
  readonly tagLayer: number;
  readonly tag: Dense;
  /** From the last layer: [dependent | head]. */
  readonly arc: Dense;
  readonly label: Dense;
  readonly bilinear: Dense;
  readonly relation: Dense;
}

/** The parser's answers by number. */
export interface ParserNames {
  readonly words: readonly string[];
  readonly affixes: readonly string[];
  /** "PROPN|NNP" */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
}
