import type { Report } from "../../schema/index.ts";
import type { Candidate } from "./candidate.ts";
import type { Ground } from "./ground.ts";
import { sentenceOf, type Tree } from "./tree.ts";

/** Words that put a sentence in the past of its own news: "once signed", "earlier met". */
const BEFORE = new Set("once previously earlier formerly last ago since recently before already when first".split(" "));
/** Sentences among which the lead is looked for: a headline and a place have no stop. */
const HEADLINES = 4;

/** The first sentence of a text that ends in a stop; -1 for none near its beginning. */
function leadOf({ analysis }: Tree): number {
  for (let sentence = 0; sentence < Math.min(HEADLINES, analysis.sentenceStart.length - 1); sentence += 1) {
    const last = analysis.sentenceStart[sentence + 1] - 1;
    if (last > analysis.sentenceStart[sentence] && analysis.upos[last] === "PUNCT") return sentence;
  }
  return -1;
}

/** Whether a word of the sentence dates it, or looks back. */
function looksBack(tree: Tree, sentence: number, dates: ReadonlyMap<number, unknown>): boolean {
  const [from, to] = sentenceOf(tree, sentence);
  for (let token = from; token < to; token += 1) if (dates.has(token) || BEFORE.has(tree.lemma[token])) return true;
  return false;
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/**
 * When an undated main clause in the simple past that leads a text was: the day of publication where those who took
 * part tell of their own talks, that day or the one before in the news. undefined for anything else.
 */
export function leadDate(
  { sight, tree }: Ground,
  { chain, meaning }: Candidate,
  dates: ReadonlyMap<number, unknown>,
): Report["date"] {
  const { published, publisher } = sight.document;
  const { xpos, relation, sentence } = { ...tree.analysis, relation: tree.relation };
  const isOwn =
    chain.base === chain.top || (relation[chain.base] === "obj" && tree.analysis.head[chain.base] === chain.top);
  const isMain = isOwn && relation[chain.top] === "root" && xpos[chain.top] === "VBD";
  if (!published || meaning.status !== "happened" || !isMain) return undefined;
  const lead = sentence[chain.top];
  if (lead !== leadOf(tree) || looksBack(tree, lead, dates)) return undefined;
  const day = published.slice(0, 10);
  const isReadout =
    meaning.type === "CONSULT" && publisher !== undefined && sight.knowledge.outletOf(publisher) === undefined;
  return { from: isReadout ? day : dayBefore(day), to: day };
}
