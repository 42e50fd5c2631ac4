import type { Analysis } from "../../schema/index.ts";
import { repaired } from "./mends/repair.ts";

/** An analysis as trees: children of each token, relations without their subtypes, lemmas in lower case. */
export interface Tree {
  readonly analysis: Analysis;
  readonly lemma: readonly string[];
  /** UD relation without its subtype. */
  readonly relation: readonly string[];
  /** Children of token t are `child.subarray(from[t], from[t + 1])`, in the order of the text. */
  readonly child: Int32Array;
  readonly from: Int32Array;
}

const bases = new Map<string, string>();

function baseOf(relation: string): string {
  const known = bases.get(relation);
  if (known !== undefined) return known;
  const base = relation.split(":", 1)[0];
  bases.set(relation, base);
  return base;
}

function childColumns(head: Int32Array): { child: Int32Array; from: Int32Array } {
  const from = new Int32Array(head.length + 1);
  for (const parent of head) if (parent >= 0) from[parent + 1] += 1;
  for (let token = 0; token < head.length; token += 1) from[token + 1] += from[token];
  const next = from.slice();
  const child = new Int32Array(from[head.length]);
  for (let token = 0; token < head.length; token += 1) {
    const parent = head[token];
    if (parent >= 0) {
      child[next[parent]] = token;
      next[parent] += 1;
    }
  }
  return { child, from };
}

/** Words that are written with a hyphen or without; the rules have them without. */
const CLOSED = new Set(
  "ceasefire airstrike buildup pullout pullback crackdown cyberattack stopover firefight gunfight walkout standoff bailout airdrop airlift stepdown shutdown takeover overflight wargame taskforce showdown peacekeeper peacekeeping cooperate cooperation cooperative coordinate coordination deescalation sabrerattling sitin counterattack counteroffensive".split(
    " ",
  ),
);
const HYPHENS = /^[-\u2010\u2011]/;

/** Writes hyphenated compounds as one lemma at the token that heads them ("cease-fire" as "ceasefire"). */
function closeCompounds({ text, start, end, head }: Analysis, lemma: string[]): void {
  for (let token = 1; token < lemma.length; token += 1) {
    if (!HYPHENS.test(text[start[token]]) || end[token - 1] !== start[token]) continue;
    const alone = end[token] - start[token] === 1;
    const second = alone ? token + 1 : token;
    if (second >= lemma.length || (alone && end[token] !== start[second])) continue;
    const first = text.slice(start[token - 1], end[token - 1]).toLowerCase();
    const word = first + (alone ? lemma[second] : lemma[second].slice(1));
    if (CLOSED.has(word)) lemma[head[second] === token - 1 ? token - 1 : second] = word;
  }
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  "shot shoot,fought fight,sought seek,struck strike,sank sink,sunk sink,withdrew withdraw,withdrawn withdraw,forbade forbid,forbidden forbid,overran overrun,fled flee,swore swear,sworn swear,hit hit,broke break,broken break,shook shake,shaken shake,laid lay,slain slay,slew slay,bound bind,dug dig,fed feed,lent lend,slashed slash,upheld uphold,withheld withhold,overthrew overthrow,overthrown overthrow,rebuilt rebuild,retook retake,stole steal,stolen steal,stuck stick,spat spit,drew draw,drawn draw,froze freeze,frozen freeze,forgave forgive,forgiven forgive,gave give,given give,met meet,held hold,said say,told tell,sent send,spent spend,sold sell,bought buy,taught teach,led lead,tore tear,torn tear,drove drive,driven drive,blew blow,blown blow,threw throw,thrown throw,flew fly,flown fly,beaten beat,taken take,undertook undertake,undertaken undertake"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

const DOUBLED = /([bdgklmnprst])\1$/;

/** What a verb's form may be a form of, likelier first. */
function stemsOf(form: string): string[] {
  const irregular = IRREGULAR.get(form);
  if (irregular) return [irregular];
  const stem = /^(.+?)(?:ed|ing|es|s)$/.exec(form)?.[1];
  if (!stem) return [];
  const single = DOUBLED.test(stem) ? [stem.slice(0, -1)] : [];
  const withY = stem.endsWith("i") ? [`${stem.slice(0, -1)}y`] : [];
  const plural = /[^e]s$/.test(form) ? [form.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...single, ...withY, ...plural];
}

/** Words that the rules know, as verbs and as any other word. */
export type Vocabulary = ReadonlySet<string>;

/** Whether a written word, in small letters, is a word that the rules know, or a form of one. */
export const isKnownForm = (form: string, vocabulary: Vocabulary): boolean =>
  vocabulary.has(form) || stemsOf(form).some((stem) => vocabulary.has(stem));

const INFLECTED = new Set(["VERB", "NOUN", "AUX"]);

/** "shot" as a verb, which the rules know as a noun too: the form is no lemma of its own. */
function irregularBase({ upos }: Analysis, token: number, lemma: string): string {
  return (upos[token] === "VERB" && IRREGULAR.get(lemma)) || lemma;
}

/** The tagger's lemma where the rules know it; else a form's stem that they know; else the lemma all the same. */
function knownLemma(analysis: Analysis, token: number, vocabulary: Vocabulary): string {
  const lemma = irregularBase(analysis, token, analysis.lemma[token].toLowerCase());
  if (vocabulary.has(lemma) || !INFLECTED.has(analysis.upos[token])) return lemma;
  const form = analysis.text.slice(analysis.start[token], analysis.end[token]).toLowerCase();
  return [form, ...stemsOf(form)].find((stem) => vocabulary.has(stem)) ?? lemma;
}

function lemmasOf(analysis: Analysis, vocabulary: Vocabulary): string[] {
  const lemma = analysis.lemma.map((_, token) => knownLemma(analysis, token, vocabulary));
  closeCompounds(analysis, lemma);
  return lemma;
}

export function treeOf(parsed: Analysis, vocabulary: Vocabulary = new Set()): Tree {
  const analysis = repaired(parsed);
  return {
    analysis,
    lemma: lemmasOf(analysis, vocabulary),
    relation: analysis.relation.map(baseOf),
    ...childColumns(analysis.head),
  };
}

export const childrenOf = (tree: Tree, token: number): Int32Array =>
  tree.child.subarray(tree.from[token], tree.from[token + 1]);

/** The children of a token that stand in one of the relations (without subtypes). */
export function childrenBy(tree: Tree, token: number, relations: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) if (relations.has(tree.relation[child])) found.push(child);
  return found;
}

