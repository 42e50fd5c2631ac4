import type { ConlluSentence } from "../../src/language/conllu/read.ts";

/** A treebank's document as running text, with its tokens and where its sentences end. */
export interface TrainingText {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly joined: readonly boolean[];
  /** Index of the first token of each sentence. */
  readonly sentenceStart: readonly number[];
}

/** What stands between sentences, and between paragraphs. */
export interface Spacing {
  readonly sentence: string;
  readonly paragraph: string;
  /** Whether the space behind a full stop is forgotten, as it often is where pages were turned into text. */
  readonly glued?: boolean;
}

/** As the CoNLL 2018 shared task wrote its raw texts: an empty line before each paragraph. */
export const PARAGRAPHS: Spacing = { sentence: " ", paragraph: "\n\n" };

const beginsWith = (sentence: ConlluSentence, mark: string): boolean =>
  sentence.comments.some((comment) => comment === mark || comment.startsWith(`${mark} `));

/** The sentences of each document. */
export function splitDocuments(sentences: readonly ConlluSentence[]): ConlluSentence[][] {
  const documents: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    if (documents.length === 0 || beginsWith(sentence, "newdoc")) documents.push([]);
    documents[documents.length - 1].push(sentence);
  }
  return documents;
}

const behindSentence = (form: string, { sentence, glued }: Spacing): string =>
  glued && /^[.!?"”]$/.test(form) ? "" : sentence;

/** Writes sentences out as text. */
export function layOut(sentences: readonly ConlluSentence[], spacing: Spacing): TrainingText {
  const columns = {
    start: [] as number[],
    end: [] as number[],
    joined: [] as boolean[],
    sentenceStart: [] as number[],
  };
  let text = "";
  for (const sentence of sentences) {
    const paragraph = beginsWith(sentence, "newpar") || beginsWith(sentence, "newdoc");
    if (text) text = `${paragraph ? text.trimEnd() : text}${paragraph ? spacing.paragraph : ""}`;
    columns.sentenceStart.push(columns.start.length);
    for (const [index, word] of sentence.words.entries()) {
      columns.start.push(text.length);
      text += word.form;
      columns.end.push(text.length);
      columns.joined.push(word.joined);
      const last = index === sentence.words.length - 1;
      if (word.spaceAfter) text += last ? behindSentence(word.form, spacing) : " ";
    }
  }
  return { text, ...columns };
}
