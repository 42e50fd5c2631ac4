import type { Dense, Direction, ParserNames, ParserWeights } from "../../src/language/network/weights.ts";
import { UNKNOWN_ROW } from "../../src/language/words/vocabulary.ts";
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

/** Rows of the table with the fixed vectors folded in: trained words, then the commonest words that have a vector. */
function foldTable({ network, lexicon, vectors, maker }: TrainedParser, wordsKept: number) {
  const { table, map } = network.embedding;
  const width = network.shape.word;
  const row = (index: number) => table.weight.data.slice(index * width, (index + 1) * width);
  const trained = new Set(lexicon.words);
  const others = vectors.words.slice(0, wordsKept).filter((word) => !trained.has(word));
  const words = [...lexicon.words, ...others];
  const folded = words.map((word, index) => {
    const values = row(index < lexicon.words.length ? index + 2 : UNKNOWN_ROW);
    const { vector } = maker.token(word);
    if (vector < 0) return values;
    for (let k = 0; k < vectors.width; k++) {
      const factor = vectors.values[vector * vectors.width + k];
      for (let j = 0; j < width; j++) values[j] += factor * map.weight.data[k * width + j];
    }
    return values;
  });
  const first = lexicon.words.length + 2;
  const affixes = lexicon.affixes.map((_, index) => row(first + index));
  return { words, rows: [row(0), row(1), ...folded, ...affixes] };
}

/** A trained parser as integers; `wordsKept` of the fixed vectors' words get a row. */
export function exportParser(
  trained: TrainedParser,
  wordsKept: number,
): { weights: ParserWeights; names: ParserNames } {
  const byName = new Map(trained.network.parameters.all.map((parameter) => [parameter.name, parameter]));
  const find: Find = (name) => {
    const parameter = byName.get(name);
    if (!parameter) throw new Error(`there is no parameter ${name}`);
    return parameter;
  };
  const { words, rows } = foldTable(trained, wordsKept);
  const { affixes, tags, relations } = trained.lexicon;
  const weights = {
    table: quantiseTable(rows, trained.network.shape.word),
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
