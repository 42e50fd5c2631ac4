import type { Chain } from "./chain.ts";
import { childBy, childrenBy, prepositionOf, sentenceOf, type Tree } from "./tree.ts";

const WONDERING = new Set(["if", "whether", "why", "how", "what", "who", "when", "where", "which"]);
const CONTENT = new Set(["ccomp", "parataxis", "advcl", "obj", "xcomp", "dep"]);
const OBLIQUE = new Set(["obl"]);
const DEMANDING = new Set(["to", "that"]);

/** The first token that stands below another. */
function leftmost(tree: Tree, token: number): number {
  let least = token;
  const [from] = sentenceOf(tree, tree.analysis.sentence[token]);
  for (let at = from; at < least; at += 1) {
    let above = at;
    while (above >= 0 && above !== token) above = tree.analysis.head[above];
    if (above === token) least = at;
  }
  return least;
}

const asksToDo = (tree: Tree, content: number): boolean => {
  const mark = childBy(tree, content, "mark");
  return mark >= 0 && DEMANDING.has(tree.lemma[mark]);
};

const COMMENTING = new Set(["comment", "react", "respond", "speak", "elaborate", "talk", "say", "explain"]);
const COMPLEMENT = new Set(["xcomp"]);

/** "when asked to comment on the treaty": who is asked for a word asks for nothing himself. */
export const isAskedToComment = (tree: Tree, { base, links }: Chain): boolean =>
  [base, ...links.map(({ token }) => token)].some(
    (token) =>
      tree.lemma[token] === "ask" &&
      childrenBy(tree, token, COMPLEMENT).some((verb) => COMMENTING.has(tree.lemma[verb])),
  );

/** "asked whether he knew", "Asked about it, she said": who asks a question, or is asked one, asks for nothing. */
export function isQuestion(tree: Tree, base: number): boolean {
  if (tree.lemma[base] !== "ask") return false;
  const contents = childrenBy(tree, base, CONTENT);
  const isFor = childrenBy(tree, base, OBLIQUE).some((child) => prepositionOf(tree, child) === "for");
  if (isFor || contents.some((content) => asksToDo(tree, content))) return false;
  const isFronted = tree.relation[base] === "advcl" && tree.analysis.xpos[base] === "VBN";
  const { text, start, end, sentenceStart, sentence } = tree.analysis;
  const last = sentenceStart[sentence[base] + 1] - 1;
  return (
    isFronted ||
    text.slice(start[sentenceStart[sentence[base]]], end[last]).includes("?") ||
    contents.some((content) => WONDERING.has(tree.lemma[leftmost(tree, content)].toLowerCase()))
  );
}
