import type { Report } from "../../schema/index.ts";
import type { TokenMention } from "../types.ts";
import type { Candidate } from "./candidate.ts";
import type { Ground } from "./ground.ts";
import { leadDate } from "./lead.ts";
import { childBy, childrenOf, firstConjunct, prepositionOf, type Tree } from "./tree.ts";

const CLAUSES = new Set(["ccomp", "parataxis", "acl"]);

/** "his first visit since he took office in April": the clause dates what came before the event. */
const isSinceClause = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "advcl" && tree.lemma[childBy(tree, token, "mark")] === "since";

const REASONS = new Set(["response", "reaction", "retaliation", "reply", "connection"]);
const OCCASIONS = new Set(["over", "after", "following", "despite", "since"]);

/** "in response to Saturday's attack", "over the raid of 4 May": the day of the occasion, not of the event. */
const isOccasion = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "obl" &&
  (REASONS.has(tree.lemma[token]) ||
    (tree.analysis.upos[token] === "NOUN" && OCCASIONS.has(prepositionOf(tree, token))));

/** "took stock of the past year and met again": what an object is of is no circumstance of the deed. */
const isOfObject = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "nmod" &&
  tree.relation[tree.analysis.head[token]] === "obj" &&
  prepositionOf(tree, token) === "of";

/** The tokens of a clause, near ones first, without the clauses that hang on it. */
function clauseTokens(tree: Tree, top: number): number[] {
  const tokens = [top];
  for (let at = 0; at < tokens.length && tokens.length < 120; at += 1)
    for (const child of childrenOf(tree, tokens[at]))
      if (
        !CLAUSES.has(tree.relation[child]) &&
        !isSinceClause(tree, child) &&
        !isOccasion(tree, child) &&
        !isOfObject(tree, child)
      )
        tokens.push(child);
  return tokens;
}

const BEFORE = new Set(["before", "since", "until"]);
/** "seized power in May as the others were withdrawing". */
const MEANWHILE = new Set(["as", "while", "when"]);
const isMeanwhile = (tree: Tree, token: number): boolean =>
  childrenOf(tree, token).some(
    (child) => /^(mark|advmod)$/.test(tree.relation[child]) && MEANWHILE.has(tree.lemma[child]),
  );

/** "On Friday they took the town, killing ten", "passed a resolution demanding …": the verb that a participle goes with; -1 for none. */
function verbBeside(tree: Tree, token: number): number {
  const { head, xpos } = tree.analysis;
  if (tree.relation[token] === "advcl" && isMeanwhile(tree, token)) return head[token];
  if (xpos[token] !== "VBG" || childBy(tree, token, "nsubj") >= 0 || childBy(tree, token, "aux") >= 0) return -1;
  if (tree.relation[token] === "acl" && tree.relation[head[token]] === "obj") return head[head[token]];
  const mark = childBy(tree, token, "mark");
  return tree.relation[token] === "advcl" && !(mark >= 0 && BEFORE.has(tree.lemma[mark])) ? head[token] : -1;
}

/** The clauses in which an event's place and date may stand: its own, then those of its operators. */
function scopes(ground: Ground, candidate: Candidate): number[] {
  const { chain } = candidate;
  const first = firstConjunct(ground.tree, chain.base);
  const tops = [chain.base, ...chain.links.map((link) => link.token)];
  const head = ground.tree.analysis.head[first];
  if (candidate.row.trigger.kind === "noun" && head >= 0) tops.push(head);
  const beside = verbBeside(ground.tree, first);
  return [...new Set([...tops, first, ...(beside >= 0 ? [beside] : [])])];
}

function firstMention(
  ground: Ground,
  candidate: Candidate,
  byHead: ReadonlyMap<number, TokenMention>,
  accept: (token: number) => boolean,
): TokenMention | undefined {
  for (const top of scopes(ground, candidate))
    for (const token of clauseTokens(ground.tree, top)) {
      const mention = byHead.get(token);
      if (mention && accept(token)) return mention;
    }
  return undefined;
}

/** The mentions of each kind by their heads, made once a document. */
export interface Circumstances {
  readonly dates: ReadonlyMap<number, TokenMention>;
  readonly places: ReadonlyMap<number, TokenMention>;
  readonly equipment: readonly TokenMention[];
}

export function circumstancesOf(mentions: readonly TokenMention[]): Circumstances {
  const byHead = (kind: TokenMention["kind"]) =>
    new Map(mentions.filter((mention) => mention.kind === kind).map((mention) => [mention.head, mention]));
  return { dates: byHead("date"), places: byHead("place"), equipment: mentions.filter((m) => m.kind === "equipment") };
}

/** The date in these clauses, where it lies behind the day of publication: "his visit next week". */
export function dateAhead(ground: Ground, { dates }: Circumstances, tops: readonly number[]): TokenMention | undefined {
  const told = ground.sight.document.published?.slice(0, 10);
  if (told === undefined) return undefined;
  const own = tops.flatMap((top) => clauseTokens(ground.tree, top)).flatMap((token) => dates.get(token) ?? []);
  return own.find(({ date }) => date !== undefined && date.from > told);
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The date that the tree attaches to the event, as an interval. What happened did so by the day it was told. */
export function dateOf(ground: Ground, from: Circumstances, candidate: Candidate): Report["date"] {
  const told = ground.sight.document.published?.slice(0, 10);
  const last = candidate.meaning.status === "happened" && told ? told : "9999-12-31";
  const isPossible = (token: number): boolean => (from.dates.get(token)?.date?.from ?? "") <= last;
  const mention = firstMention(ground, candidate, from.dates, isPossible);
  if (!mention?.date) return presentDate(ground, candidate) ?? leadDate(ground, candidate, from.dates);
  const [to] = [mention.date.to, last].sort();
  return { from: mention.date.from, to, span: mention.span };
}

const PRESENT = /^VB[ZP]$/;

/** "meets", "is meeting". */
function isPresent(tree: Tree, token: number): boolean {
  const { features, xpos } = tree.analysis;
  if (xpos[token] !== "VBG") return PRESENT.test(xpos[token]) && /Tense=Pres/.test(features[token]);
  return childrenOf(tree, token).some(
    (child) => tree.relation[child] === "aux" && tree.lemma[child] === "be" && PRESENT.test(xpos[child]),
  );
}

/** What is told in the present tense holds on the day of publication. */
function presentDate({ sight, tree }: Ground, { chain, meaning }: Candidate): Report["date"] {
  const day = sight.document.published?.slice(0, 10);
  return day && isPresent(tree, chain.top) && meaning.status === "happened"
    ? { from: dayAfter(day, -1), to: day }
    : undefined;
}

const WHERE = new Set("in over near at off around on across above along inside outside throughout".split(" "));

/** The place that the tree attaches to the event. */
export function placeOf(ground: Ground, from: Circumstances, candidate: Candidate): Report["place"] {
  const where = (token: number): boolean => WHERE.has(prepositionOf(ground.tree, token));
  const mention = firstMention(ground, candidate, from.places, where);
  return mention?.place ? { ...mention.place, span: mention.span } : undefined;
}
