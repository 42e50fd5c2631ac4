import type { Phrase } from "../../knowledge/index.ts";
import { clauseOf } from "./clause.ts";
import { childBy, type Tree } from "./tree.ts";

type PhrasePart = Phrase["before"][number];
type Side = 1 | -1;

/** Words that may stand between two parts of a phrase. */
const GAP = 12;

const formOf = ({ analysis }: Tree, token: number): string =>
  analysis.text.slice(analysis.start[token], analysis.end[token]).toLowerCase();

/** The last token of the longest of the words that go on from a token to a side, or -1. */
function endOf(tree: Tree, from: number, part: PhrasePart, side: Side): number {
  let end = -1;
  for (const words of part.words.get(formOf(tree, from)) ?? []) {
    const last = from + side * (words.length - 1);
    if (
      words.every((word, index) => formOf(tree, from + side * index) === word) &&
      (end < 0 || side * last > side * end)
    )
      end = last;
  }
  return end;
}

function reachOf({ analysis }: Tree, token: number, side: Side): number {
  const sentence = analysis.sentence[token];
  return side === 1 ? analysis.sentenceStart[sentence + 1] - 1 : analysis.sentenceStart[sentence];
}

/** The last token of a part's words beyond `at`, or -1. */
function partEnd(tree: Tree, at: number, part: PhrasePart, side: Side): number {
  const last = reachOf(tree, at, side);
  const farthest = part.adjacent ? 1 : GAP;
  for (let step = 1; step <= farthest && side * (at + side * step) <= side * last; step += 1) {
    const end = endOf(tree, at + side * step, part, side);
    if (end >= 0) return end;
  }
  return -1;
}

/** "A and B agree", "signed with A and B": several stand together on that side of the word. */
function areSeveral(tree: Tree, token: number, side: Side): boolean {
  const { subjects, objects, obliques } = clauseOf(tree, token);
  const heads = side === -1 ? subjects : [...objects, ...obliques.map((oblique) => oblique.token)];
  return heads.length > 1 || heads.some((head) => childBy(tree, head, "conj") >= 0);
}

/** Where the parts of one side of a phrase end, from the word outwards; undefined where they aren't there. */
export function endsOf(tree: Tree, token: number, parts: readonly PhrasePart[], side: Side): number[] | undefined {
  const ends: number[] = [];
  let at = token;
  for (const part of parts) {
    if (part.slot === "several" && !areSeveral(tree, token, side)) return undefined;
    if (!part.slot) at = partEnd(tree, at, part, side);
    if (at < 0) return undefined;
    ends.push(at);
  }
  return ends;
}

/** Whether the words of a phrase stand around a token; whoever it asks for is looked up later. */
export const hasPhrase = (tree: Tree, token: number, { before, after, form }: Phrase): boolean =>
  (form === undefined || formOf(tree, token) === form) &&
  endsOf(tree, token, before, -1) !== undefined &&
  endsOf(tree, token, after, 1) !== undefined;

/** Whether the words before the row's own are such as change a status ("will not"): then the row has seen to it. */
export const tellsStatus = ({ before }: Phrase, changing: ReadonlySet<string>): boolean =>
  before.some(({ words }) => [...words.values()].flat(2).some((word) => changing.has(word)));
