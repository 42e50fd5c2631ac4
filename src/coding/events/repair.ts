import type { Analysis } from "../../schema/index.ts";

interface Columns {
  readonly head: Int32Array;
  readonly relation: string[];
}

const PAST = new Set(["VBD", "VBN"]);
const SUBJECT_LIKE = new Set(["compound", "nmod", "nsubj", "nmod:poss", "amod"]);

const isFakeModifier = ({ upos, xpos, relation }: Analysis, token: number): boolean =>
  relation[token] === "amod" && upos[token] === "VERB" && PAST.has(xpos[token]);

function childrenOf(columns: Columns, token: number, from: number, to: number): number[] {
  const found: number[] = [];
  for (let child = from; child < to; child += 1) if (columns.head[child] === token) found.push(child);
  return found;
}

function attach(columns: Columns, token: number, head: number, relation: string): void {
  columns.head[token] = head;
  columns.relation[token] = relation;
}

/** "has established relations", where the participle was taken for the noun's adjective: it is the predicate. */
function mendPerfect(analysis: Analysis, columns: Columns, verb: number, from: number, to: number): boolean {
  const noun = columns.head[verb];
  const have = columns.head[noun];
  const between = verb - have;
  if (have < 0 || analysis.lemma[have] !== "have" || between < 1 || between > 2 || noun < verb) return false;
  if (columns.relation[noun] !== "obj") return false;
  const others = childrenOf(columns, have, from, to).filter((child) => child !== noun);
  attach(columns, verb, columns.head[have], columns.relation[have]);
  attach(columns, have, verb, "aux");
  attach(columns, noun, verb, "obj");
  for (const child of others) columns.head[child] = verb;
  return true;
}

/** "The United States imposed sanctions", read as one noun phrase: the sentence's only verb is its predicate. */
function mendPast(analysis: Analysis, columns: Columns, verb: number, from: number, to: number): boolean {
  const noun = columns.head[verb];
  if (columns.head[noun] >= 0 || noun < verb || analysis.upos[noun] !== "NOUN") return false;
  const left = childrenOf(columns, noun, from, verb);
  const subject = left.findLast((child) => SUBJECT_LIKE.has(columns.relation[child]));
  if (subject === undefined || analysis.upos[subject] === "ADJ" || analysis.upos[subject] === "VERB") return false;
  for (const child of left) if (child < subject && columns.relation[child] !== "punct") columns.head[child] = subject;
  attach(columns, verb, -1, "root");
  attach(columns, subject, verb, "nsubj");
  attach(columns, noun, verb, "obj");
  for (const child of childrenOf(columns, noun, from, to))
    if (columns.relation[child] === "punct") columns.head[child] = verb;
  return true;
}

const PREPOSITIONS = new Set(["with", "to", "by", "for", "against", "from", "of", "on"]);

/** "talks with visiting Minister Kono", where the participle was taken for a clause: it is the noun's. */
function mendVisiting(analysis: Analysis, columns: Columns, verb: number, from: number, to: number): boolean {
  const preposition = verb - 1;
  if (preposition < from || !PREPOSITIONS.has(analysis.lemma[preposition].toLowerCase())) return false;
  if (columns.head[preposition] !== verb) return false;
  const noun = childrenOf(columns, verb, verb, to).find((child) => columns.relation[child] === "obj");
  if (noun === undefined) return false;
  for (const child of childrenOf(columns, verb, from, to))
    if (child !== noun) columns.head[child] = CLAUSES.has(columns.relation[child]) ? columns.head[verb] : noun;
  attach(columns, noun, columns.head[verb], "obl");
  attach(columns, preposition, noun, "case");
  attach(columns, verb, noun, "amod");
  return true;
}

/** "Moscow, Beijing hold talks": nobody is addressed in a headline; whoever stands before the verb is its subject. */
function mendVocative(columns: Columns, name: number, from: number, to: number): boolean {
  const verb = columns.head[name];
  if (verb < name || childrenOf(columns, verb, from, to).some((child) => columns.relation[child].startsWith("nsubj")))
    return false;
  columns.relation[name] = "nsubj";
  return true;
}

const TRIES = new Set(["attempt", "effort", "bid", "move", "push", "plan", "proposal", "demand", "refusal"]);

/** "rejected the attempt of A to restore …", where the infinitive was hung on the verb: it says what A attempts. */
function mendAttempt(analysis: Analysis, columns: Columns, infinitive: number, from: number, to: number): boolean {
  const verb = columns.head[infinitive];
  const isTo = childrenOf(columns, infinitive, from, infinitive).some((child) => analysis.lemma[child] === "to");
  if (verb < 0 || verb > infinitive || !isTo) return false;
  const noun = childrenOf(columns, verb, verb, to).find(
    (child) => columns.relation[child] === "obj" && child < infinitive && TRIES.has(analysis.lemma[child]),
  );
  if (noun === undefined) return false;
  attach(columns, infinitive, noun, "acl");
  return true;
}

const CLAUSES = new Set(["advcl", "xcomp"]);

function mend(analysis: Analysis, columns: Columns, token: number, from: number, to: number): boolean {
  if (isFakeModifier(analysis, token))
    return mendPerfect(analysis, columns, token, from, to) || mendPast(analysis, columns, token, from, to);
  const relation = columns.relation[token];
  if (relation === "vocative") return mendVocative(columns, token, from, to);
  if (!CLAUSES.has(relation)) return false;
  if (analysis.lemma[token] === "visit" && analysis.xpos[token] === "VBG")
    return mendVisiting(analysis, columns, token, from, to);
  return mendAttempt(analysis, columns, token, from, to);
}

const isSuspect = (analysis: Analysis, token: number): boolean =>
  isFakeModifier(analysis, token) || analysis.relation[token] === "vocative" || CLAUSES.has(analysis.relation[token]);

/**
 * The analysis with past tenses put right that the parser took for adjectives of the noun behind them, and some other
 * frequent slips ("talks with visiting ministers", "Moscow, Beijing hold talks"). Short news sentences ("China has established relations with …") are where it errs most. The analysis itself where nothing is.
 */
export function repaired(analysis: Analysis): Analysis {
  let columns: Columns | undefined;
  for (let token = 0; token < analysis.upos.length; token += 1) {
    if (!isSuspect(analysis, token)) continue;
    columns ??= { head: analysis.head.slice(), relation: [...analysis.relation] };
    const sentence = analysis.sentence[token];
    const [from, to] = [analysis.sentenceStart[sentence], analysis.sentenceStart[sentence + 1]];
    mend(analysis, columns, token, from, to);
  }
  return columns ? { ...analysis, ...columns } : analysis;
}
