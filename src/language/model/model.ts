import { Classifier, type FeatureWeights } from "../linear/classifier.ts";
import { FeatureTable } from "../morphology/features.ts";
import { Lemmatiser } from "../morphology/lemmas.ts";
import type { ParserNames, ParserWeights } from "../network/weights.ts";
import type { Cut, TokenRules } from "../tokens/tokenise.ts";
import { type Container, decodeContainer, type Section } from "./container.ts";
import { parserSections, readParser, type TableFacts } from "./parser-sections.ts";
import { SectionReader } from "./reader.ts";

/** What is said of a model beside its weights. */
export interface ModelFacts extends TableFacts {
  /** "default" or "small". */
  readonly name: string;
  /** Changes whenever the model is trained anew. */
  readonly version: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly licence: string;
  readonly layers: number;
  /** The layer that the tags are read from, 0 being the first. */
  readonly tagLayer: number;
}

/** What the tokeniser and the splitter learned, as a model file keeps it. */
export interface TextWeights {
  readonly known: ReadonlyMap<string, readonly Cut[]>;
  readonly cut: FeatureWeights;
  readonly join: FeatureWeights;
  readonly sentence: FeatureWeights;
}

/** A model as it is written: everything that training gives. */
export interface ModelParts {
  readonly facts: ModelFacts;
  readonly weights: ParserWeights;
  readonly names: ParserNames;
  readonly text: TextWeights;
  readonly lemmas: readonly string[];
  readonly features: readonly string[];
}

/** A model as it is used. */
export interface Model {
  readonly facts: ModelFacts;
  /** Name and version: what a reading says it was parsed with. */
  readonly version: string;
  readonly weights: ParserWeights;
  readonly names: ParserNames;
  readonly tokens: TokenRules;
  readonly sentences: Classifier;
  readonly lemmas: Lemmatiser;
  readonly features: FeatureTable;
}

const cutsText = (cuts: readonly Cut[]): string => cuts.map(({ at, joined }) => `${joined ? "+" : ""}${at}`).join(" ");

const parseCuts = (text: string): Cut[] =>
  text.split(" ").map((cut) => ({ at: Number(cut.replace("+", "")), joined: cut.startsWith("+") }));

function* classifierSections(name: string, { keys, values }: FeatureWeights): Generator<[string, Section]> {
  yield [`${name}.keys`, new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength)];
  yield [`${name}.weights`, values];
}

function readClassifier(reader: SectionReader, name: string): Classifier {
  const keys = new Uint32Array(reader.octets(`${name}.keys`).slice().buffer);
  const values = reader.bytes(`${name}.weights`);
  reader.check(keys.length === values.length, `${name}'s keys do not fit its weights`);
  return new Classifier({ keys, values });
}

/** A model as the columns of its file. */
export function modelContainer({ facts, weights, names, text, lemmas, features }: ModelParts): Container {
  const sections: [string, Section][] = [
    ...parserSections(weights, names),
    ["known", [...text.known].map(([word, cuts]) => `${word}\t${cutsText(cuts)}`).join("\n")],
    ...classifierSections("cut", text.cut),
    ...classifierSections("join", text.join),
    ...classifierSections("sentence", text.sentence),
    ["lemmas", lemmas.join("\n")],
    ["features", features.join("\n")],
  ];
  return { facts: { ...facts }, sections: new Map(sections) };
}

function readFacts(reader: SectionReader): ModelFacts {
  const text = (name: string) => {
    const fact = reader.fact(name);
    reader.check(typeof fact === "string", `it does not say its ${name}`);
    return fact as string;
  };
  const count = (name: string) => {
    const fact = reader.fact(name);
    reader.check(Number.isInteger(fact) && (fact as number) >= 0, `it does not say its ${name}`);
    return fact as number;
  };
  const [layers, tagLayer, wordWidth] = [count("layers"), count("tagLayer"), count("wordWidth")];
  const [trainedRows, trainedBits, derivedBits] = [count("trainedRows"), count("trainedBits"), count("derivedBits")];
  reader.check(tagLayer < layers, "its tags are read from a layer that it lacks");
  const [name, version, language, licence] = [text("name"), text("version"), text("language"), text("licence")];
  return { name, version, language, licence, layers, tagLayer, wordWidth, trainedRows, trainedBits, derivedBits };
}

function readKnown(reader: SectionReader): Map<string, readonly Cut[]> {
  return new Map(
    reader.lines("known").map((line) => {
      const [word, cuts] = line.split("\t");
      return [word, parseCuts(cuts)] as const;
    }),
  );
}

/**
 * A model from the bytes of its file; `path` is named in errors. Throws model.foreign where the bytes are no model, are
 * of another format, were cut short or altered.
 */
export function loadModel(bytes: Uint8Array, path = "The file"): Model {
  const reader = new SectionReader(decodeContainer(bytes, path), path);
  const facts = readFacts(reader);
  const parser = readParser(reader, facts);
  return {
    facts,
    version: `${facts.name}-${facts.version}`,
    ...parser,
    tokens: { known: readKnown(reader), cut: readClassifier(reader, "cut"), join: readClassifier(reader, "join") },
    sentences: readClassifier(reader, "sentence"),
    lemmas: Lemmatiser.parse(reader.lines("lemmas"), new Set(parser.names.words)),
    features: FeatureTable.parse(reader.lines("features")),
  };
}
