import type { Cue } from "../../knowledge/index.ts";
import type { Page } from "./page.ts";
import type { Range } from "./tree.ts";

/** How a content hangs on its cue. */
export type Form = "clause" | "infinitive" | "object" | "preposition" | "quote" | "aside" | "rest" | "transcript";

/** A cue as it stands in the text, with its source and content as tokens. */
export interface Saying {
  readonly cue: Cue;
  /** The cue's main word. */
  readonly token: number;
  cueRange: Range;
  source: Range | undefined;
  /** The source's main word. */
  speaker: number | undefined;
  content: Range[];
  /** The stretch between quotation marks in which the cue stands, -1 for none. */
  readonly layer: number;
  /** undefined as long as there is no content. */
  form: Form | undefined;
}

const BEFORE = /^(aux|cop|advmod|mark|expl)/;

/** The verb with its auxiliaries, adverbs and particle, where they stand beside it. */
export function verbCueRange(page: Page, verb: number, words: number): Range {
  const { analysis } = page;
  let from = verb;
  const joins = (token: number) =>
    analysis.head[token] === verb &&
    BEFORE.test(analysis.relation[token]) &&
    page.first[token] === token &&
    analysis.sentence[token] === analysis.sentence[verb] &&
    !/^(that|if|whether|as|while|when|because|after|before|since|although|though|how|why|where|however|meanwhile)$/.test(
      analysis.lemma[token].toLowerCase(),
    );
  while (from > 0 && joins(from - 1)) from--;
  let to = verb + 1;
  if (words > 1) {
    const particle = page.children(verb).find((child) => child > verb && analysis.relation[child] === "compound:prt");
    to = particle !== undefined && particle === verb + 1 ? particle + 1 : Math.min(verb + words, analysis.start.length);
  }
  return [from, to];
}
