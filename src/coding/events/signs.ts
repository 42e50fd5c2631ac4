import type { Candidate } from "./candidate.ts";
import type { Ground } from "./ground.ts";
import { classesOf } from "./pairs/classes.ts";
import { pairFeatures } from "./pairs/features.ts";
import { pairScores } from "./pairs/model.ts";
import type { ToldPair } from "./pairs/tree.ts";
import { pairWords } from "./pairs/words.ts";
import { countriesOf, type Party } from "./parties/party.ts";
import { sentenceOf, type Tree } from "./tree.ts";

/** What speaks for or against a report, in the order of the columns of training/coder/verdicts/reports.tsv. */
export const SIGNS = [
  "told",
  "deed",
  "spread",
  "pronoun",
  "elsewhere",
  "bystanders",
  "place",
  "unknown",
  "depth",
  "verb",
  "noun",
  "borrowed",
] as const;

export type SignName = (typeof SIGNS)[number];
export type Signs = Readonly<Record<SignName, number>>;

/** The least logarithm of a share that counts. */
const FAINT = -4;

/** The first actor and the first other party, where both stand in the words of one sentence. */
function pairOf({ analysis }: Tree, { actors, recipients }: Candidate): ToldPair | undefined {
  const actor = actors[0].here;
  const other = (recipients[0] ?? actors[1])?.here;
  if (!other || other === actor || analysis.sentence[actor.head] !== analysis.sentence[other.head]) return undefined;
  return { actor: actor.tokens, recipient: other.tokens, actorHead: actor.head, recipientHead: other.head };
}

/** How likely the linear model for told pairs thinks the report's type between these two, as a logarithm. */
function toldShare({ tree, sight }: Ground, pair: ToldPair, { meaning }: Candidate): number {
  const classes = classesOf(sight.knowledge.eventRules.told);
  const scores = pairScores({ features: pairFeatures(tree, pair, classes), words: pairWords(tree, pair) });
  return Math.max(FAINT, scores.get(meaning.type) ?? FAINT);
}

/** Types that tell a deed or a meeting plainly; the others are more often said, meant or wished than done. */
const DEEDS = new Set(["ASSAULT", "CONSULT", "MOBILIZE"]);

/** The words from the first to the last of the event's word and its parties' heads, as a logarithm. */
function spreadOf(base: number, here: readonly Party[]): number {
  const heads = [base, ...here.map((party) => party.here.head)];
  return Math.log1p(Math.max(...heads) - Math.min(...heads));
}

/** How many states the sentence names that take no part. */
function bystandersOf({ cast, tree }: Ground, sentence: number, parties: readonly Party[]): number {
  const [from, to] = sentenceOf(tree, sentence);
  const named = cast.mentions.filter(({ tokens }) => tokens[0] >= from && tokens[0] < to);
  const countries = new Set(named.flatMap(({ actor, place }) => actor?.country ?? place?.country ?? []));
  for (const country of countriesOf(parties)) countries.delete(country);
  return Math.min(4, countries.size);
}

const CLAUSES = new Set(["ccomp", "acl", "advcl", "parataxis", "csubj", "conj"]);

/** How many clauses and conjuncts stand over the event's word. */
function depthOf({ analysis, relation }: Tree, base: number): number {
  let depth = 0;
  for (let at = base; at >= 0 && depth < 4; at = analysis.head[at]) if (CLAUSES.has(relation[at])) depth += 1;
  return depth;
}

/** Sectors of those who are somebody without a state. */
const STATELESS = new Set(["UAF", "REB", "IGO", "NGO"]);
const isUnknown = ({ identity }: Party): boolean => identity.country === null && !STATELESS.has(identity.sector);

const count = (fact: boolean): number => (fact ? 1 : 0);

/** A verb or noun alone, without particle, preposition or object of its pattern. */
function bareKind({ row, chain }: Candidate): Pick<Signs, "verb" | "noun"> {
  const { kind, objects, particle, prepositions } = row.trigger;
  const carried = chain.links.some((link) => link.row !== undefined);
  return {
    verb: count(kind === "verb" && !objects && !particle && !prepositions),
    noun: count(kind === "noun" && !carried),
  };
}

/** The signs of a candidate that is reported; each is explained in docs/coding.md. */
export function signsOf(ground: Ground, candidate: Candidate): Signs {
  const { tree } = ground;
  const { actors, recipients, chain, meaning, loose } = candidate;
  const everybody = [...actors, ...recipients];
  const sentence = tree.analysis.sentence[chain.base];
  const present = everybody.filter(({ here }) => tree.analysis.sentence[here.head] === sentence);
  const pair = pairOf(tree, candidate);
  return {
    told: pair ? toldShare(ground, pair, candidate) : 0,
    deed: count(DEEDS.has(meaning.type)),
    spread: spreadOf(chain.base, present),
    pronoun: count(everybody.some(({ here }) => tree.analysis.upos[here.head] === "PRON")),
    elsewhere: count(everybody.some(({ here, mention }) => here !== mention)),
    bystanders: bystandersOf(ground, sentence, everybody),
    place: count(recipients.some(({ place }) => place)),
    unknown: count(everybody.some(isUnknown)),
    depth: depthOf(tree, chain.base),
    ...bareKind(candidate),
    borrowed: count(loose),
  };
}
