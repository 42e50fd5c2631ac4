import type { Span } from "../../schema/index.ts";
import type { Candidate } from "./candidate.ts";
import { isOperative } from "./chain.ts";
import type { Party } from "./parties/party.ts";
import { childrenOf, type Tree } from "./tree.ts";

const OWN_CLAUSE = new Set([
  "ccomp",
  "advcl",
  "parataxis",
  "acl",
  "csubj",
  "conj",
  "punct",
  "nsubj",
  "dep",
  "list",
  "cc",
]);
const SHORT = new Set([
  "obj",
  "iobj",
  "aux",
  "cop",
  "compound",
  "obl",
  "xcomp",
  "advmod",
  "mark",
  "case",
  "amod",
  "nmod",
  "det",
]);

/** The tokens of a phrase without the clauses that hang on it. */
function phrase(tree: Tree, token: number, into: Set<number>): void {
  into.add(token);
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if (relation === "conj" && tree.analysis.upos[child] !== "VERB") phrase(tree, child, into);
    else if (!OWN_CLAUSE.has(relation)) phrase(tree, child, into);
  }
}

function predicate(tree: Tree, token: number, into: Set<number>): void {
  into.add(token);
  for (const child of childrenOf(tree, token)) if (SHORT.has(tree.relation[child])) phrase(tree, child, into);
}

const isHere = (tree: Tree, party: Party, sentence: number): boolean =>
  tree.analysis.sentence[party.here.head] === sentence;

/** The tokens that report the event: its clause and the participants that stand in the same sentence. */
export function evidenceTokens(tree: Tree, candidate: Candidate): Set<number> {
  const tokens = new Set<number>();
  const { chain, actors, recipients } = candidate;
  const sentence = tree.analysis.sentence[chain.base];
  predicate(tree, chain.base, tokens);
  for (const link of chain.links) if (isOperative(link)) predicateHead(tree, link.token, chain.base, tokens);
  for (const party of [...actors, ...recipients])
    if (isHere(tree, party, sentence))
      for (let token = party.here.tokens[0]; token < party.here.tokens[1]; token += 1) tokens.add(token);
  return tokens;
}

/** An operator with its auxiliaries and its own objects, not the other clauses under it. */
function predicateHead(tree: Tree, token: number, base: number, into: Set<number>): void {
  into.add(token);
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if (child === base || relation === "aux" || relation === "cop" || relation === "mark") into.add(child);
    else if (relation === "obj" || relation === "obl" || relation === "compound" || relation === "advmod")
      phrase(tree, child, into);
  }
}

/** The words from the first to the last token, without punctuation at the edges. */
export function spanOf(tree: Tree, tokens: ReadonlySet<number>): Span {
  const { upos, start, end } = tree.analysis;
  let first = -1;
  let last = -1;
  for (const token of tokens) {
    if (upos[token] === "PUNCT") continue;
    if (first < 0 || token < first) first = token;
    if (token > last) last = token;
  }
  return first < 0 ? [0, 0] : [start[first], end[last]];
}
