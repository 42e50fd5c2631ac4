import type { Analysis, AnalysisNote, Upos } from "../schema/index.ts";
import type { KernelMaker } from "./kernels/kernels.ts";
import { plainKernels } from "./kernels/plain.ts";
import { hasSimd, simdKernels } from "./kernels/simd.ts";
import type { Model } from "./model/model.ts";
import { agree, featureValue } from "./morphology/features.ts";
import { Morphology } from "./morphology/morphology.ts";
import { attachPairedMarks } from "./network/paired-marks.ts";
import { LONGEST_SENTENCE, Parser } from "./network/parser.ts";
import { limitSentences } from "./sentences/limit.ts";
import { splitSentences } from "./sentences/split.ts";
import { formsOf, LONGEST_CHUNK, Tokeniser } from "./tokens/tokenise.ts";

/** Tokens and sentences that are given rather than found. */
export interface GivenTokens {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** 1 where a token belongs to the same written word as the token before it. */
  readonly joined: readonly number[];
  /** First token of each sentence. */
  readonly sentenceStart: readonly number[];
}

export interface AnalyserOptions {
  /** Which arithmetic to use; by default SIMD where the machine has it. Both give the same answers. */
  readonly kernels?: KernelMaker;
}

export interface Analyser {
  readonly model: Model;
  /** Which arithmetic is at work. */
  readonly kernels: "simd" | "plain";
  /** Any string; never throws. */
  analyse(text: string): Analysis;
  /** Keeps the tokens and sentences given and fills the other columns; only overlong sentences are cut. */
  analyseTokens(given: GivenTokens): Analysis;
}

/** An analyser with memory of its own (some 40 MB); make one and keep it. */
export function createAnalyser(model: Model, options: AnalyserOptions = {}): Analyser {
  const maker = options.kernels ?? (hasSimd() ? simdKernels() : plainKernels);
  const parser = new Parser(maker, model.weights, model.names);
  const tokeniser = new Tokeniser(model.tokens);
  const morphology = new Morphology(model.lemmas, model.features, model.names.tags);
  const tags = model.names.tags.map((tag) => tag.split("|") as [Upos, string]);

  function analyseTokens(given: GivenTokens): Analysis {
    return fill(given, formsOf(given.text, given));
  }

  function fill(given: GivenTokens, forms: readonly string[]): Analysis {
    const { starts, cutAt } = limitSentences(forms, given.sentenceStart, LONGEST_SENTENCE);
    const columns = parseColumns(parser, forms, starts);
    const names = {
      upos: Array.from(columns.tag, (tag) => tags[tag][0]),
      xpos: Array.from(columns.tag, (tag) => tags[tag][1]),
      relation: Array.from(columns.relation, (relation) => model.names.relations[relation]),
    };
    const words = forms.map((form, token) => morphology.of(form, columns.tag[token]));
    const features = words.map((word) => word.features);
    agreeWithSubjects(features, names.relation, columns.head);
    for (const [s, from] of starts.entries()) {
      attachPairedMarks(forms, names.relation, columns.head, { from, to: starts[s + 1] ?? forms.length });
    }
    return {
      text: given.text,
      start: Int32Array.from(given.start),
      end: Int32Array.from(given.end),
      joined: Uint8Array.from(given.joined),
      sentence: columns.sentence,
      sentenceStart: Int32Array.from([...starts, forms.length]),
      lemma: words.map(({ lemma }) => lemma),
      ...names,
      features,
      head: columns.head,
      notes: notesOf(given, cutAt),
    };
  }

  function analyse(text: string): Analysis {
    const tokens = tokeniser.tokenise(text);
    const forms = formsOf(text, tokens);
    return fill({ text, ...tokens, sentenceStart: splitSentences(text, tokens, forms, model.sentences) }, forms);
  }

  return { model, kernels: parser.kernels, analyse, analyseTokens };
}

function parseColumns(parser: Parser, forms: readonly string[], starts: readonly number[]) {
  const count = forms.length;
  const ends = [...starts.slice(1), count];
  const parsed = parser.parse(starts.map((from, s) => forms.slice(from, ends[s])));
  const columns = {
    sentence: new Int32Array(count),
    tag: new Int32Array(count),
    head: new Int32Array(count),
    relation: new Int32Array(count),
  };
  for (const [s, { tags, heads, relations }] of parsed.entries()) {
    const from = starts[s];
    columns.sentence.fill(s, from, ends[s]);
    columns.tag.set(tags, from);
    columns.relation.set(relations, from);
    for (const [token, head] of heads.entries()) columns.head[from + token] = head === 0 ? -1 : from + head - 1;
  }
  return columns;
}

const FINITE = /VerbForm=Fin/;
const SUBJECT = /^nsubj/;
const HELPER = /^(aux|cop)/;

/** Gives finite verbs the number and person of their subjects, as the treebank does. */
function agreeWithSubjects(features: string[], relation: readonly string[], head: Int32Array): void {
  const subjectOf = new Map<number, number>();
  for (const [token, name] of relation.entries()) if (SUBJECT.test(name)) subjectOf.set(head[token], token);
  for (const [token, own] of features.entries()) {
    if (!FINITE.test(own) || !/Mood=Ind/.test(own)) continue;
    const verb = HELPER.test(relation[token]) ? head[token] : token;
    const subject = subjectOf.get(verb);
    if (subject === undefined || !/Tense=(Past|Pres)/.test(own)) continue;
    const number = featureValue(features[subject], "Number") || featureValue(own, "Number");
    const person = featureValue(features[subject], "Person") || "3";
    features[token] = agree(own, number, person);
  }
}

function notesOf(given: GivenTokens, cutAt: readonly number[]): AnalysisNote[] {
  const notes: AnalysisNote[] = cutAt.map((token) => ({
    code: "sentence.cut",
    message: `A sentence of more than ${LONGEST_SENTENCE} tokens was cut.`,
    span: [given.start[token], given.end[token]],
  }));
  for (const [token, from] of given.start.entries()) {
    if (token === 0 || given.end[token] - from < LONGEST_CHUNK || given.end[token - 1] !== from) continue;
    const message = `A run of more than ${LONGEST_CHUNK} characters without a space was cut.`;
    notes.push({ code: "word.cut", message, span: [from, given.end[token]] });
  }
  return notes;
}
