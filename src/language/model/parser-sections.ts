import type { Dense, Direction, Matrix, ParserNames, ParserWeights, Table, TablePart } from "../network/weights.ts";
import { rowOctets } from "../words/table.ts";
import type { Section } from "./container.ts";
import { frontCode, frontDecode } from "./front-coding.ts";
import type { SectionReader } from "./reader.ts";

const NAMES = ["tags", "relations", "affixes", "words"] as const;

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
  for (const key of NAMES) yield [key, frontCode(names[key])];
  yield ["table.trained", weights.table.trained.values];
  yield ["table.derived", weights.table.derived.values];
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

/** The facts that a table's packed rows need to be read. */
export interface TableFacts {
  readonly wordWidth: number;
  readonly trainedRows: number;
  readonly trainedBits: number;
  readonly derivedBits: number;
}

function readTable(reader: SectionReader, names: ParserNames, facts: TableFacts): Table {
  const scales = reader.octets("table.scales");
  reader.check(scales.length === names.words.length + names.affixes.length + 2, "its table does not fit its words");
  const part = (name: string, rows: number, bits: number): TablePart => {
    const values = reader.octets(`table.${name}`);
    reader.check(values.length === rows * rowOctets(facts.wordWidth, bits), `its ${name} rows are not whole`);
    return { bits, rows, values };
  };
  return {
    width: facts.wordWidth,
    trained: part("trained", facts.trainedRows, facts.trainedBits),
    derived: part("derived", scales.length - facts.trainedRows, facts.derivedBits),
    scales,
  };
}

/** Reads the parser's columns, and checks that they fit each other. */
export function readParser(
  reader: SectionReader,
  facts: TableFacts & { readonly layers: number; readonly tagLayer: number },
): { weights: ParserWeights; names: ParserNames } {
  const [tags, relations, affixes, words] = NAMES.map((name) => frontDecode(reader.text(name)));
  const names = { words, affixes, tags, relations };
  const weights = {
    table: readTable(reader, names, facts),
    layers: Array.from({ length: facts.layers }, (_, index) => ({
      forward: readDirection(reader, `layer${index}.forward`),
      backward: readDirection(reader, `layer${index}.backward`),
    })),
    tagLayer: facts.tagLayer,
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
