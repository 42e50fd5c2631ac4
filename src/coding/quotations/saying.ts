import type { Cue } from "../../knowledge/index.ts";
import type { Page } from "./page.ts";
import { type Range, relationOf } from "./tree.ts";

/** How a content hangs on its cue. */
export type Form = "clause" | "infinitive" | "object" | "preposition" | "quote" | "aside" | "rest";

/** A cue as it stands in the text, with its source and content as tokens. */
export interface Saying {
  readonly cue: Cue;
  /** The cue's main word. */
  readonly token: number;
  cueRange: Range;
  source: Range | undefined;
  /** The source's main word. */
  readonly speaker: number | undefined;
  content: Range[];
  /** The stretch between quotation marks in which the cue stands, -1 for none. */
  readonly layer: number;
  /** undefined as long as there is no content. */
  form: Form | undefined;
}

/** Verbs whose object speaks: "quoted him as saying". */
export const QUOTES_OTHERS: ReadonlySet<string> = new Set(["quote", "cite"]);

/** The person that such a verb quotes. */
function quotedBy(page: Page, verb: number): number | undefined {
  return page.children(verb).find((child) => /^(obj|nsubj:pass)$/.test(page.analysis.relation[child]));
}

const SUBJECT = /^(nsubj|csubj)(:outer)?$/;

/** Who says it, as the word at the top of the phrase; undefined where the text doesn't tell. */
export function speakerOf(page: Page, verb: number, steps = 0): number | undefined {
  const { analysis } = page;
  const children = page.children(verb);
  const isPassive = children.some((child) => /^(nsubj|aux):pass$/.test(analysis.relation[child]));
  if (isPassive) return children.find((child) => isAgent(page, child, verb));
  const own = children.find((child) => SUBJECT.test(analysis.relation[child]));
  if (own !== undefined || steps > 4) return own;
  const above = analysis.head[verb];
  if (above < 0) return undefined;
  const relation = analysis.relation[verb];
  if (QUOTES_OTHERS.has(analysis.lemma[above])) return quotedBy(page, above) ?? speakerOf(page, above, steps + 1);
  if (relation.startsWith("acl")) return above;
  if (/^(conj|xcomp|advcl|parataxis)/.test(relation)) return speakerOf(page, above, steps + 1);
  return undefined;
}

/** The one by whom a passive is done. */
function isAgent(page: Page, child: number, verb: number): boolean {
  if (page.analysis.relation[child] === "obl:agent") return true;
  return child > verb && relationOf(page.analysis, child) === "obl" && caseOf(page, child) === "by";
}

/** The preposition of a nominal, or the subordinator of a clause: its first word; "" for none. */
export function caseOf(page: Page, token: number): string {
  const marker = page
    .children(token)
    .find((child) => child < token && /^(case|mark)$/.test(page.analysis.relation[child]));
  return marker === undefined ? "" : page.analysis.lemma[marker].toLowerCase();
}

const MAXIMUM = 40;

/** The tokens of the source's phrase: all of its subtree on one side of the cue, without its preposition. */
export function sourceRange(page: Page, speaker: number, cue: Range): Range {
  const { analysis } = page;
  let [from, to] = [page.first[speaker], page.last[speaker] + 1];
  if (speaker < cue[0]) to = Math.min(to, cue[0]);
  else from = Math.max(from, cue[1]);
  for (const child of page.children(speaker))
    if (child < speaker && /^(case|mark|cc|punct)$/.test(analysis.relation[child]))
      from = Math.max(from, page.last[child] + 1);
  if (to - from > MAXIMUM) [from, to] = [Math.max(from, speaker - MAXIMUM / 2), speaker + 1];
  while (to - 1 > speaker && (analysis.upos[to - 1] === "PUNCT" || analysis.upos[to - 1] === "CCONJ")) to--;
  while (from < speaker && analysis.upos[from] === "PUNCT" && !isOpening(page, from)) from++;
  return [from, to];
}

const isOpening = (page: Page, token: number): boolean =>
  /^["“‘']/.test(page.analysis.text[page.analysis.start[token]]);

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
