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

/**
 * Rows of integers, each with its scale. The first rows, which most tokens add up, have 8 bits a value; the others have
 * 4 (two values in an octet, the lower first, 8 standing for 0).
 */
export interface Table {
  readonly width: number;
  readonly fine: Int8Array;
  readonly coarse: Uint8Array;
  readonly scales: Float32Array;
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