/** The first child in the relation (without subtype), or -1. */
export function childBy(tree: Tree, token: number, relation: string): number {
  for (const child of childrenOf(tree, token)) if (tree.relation[child] === relation) return child;
  return -1;
}

/** Whether a child has this lemma, in one of the relations where they are given. */
export function hasChild(tree: Tree, token: number, lemmas: ReadonlySet<string>, relations?: ReadonlySet<string>) {
  for (const child of childrenOf(tree, token))
    if (lemmas.has(tree.lemma[child]) && (!relations || relations.has(tree.relation[child]))) return true;
  return false;
}

const ADVERBIAL = new Set(["out", "off", "away", "back", "down", "up"]);

/** The preposition of a noun phrase (`case` child), or an empty string. */
export function prepositionOf(tree: Tree, token: number): string {
  let found = "";
  for (const child of childrenOf(tree, token)) {
    if (tree.relation[child] !== "case") continue;
    // "out of Syria", "away from Syria"
    if (found === "" || ADVERBIAL.has(found)) found = tree.lemma[child];
  }
  return found;
}

const CONJUNCT = new Set(["conj"]);

/** A token and what is coordinated with it. */
export const withConjuncts = (tree: Tree, token: number): number[] => [token, ...childrenBy(tree, token, CONJUNCT)];

/** The token of which this one is a conjunct, or itself. */
export function firstConjunct(tree: Tree, token: number): number {
  let first = token;
  for (let steps = 0; steps < 8 && tree.relation[first] === "conj"; steps += 1) {
    const head = tree.analysis.head[first];
    if (head < 0) break;
    first = head;
  }
  return first;
}

/** Whether `token` stands at or below `top`. */
export function isBelow(tree: Tree, token: number, top: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 200; at = tree.analysis.head[at], steps += 1)
    if (at === top) return true;
  return false;
}

export const isVerbal = (tree: Tree, token: number): boolean =>
  tree.analysis.upos[token] === "VERB" || tree.analysis.upos[token] === "AUX";

/** Whether the token is the predicate of a clause: a verb, or whatever has a copula. */
export const isPredicate = (tree: Tree, token: number): boolean =>
  isVerbal(tree, token) || childBy(tree, token, "cop") >= 0;

export const hasRelation = (tree: Tree, token: number, full: string): boolean => tree.analysis.relation[token] === full;

/** The tokens [from, to) of a sentence. */
export const sentenceOf = ({ analysis }: Tree, sentence: number): [number, number] => [
  analysis.sentenceStart[sentence],
  analysis.sentenceStart[sentence + 1],
];
