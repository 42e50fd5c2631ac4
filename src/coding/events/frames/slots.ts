import type { EventRow } from "../../../knowledge/index.ts";
import type { Oblique } from "../clause.ts";
import { type Cast, partiesAt, partiesBeside, partiesWithin } from "../parties/cast.ts";
import { distinct, type Party } from "../parties/party.ts";
import { childrenOf, prepositionOf, type Tree } from "../tree.ts";

/** Who takes part in an event. `others` are the counterparts of a mutual one. */
export interface Frame {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly others: readonly Party[];
  /** True where a participant was borrowed from farther than the event's own clause. */
  readonly loose: boolean;
  /** True where they do it to each other. */
  readonly reciprocal?: boolean;
}

export const WITH = new Set(["with", "alongside", "between", "among", "together", "versus", "against"]);
export const SOURCE = new Set(["from", "by", "of"]);
/** Prepositions of recipients, the likelier first. */
export const TOWARDS = "against to on upon with at for from".split(" ");
const EACH_OTHER = new Set(["other", "another"]);

export const REFLEXIVE = new Set(["himself", "herself", "itself", "themselves", "ourselves", "myself"]);

/** Those whom the phrases name that the tokens head, but for "itself" and its like. */
export const partiesOf = (cast: Cast, tokens: readonly number[]): Party[] =>
  distinct(tokens.filter((token) => !REFLEXIVE.has(cast.tree.lemma[token])).flatMap((token) => partiesAt(cast, token)));

/** The parties that are not among the others. */
export const without = (parties: readonly Party[], others: readonly Party[]): Party[] =>
  parties.filter((party) => !others.some((other) => party === other || party.identity.id === other.identity.id));

/** The heads of the obliques in one of the prepositions. */
export const obliquesWith = (obliques: readonly Oblique[], wanted: ReadonlySet<string>): number[] =>
  obliques.filter(({ preposition }) => wanted.has(preposition)).map(({ token }) => token);

/** "each other", "one another": who is meant is the subject itself. */
export const isReciprocal = (tree: Tree, token: number): boolean =>
  (EACH_OTHER.has(tree.lemma[token]) && tree.analysis.upos[token] !== "NOUN") ||
  (EACH.has(tree.lemma[token]) && EACH_OTHER.has(tree.lemma[token + 1]));
const EACH = new Set(["each", "one"]);

/** Recipients within the object, leaving out those who act ("its support for …", "Russia's ships"). */
export function insideObject(cast: Cast, token: number, actors: readonly Party[]): Party[] {
  if (REFLEXIVE.has(cast.tree.lemma[token])) return [];
  const named = without(partiesAt(cast, token), actors);
  if (named.length > 0) return named;
  const beside = without(partiesBeside(cast, token), actors);
  return beside.length > 0 ? beside : without(partiesWithin(cast, token), actors);
}

/** "against the advice of his generals": what is set aside names nobody to whom it is done. */
const SET_ASIDE = new Set(
  "advice wish will backdrop background odds request behest direction directive instruction order orders initiative recommendation invitation".split(
    " ",
  ),
);

/** "in support of Ost", "in concert with Mark": for or with whom it is done, not to whom. */
const BESIDE = new Set(
  "support solidarity favour favor behalf defence defense conjunction coordination concert cooperation tandem league alliance partnership".split(
    " ",
  ),
);

const ASIDE = new Set(["against", "at", "upon", "on"]);

/** Whether an oblique names nobody to whom it is done, though its phrase may hold a name. */
export const isSetAside = (tree: Tree, { token, preposition }: Oblique): boolean =>
  ASIDE.has(preposition) && SET_ASIDE.has(tree.lemma[token]);

const HOSTILE = new Set(["ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "THREATEN"]);

/** Whether an oblique of something hostile names those for or with whom it is done. */
export const isBeside = (tree: Tree, { token, preposition }: Oblique, type: string): boolean =>
  HOSTILE.has(type) && preposition === "in" && BESIDE.has(tree.lemma[token]);

/** Types that come from somewhere and are done elsewhere: "launched a raid from Ost". */
const OUTWARD = new Set(["ASSAULT", "MOBILIZE", "THREATEN", "PROTEST", "AID"]);

/** "struck the camp with help from Ost": what is done by force or given is done with means and friends. */
const WITH_HELP = new Set(["ASSAULT", "MOBILIZE", "COERCE", "AID"]);

/** Those in whose direction the obliques point, by the likeliest preposition; `type` is that of the event. */
export function byPreposition(cast: Cast, around: readonly Oblique[], actors: readonly Party[], type: string): Party[] {
  const obliques = around.filter((oblique) => !isSetAside(cast.tree, oblique));
  for (const preposition of TOWARDS) {
    if (preposition === "from" && OUTWARD.has(type)) continue;
    if (preposition === "with" && WITH_HELP.has(type)) continue;
    const tokens = obliquesWith(obliques, new Set([preposition]));
    const parties = without(partiesOf(cast, tokens), actors);
    if (parties.length > 0) return parties;
  }
  return [];
}

/** Whether the sides of a row's event do it with each other. */
export const isMutual = (row: EventRow): boolean => row.roles === "mutual";

/** Complements of a noun in one of the prepositions, also those of its own complements ("the spectre of war with …"). */
export function complementsOf(tree: Tree, token: number, wanted: ReadonlySet<string>, depth = 0): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) {
    if (tree.relation[child] === "conj" && depth === 0) found.push(...complementsOf(tree, child, wanted, 1));
    if (tree.relation[child] !== "nmod") continue;
    if (wanted.has(prepositionOf(tree, child))) found.push(child);
    else if (depth < 3) found.push(...complementsOf(tree, child, wanted, depth + 1));
  }
  return found;
}

/** "held talks at the palace with the president", where the parser hung the counterpart on the palace. */
export function misplacedCounterparts(cast: Cast, obliques: readonly Oblique[], actors: readonly Party[]): Party[] {
  const isBorder = (token: number): boolean => BORDERS.has(cast.tree.lemma[token]);
  const here = obliques.filter(({ preposition, token }) => !ELSEWHEN.has(preposition) && !isBorder(token));
  const tokens = here.flatMap(({ token }) => complementsOf(cast.tree, token, COUNTERPART));
  return without(partiesOf(cast, tokens), actors);
}

/** "held drills near the border with Ost": not with Ost. */
const BORDERS = new Set(["border", "frontier", "boundary"]);
const COUNTERPART = new Set(["with"]);
/** "spoke by phone after a meeting with": another event, with sides of its own. */
export const ELSEWHEN = new Set("after before following since despite amid until".split(" "));
