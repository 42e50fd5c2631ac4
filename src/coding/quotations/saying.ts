import type { Cue } from "../../knowledge/index.ts";
import { type Page, textOf } from "./page.ts";
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
/** Words that stand before a verb without being part of what says that something is said. */
const NO_PART: ReadonlySet<string> = new Set(
  (
    "that if whether as while when because after before since although though how why where however meanwhile " +
    "here there by for in of with from about without"
  ).split(" "),
);

/** The verb with its auxiliaries, adverbs and particle, where they stand beside it. */
export function verbCueRange(page: Page, verb: number, words: number): Range {
  const { analysis } = page;
  let from = verb;
  const joins = (token: number) =>
    analysis.head[token] === verb &&
    BEFORE.test(analysis.relation[token]) &&
    !/^(PROPN|NOUN|PRON|NUM)$/.test(analysis.upos[token]) &&
    page.first[token] === token &&
    analysis.sentence[token] === analysis.sentence[verb] &&
    !NO_PART.has(analysis.lemma[token].toLowerCase());
  while (from > 0 && joins(from - 1)) from--;
  let to = verb + 1;
  if (words > 1) {
    const particle = page.children(verb).find((child) => child > verb && analysis.relation[child] === "compound:prt");
    to = particle !== undefined && particle === verb + 1 ? particle + 1 : Math.min(verb + words, analysis.start.length);
  }
  to = behindAdverbs(page, verb, to);
  return [from, inWriting(page, verb, to)];
}

/** "said repeatedly", "spoke out sharply": the adverbs right behind a verb that belong to it. */
function behindAdverbs(page: Page, verb: number, to: number): number {
  const { analysis } = page;
  let end = to;
  while (
    analysis.upos[end] === "ADV" &&
    analysis.head[end] === verb &&
    page.first[end] === end &&
    !NO_PART.has(analysis.lemma[end].toLowerCase())
  )
    end++;
  return end;
}

export const WRITINGS: ReadonlySet<string> = new Set(
  "statement release communique communiqué tweet letter email post memo report interview".split(" "),
);
const NETWORKS = /^(Twitter|Facebook|Instagram|Telegram|Weibo|YouTube|TV|television|radio)$/;
const LONGEST_PLACE = 5;

/** "said in a statement", "wrote on Twitter": where it was said is part of the cue. */
function inWriting(page: Page, verb: number, to: number): number {
  const { analysis } = page;
  if (analysis.sentence[to] !== analysis.sentence[verb]) return to;
  if (analysis.lemma[to] === "on" && to + 1 < analysis.start.length && NETWORKS.test(textOf(page, to + 1)))
    return to + 2;
  if (!/^(in|during)$/.test(analysis.lemma[to])) return to;
  for (let token = to + 1; token <= to + LONGEST_PLACE && token < analysis.start.length; token++) {
    if (WRITINGS.has(analysis.lemma[token])) return token + 1;
    if (!/^(DET|ADJ|NOUN|PRON)$/.test(analysis.upos[token])) return to;
  }
  return to;
}

/** Verbs that tell how far something said has come: "began urging". */
export const ASPECTS: ReadonlySet<string> = new Set("begin start continue keep go stop resume finish avoid".split(" "));

const FARTHEST_GOVERNOR = 8;

/** The word that governs an infinitive ("wants to say", "began by saying"), close before it; -1 for none. */
export function governorOf(page: Page, verb: number, from: number): number {
  const { analysis } = page;
  const head = analysis.head[verb];
  if (head < 0 || head >= from || from - head > FARTHEST_GOVERNOR || !/^(VERB|ADJ|NOUN)$/.test(analysis.upos[head]))
    return -1;
  const marker = page.children(verb).find((child) => child < verb && analysis.relation[child] === "mark");
  const word = marker === undefined ? "" : analysis.lemma[marker];
  const isGoverned =
    (word === "to" && /^(xcomp|advcl|acl)$/.test(analysis.relation[verb])) ||
    (word === "by" && marker === head + 1 && analysis.upos[head] === "VERB") ||
    (word === "" && ASPECTS.has(analysis.lemma[head]) && analysis.relation[verb] === "xcomp");
  if (!isGoverned || (analysis.upos[head] === "NOUN" && marker !== head + 1)) return -1;
  for (let token = head; token < from; token++)
    if (analysis.upos[token] === "PUNCT" || page.layer[token] !== page.layer[verb]) return -1;
  return head;
}
