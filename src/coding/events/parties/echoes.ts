import type { Candidate } from "../candidate.ts";
import { clauseOf } from "../clause.ts";
import { lacksRecipient } from "../faults.ts";
import type { Ground } from "../ground.ts";
import { childrenOf, prepositionOf, type Tree } from "../tree.ts";
import type { Cast } from "./cast.ts";
import { countriesOf, distinct, type Party } from "./party.ts";

/** What a word such as "the attack", "the claims" points back to: events of these types. */
interface Echo {
  /** Types of the verb that stands over the word. */
  readonly over: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
  /** Whether the event before was done to those who now act: who denies an accusation was accused. */
  readonly mutual: boolean;
  /** The rows that tell of it, where not all of its types do. */
  readonly rows?: RegExp;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const ECHOES: readonly Echo[] = [
  {
    over: set("REJECT"),
    words: set("accusation allegation claim charge criticism assertion suggestion insinuation report this that it"),
    told: set("ACCUSE"),
    mutual: true,
  },
  {
    over: set("REJECT"),
    words: set("demand request call appeal ultimatum deadline proposal offer plea plan"),
    told: set("REQUEST THREATEN AGREE"),
    mutual: true,
  },
  {
    over: set("REJECT"),
    words: set("proposal offer initiative overture"),
    told: set("AGREE"),
    mutual: false,
    rows: /offer|propos/,
  },
  {
    over: set("ACCUSE"),
    words: set(
      "attack strike airstrike raid bombing shelling assault offensive invasion incursion bombardment ambush killing massacre assassination aggression violence shooting",
    ),
    told: set("ASSAULT"),
    mutual: false,
  },
  {
    over: set("ACCUSE"),
    words: set(
      "move decision step measure ban restriction tariff sanction expulsion arrest detention suspension closure seizure raid deportation",
    ),
    told: set("COERCE SANCTION REJECT"),
    mutual: false,
  },
  {
    over: set("ACCUSE"),
    words: set("launch test drill exercise deployment buildup"),
    told: set("MOBILIZE"),
    mutual: false,
  },
];

const POINTING = new Set(["the", "this", "these", "that", "those", "such", "both", "any", "all"]);
/** Relations by which a phrase says itself whose the thing is. */
const OWNED = new Set(["nmod:poss", "compound"]);
const CLAUSES = new Set(["acl", "acl:relcl"]);
const PRONOUNS = new Set(["this", "that", "it"]);
const OWNING = new Set(["by", "from", "of", "against", "on", "in", "at", "near"]);
/** Words whose clause tells of something else than what was said before: "denied the reports that he was ill". */
const TOLD_ANEW = new Set(["report", "suggestion", "insinuation"]);
const REACH = 3;

/** "the attacks", and nothing by it that says whose, or which others. */
function pointsBack(tree: Tree, token: number, { mutual }: Echo): boolean {
  let definite = PRONOUNS.has(tree.lemma[token]);
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if (relation === "det") definite = POINTING.has(tree.lemma[child]);
    if (OWNED.has(relation) || (CLAUSES.has(relation) && (!mutual || TOLD_ANEW.has(tree.lemma[token])))) return false;
    if (relation === "nmod" && OWNING.has(prepositionOf(tree, child))) return false;
    if (relation === "amod" && tree.analysis.upos[child] === "PROPN") return false;
  }
  return definite;
}

const BEHIND = new Set(["on", "upon", "against"]);

/** "condemned the attack on a school", where the parser hung the school on the verb: the word says itself which is meant. */
function saysWhich({ tree, mentions }: Cast, word: number, base: number): boolean {
  const isDate = (token: number): boolean =>
    mentions.some(({ kind, tokens: [from, to] }) => kind === "date" && from <= token && token < to);
  return (
    BEHIND.has(tree.lemma[word + 1]) &&
    clauseOf(tree, base).obliques.some(
      ({ preposition, token }) => token > word && preposition === tree.lemma[word + 1] && !isDate(token),
    )
  );
}

function wordsUnder(tree: Tree, base: number): number[] {
  const { objects, obliques } = clauseOf(tree, base);
  return [...objects, ...obliques.filter(({ preposition }) => ABOUT.has(preposition)).map(({ token }) => token)];
}
const ABOUT = new Set(["over", "against", "at", "about", "to"]);

const meets = (one: readonly Party[], other: readonly Party[]): boolean => {
  const countries = countriesOf(one);
  return other.some(
    ({ identity }) =>
      (identity.country !== null && countries.has(identity.country)) ||
      one.some((party) => party.identity.id === identity.id),
  );
};

const isTold = ({ told, rows }: Echo, { actors, meaning, rejected, row }: Candidate): boolean =>
  !rejected &&
  actors.length > 0 &&
  told.has(meaning.type) &&
  meaning.status === "happened" &&
  (rows?.test(row.name) ?? true);

const fits = ({ mutual }: Echo, { actors }: Candidate, other: Candidate): boolean =>
  !meets(actors, other.actors) && (!mutual || meets(actors, other.recipients));

type Told = readonly { readonly sentence: number; readonly candidates: readonly Candidate[] }[];

/** The sides that the nearest sentence with a fitting event gives it, if they are the same throughout. */
function doersOf(echo: Echo, candidate: Candidate, sentence: number, before: Told): readonly Party[] {
  for (const events of before.toReversed()) {
    if (sentence - events.sentence > REACH) return [];
    const told = events.candidates.filter((other) => other.chain.base < candidate.chain.base && isTold(echo, other));
    const found = told.filter((other) => fits(echo, candidate, other));
    // "A man stabbed two in Lyon. France condemned the attack": the nearest is meant, not another's before it
    if (told.length > 0 && found.length === 0 && !echo.mutual) return [];
    if (found.length === 0) continue;
    const actors = distinct(found.flatMap((other) => other.actors));
    return echo.mutual || found.every((other) => meets(other.actors, found[0].actors)) ? actors : [];
  }
  return [];
}

/**
 * "Chad accused Niger. Niamey denied the allegations", "Chad shelled a village. France condemned the attack": what is
 * denied, refused or condemned with a word that points back is done to those who did what it points to.
 */
export function echoed({ cast, tree }: Ground, candidate: Candidate, before: Told): Candidate {
  const { row, rejected, actors, recipients, meaning, chain } = candidate;
  if (!lacksRecipient(rejected) || actors.length === 0 || recipients.length > 0) return candidate;
  if (row.trigger.kind !== "verb" || meaning.status !== "happened") return candidate;
  const sentence = tree.analysis.sentence[chain.base];
  for (const word of wordsUnder(tree, chain.base))
    for (const echo of ECHOES) {
      if (!echo.over.has(meaning.type) || !echo.words.has(tree.lemma[word]) || !pointsBack(tree, word, echo)) continue;
      if (!echo.mutual && saysWhich(cast, word, chain.base)) continue;
      const doers = doersOf(echo, candidate, sentence, before);
      if (doers.length === 0) continue;
      const { rejected: _, ...rest } = candidate;
      return { ...rest, recipients: doers, loose: true };
    }
  return candidate;
}
