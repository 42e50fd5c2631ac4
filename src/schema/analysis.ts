import { z } from "zod";
import type { Span } from "./span.ts";

/** The universal part-of-speech tags of Universal Dependencies 2. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;
export type Upos = (typeof UPOS)[number];

/**
 * A text with its tokens as columns; a token is an index into them.
 *
 * Tokens are the syntactic words of Universal Dependencies ("do", "n't"), each a slice of the text.
 * All columns but `sentenceStart` have one entry a token.
 */
export interface Analysis {
  readonly text: string;
  /** UTF-16 index of the token's first unit. */
  readonly start: Int32Array;
  /** UTF-16 index behind the token's last unit. */
  readonly end: Int32Array;
  /** 1 where the token belongs to the same written word as the token before it ("do|n't"), else 0. */
  readonly joined: Uint8Array;
  /** The token's sentence. */
  readonly sentence: Int32Array;
  /** First token of each sentence, and the number of tokens as the last entry. */
  readonly sentenceStart: Int32Array;
  readonly lemma: readonly string[];
  readonly upos: readonly Upos[];
  /** Penn Treebank tag. */
  readonly xpos: readonly string[];
  /** UD features as `Number=Sing|Person=3`, `_` for none. */
  readonly features: readonly string[];
  /** Index of the head token in the whole text, -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** UD relation with its subtype (`nsubj:pass`). */
  readonly relation: readonly string[];
  /** What the reader had to do to the text: a sentence cut at the limit, say. */
  readonly notes: readonly AnalysisNote[];
}

export interface AnalysisNote {
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
}

const column = z.array(z.int());

/** The same as one line of JSON: what `entente parse --json` prints. */
export const AnalysisJson = z.object({
  schema: z.literal("entente.analysis/1"),
  text: z.string(),
  start: column,
  end: column,
  joined: column,
  sentence: column,
  sentenceStart: column,
  lemma: z.array(z.string()),
  upos: z.array(z.enum(UPOS)),
  xpos: z.array(z.string()),
  features: z.array(z.string()),
  head: column,
  relation: z.array(z.string()),
  notes: z.array(z.object({ code: z.string(), message: z.string(), span: z.tuple([z.int(), z.int()]).optional() })),
});
export type AnalysisJson = z.infer<typeof AnalysisJson>;

/** The columns as plain arrays, in the published shape. */
export function analysisToJson(analysis: Analysis): AnalysisJson {
  return {
    schema: "entente.analysis/1",
    text: analysis.text,
    start: [...analysis.start],
    end: [...analysis.end],
    joined: [...analysis.joined],
    sentence: [...analysis.sentence],
    sentenceStart: [...analysis.sentenceStart],
    lemma: [...analysis.lemma],
    upos: [...analysis.upos],
    xpos: [...analysis.xpos],
    features: [...analysis.features],
    head: [...analysis.head],
    relation: [...analysis.relation],
    notes: analysis.notes.map((note) => ({ ...note })),
  };
}

/** Number of tokens. */
export const tokenCount = (analysis: Analysis): number => analysis.start.length;

/** Number of sentences. */
export const sentenceCount = (analysis: Analysis): number => analysis.sentenceStart.length - 1;

/** The words of one token, as they stand in the text. */
export const tokenText = (analysis: Analysis, token: number): string =>
  analysis.text.slice(analysis.start[token], analysis.end[token]);

/** The span of text that the tokens [from, to) cover. */
export const spanOfTokens = (analysis: Analysis, from: number, to: number): Span => [
  analysis.start[from],
  analysis.end[to - 1],
];
