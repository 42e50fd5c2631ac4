import { isRelativeClause, sharesSubject } from "./subjects.ts";
import { childBy, childrenOf, firstConjunct, hasChild, isVerbal, type Tree } from "./tree.ts";

/** "sanctions imposed by …": a participle after its noun. */
function isPassiveParticiple(tree: Tree, token: number): boolean {
  if (tree.relation[token] !== "acl" || isRelativeClause(tree, token) || childBy(tree, token, "aux") >= 0) return false;
  const form = tree.analysis.text.slice(tree.analysis.start[token], tree.analysis.end[token]);
  return isVerbal(tree, token) && !form.endsWith("ing") && childBy(tree, token, "mark") < 0;
}

/** "Jets violated the airspace", where the parser took the subject for a passive's. */
function isSimplePast(tree: Tree, token: number): boolean {
  if (childBy(tree, token, "aux") >= 0 || !isVerbal(tree, token) || tree.relation[token] === "acl") return false;
  return tree.analysis.xpos[token] === "VBD" || childBy(tree, token, "obj") >= 0;
}

/** "Ost has rejected its plan", where the parser took the subject for a passive's: nothing but "have" stands before it. */
function isPerfect(tree: Tree, token: number): boolean {
  if (childBy(tree, token, "obj") < 0) return false;
  const before = [...childrenOf(tree, token)].filter((child) => /^aux/.test(tree.analysis.relation[child]));
  return before.length > 0 && before.every((child) => tree.lemma[child] === "have");
}

/** What is done to somebody by force; without an object its subject is that somebody. */
const DONE_TO = new Set("kill wound injure arrest detain abduct kidnap behead execute jail slay martyr".split(" "));
const AMID = new Set(["in", "by", "during", "after", "amid", "following", "near", "as", "when"]);

/** "Commander killed in a strike, Ost says": the participle of a headline. */
function isHeadlinePassive({ analysis, lemma, relation }: Tree, token: number): boolean {
  return (
    DONE_TO.has(lemma[token]) &&
    /^VB[ND]$/.test(analysis.xpos[token]) &&
    AMID.has(lemma[token + 1]) &&
    relation[token] !== "amod"
  );
}

const STRUCK = new Set(["hit", "strike", "target", "bomb", "shell", "attack"]);
const WITH = new Set(["with", "by"]);
const BY = new Set(["by"]);

/** "Villages hit with rockets by the army": a headline that names who does it behind "by". */
const isStruckBy = (tree: Tree, token: number): boolean =>
  STRUCK.has(tree.lemma[token]) &&
  WITH.has(tree.lemma[token + 1]) &&
  childBy(tree, token, "nsubj") >= 0 &&
  [...childrenOf(tree, token)]
    .flatMap((child) => (tree.relation[child] === "obl" ? [child, ...childrenOf(tree, child)] : []))
    .some((child) => hasChild(tree, child, BY));

/** Whether a predicate is passive: its subject is the one to whom it is done. */
export function isPassive(tree: Tree, token: number): boolean {
  const bare = childBy(tree, token, "aux") < 0 && childBy(tree, token, "obj") < 0;
  if (bare && (isHeadlinePassive(tree, token) || isStruckBy(tree, token))) return true;
  if (isSimplePast(tree, token) || isPerfect(tree, token)) return false;
  for (const child of childrenOf(tree, token)) {
    const relation = tree.analysis.relation[child];
    if (relation === "nsubj:pass" || relation === "aux:pass" || relation === "csubj:pass") return true;
  }
  if (isPassiveParticiple(tree, token)) return true;
  return tree.relation[token] === "conj" && sharesSubject(tree, token) && isPassiveConjunct(tree, token);
}

const PARTICIPLE = /(ed|en|ne|wn|ld|de|id|lt|ung|oken|ught)$/;

/** "was seized and taken": the second participle shares the first one's auxiliary. */
function isPassiveConjunct(tree: Tree, token: number): boolean {
  const first = firstConjunct(tree, token);
  if (first === token || !isPassive(tree, first)) return false;
  const { xpos, text, start, end } = tree.analysis;
  // "was banned by Ost and considered a threat by West"
  const byAgent = [...childrenOf(tree, token)].some((child) => tree.analysis.relation[child] === "obl:agent");
  if (childBy(tree, token, "obj") >= 0 && !byAgent) return false;
  return xpos[token] === "VBN" || (xpos[token] === "_" && PARTICIPLE.test(text.slice(start[token], end[token])));
}
