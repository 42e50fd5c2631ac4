import type { Dense, Direction, Matrix, ParserNames, ParserWeights, Table } from "../network/weights.ts";
import type { Section } from "./container.ts";
import type { SectionReader } from "./reader.ts";

const lines = (names: readonly string[]): string => names.join("\n");

function* matrixSections(name: string, { values, scales }: Matrix): Generator<[string, Section]> {
  yield [`${name}.values`, values];
  yield [`${name}.scales`, scales];
}

function* denseSections(name: string, { weight, bias }: Dense): Generator<[string, Section]> {
  yield* matrixSections(name, weight);
  yield [`${name}.bias`, bias];
}

function* directionSections(name: string, { input, recurrent }: Direction): Generator<[string, Section]> {
  yield* denseSections(`${name}.input`, input);
  yield* matrixSections(`${name}.recurrent`, recurrent);
}

const HEADS = ["tag", "arc", "label", "bilinear", "relation"] as const;

/** The parser's columns in a model file. */
export function* parserSections(weights: ParserWeights, names: ParserNames): Generator<[string, Section]> {
  for (const key of ["words", "affixes", "tags", "relations"] as const) yield [key, lines(names[key])];
  yield ["table.fine", weights.table.fine];
  yield ["table.coarse", weights.table.coarse];
  yield ["table.scales", weights.table.scales];
  for (const [index, { forward, backward }] of weights.layers.entries()) {
    yield* directionSections(`layer${index}.forward`, forward);
    yield* directionSections(`layer${index}.backward`, backward);
  }
  for (const name of HEADS) yield* denseSections(name, weights[name]);
}

function readMatrix(reader: SectionReader, name: string): Matrix {
  const values = reader.bytes(`${name}.values`);
  const scales = reader.floats(`${name}.scales`);
  const depth = values.length / scales.length;
  reader.check(Number.isInteger(depth) && depth % 2 === 0, `${name} is of no even depth`);
  return { depth, columns: scales.length, values, scales };
}

function readDense(reader: SectionReader, name: string): Dense {
  const weight = readMatrix(reader, name);
  const bias = reader.floats(`${name}.bias`);
  reader.check(bias.length === weight.columns, `${name}'s bias does not fit its weight`);
  return { weight, bias };
}

function readDirection(reader: SectionReader, name: string): Direction {
  return { input: readDense(reader, `${name}.input`), recurrent: readMatrix(reader, `${name}.recurrent`) };
}

function readTable(reader: SectionReader, names: ParserNames): Table {
  const fine = reader.bytes("table.fine");
  const coarse = reader.octets("table.coarse");
  const scales = reader.floats("table.scales");
  const width = (fine.length + 2 * coarse.length) / scales.length;
  reader.check(Number.isInteger(width) && fine.length % width === 0, "its table has no whole rows");
  reader.check(scales.length === names.words.length + names.affixes.length + 2, "its table does not fit its words");
  return { width, fine, coarse, scales };
}

/** Reads the parser's columns, and checks that they fit each other. */
export function readParser(
  reader: SectionReader,
  { layers, tagLayer }: { layers: number; tagLayer: number },
): { weights: ParserWeights; names: ParserNames } {
  const [words, affixes] = [reader.lines("words"), reader.lines("affixes")];
  const names = { words, affixes, tags: reader.lines("tags"), relations: reader.lines("relations") };
  const weights = {
    table: readTable(reader, names),
    layers: Array.from({ length: layers }, (_, index) => ({
      forward: readDirection(reader, `layer${index}.forward`),
      backward: readDirection(reader, `layer${index}.backward`),
    })),
    tagLayer,
    tag: readDense(reader, "tag"),
    arc: readDense(reader, "arc"),
    label: readDense(reader, "label"),
    bilinear: readDense(reader, "bilinear"),
    relation: readDense(reader, "relation"),
  };
  reader.check(weights.tag.weight.columns === names.tags.length, "its tags do not fit its weights");
  reader.check(weights.relation.weight.columns === names.relations.length, "its relations do not fit its weights");
  return { weights, names };
}
