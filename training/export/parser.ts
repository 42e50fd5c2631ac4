import type { Dense, Direction, ParserNames, ParserWeights } from "../../src/language/network/weights.ts";
import { FIRST_ROW, UNKNOWN_ROW } from "../../src/language/words/vocabulary.ts";
import type { Parameter } from "../network/parameter.ts";
import type { TrainedParser } from "../parser.ts";
import { quantiseMatrix, quantiseTable } from "./quantise.ts";

/** Finds trained parameters by name. */
type Find = (name: string) => Parameter;

function denseOf(find: Find, name: string, columns?: number): Dense {
  const weight = find(`${name}.weight`);
  const kept = columns ?? weight.columns;
  return {
    weight: quantiseMatrix(weight.weight.data, weight.rows, weight.columns, kept),
    bias: find(`${name}.bias`).weight.data.slice(0, kept),
  };
}

function directionOf(find: Find, name: string): Direction {
  const recurrent = find(`${name}.recurrent`);
  return {
    input: denseOf(find, `${name}.input`),
    recurrent: quantiseMatrix(recurrent.weight.data, recurrent.rows, recurrent.columns, recurrent.columns),
  };
}

/** How many rows of the table a model keeps, and how finely. */
export interface TableLimits {
  /** How many of the commonest words with a fixed vector get a row of their own. */
  readonly vectorWords: number;
  /** Bits a value of the rows of training, and of those made from vectors alone. */
  readonly bits: readonly [number, number];
}

/**
 * Rows of the table with the fixed vectors folded in: root, unknown, affixes, the words of training, then the commonest
 * other words that have a vector.
 */
function foldTable({ network, lexicon, vectors, maker }: TrainedParser, limits: TableLimits) {
  const { table, map } = network.embedding;
  const width = network.shape.word;
  const row = (index: number) => table.weight.data.slice(index * width, (index + 1) * width);
  const firstWord = FIRST_ROW + lexicon.affixes.length;
  const known = new Set(lexicon.words);
  const derived = vectors.words.slice(0, limits.vectorWords).filter((word) => !known.has(word));
  const withVector = (values: Float32Array, word: string) => {
    const { vector } = maker.token(word);
    for (let k = 0; vector >= 0 && k < vectors.width; k++) {
      const factor = vectors.values[vector * vectors.width + k];
      for (let j = 0; j < width; j++) values[j] += factor * map.weight.data[k * width + j];
    }
    return values;
  };
  const rows = [
    ...Array.from({ length: firstWord }, (_, index) => row(index)),
    ...lexicon.words.map((word, index) => withVector(row(firstWord + index), word)),
    ...derived.sort().map((word) => withVector(row(UNKNOWN_ROW), word)),
  ];
  return { words: [...lexicon.words, ...derived], rows, trainedRows: firstWord + lexicon.words.length };
}

/** A trained parser as integers. */
export function exportParser(
  trained: TrainedParser,
  limits: TableLimits,
): { weights: ParserWeights; names: ParserNames } {
  const byName = new Map(trained.network.parameters.all.map((parameter) => [parameter.name, parameter]));
  const find: Find = (name) => {
    const parameter = byName.get(name);
    if (!parameter) throw new Error(`there is no parameter ${name}`);
    return parameter;
  };
  const { words, rows, trainedRows } = foldTable(trained, limits);
  const { affixes, tags, relations } = trained.lexicon;
  const weights = {
    table: quantiseTable(rows, trained.network.shape.word, trainedRows, limits.bits),
    layers: Array.from({ length: trained.plan.layers }, (_, index) => ({
      forward: directionOf(find, `layer${index}.forward`),
      backward: directionOf(find, `layer${index}.backward`),
    })),
    tagLayer: trained.plan.tagLayer,
    tag: denseOf(find, "tag", tags.length),
    arc: denseOf(find, "arc"),
    label: denseOf(find, "label"),
    bilinear: denseOf(find, "arc.bilinear"),
    relation: denseOf(find, "label.output", relations.length),
  };
  return { weights, names: { words, affixes, tags, relations } };
}
