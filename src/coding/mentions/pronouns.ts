import { tokenText } from "../../schema/index.ts";
import { isAlliance, isPerson, type Search } from "./antecedents.ts";
import { type Draft, OWN_STATE, type Scan } from "./drafts.ts";
import { genderOf } from "./gender.ts";
import { relationOf, type Scored } from "./memory.ts";
import { areSame, type Question, questionOf, type Word } from "./question.ts";
import { hitAt, together } from "./words.ts";

/** "Ukraine and its allies". */
const isJoinedTo = ({ analysis }: Scan, one: Draft, draft: Draft): boolean =>
  one.to === draft.from - 1 && tokenText(analysis, one.to) === "and";

/** What the place of the pronoun adds to or takes from a candidate. */
function placeBonus(question: Question, one: Draft): number {
  const { search, stance, local, object, speaker } = question;
  let bonus = 0;
  const mine = stance.outward
    ? -4
    : stance.charged
      ? -1
      : question.word === "they" && !isMany(question, one)
        ? 0.5
        : 2.5;
  if (stance.possessive && areSame(one, local)) bonus += mine;
  if (question.draft.actor?.id === OWN_STATE && local && one.actor?.country === local.actor?.id) bonus -= 4;
  if (stance.charged && areSame(one, object)) bonus += 3;
  if (stance.possessive && isJoinedTo(search.scan, one, question.draft)) bonus += 4;
  if (areSame(one, speaker)) bonus += 1.5;
  const relation = relationOf(search.scan, one);
  if (stance.isSubject && relation.startsWith("nsubj")) bonus += 0.3;
  if (stance.isObject && /^(obj|iobj|obl)/.test(relation)) bonus += 0.6;
  return bonus;
}

/** A pronoun means somebody named rather than "an inmate". */
const namedFirst = (draft: Draft): number => (draft.person?.known || draft.person?.gender ? 1.5 : 0);

/** Below this the second candidate is as likely as the first. */
const NEAR = 0.12;

/** The likeliest; nobody where another one is as likely. */
function clear(ranked: readonly Scored[]): Draft | undefined {
  const [first] = ranked;
  const rival = ranked.find(({ draft }) => !areSame(draft, first.draft));
  return first && (!rival || first.score - rival.score >= NEAR) ? first.draft : undefined;
}

function rank(
  question: Question,
  reach: number,
  fits: (one: Draft) => boolean,
  own = (_: Draft): number => 0,
): Scored[] {
  const { search, draft, barred } = question;
  const free = (one: Draft): boolean => fits(one) && !barred.some((other) => areSame(one, other));
  return search.memory.ranked(draft, reach, free, (one) => own(one) + placeBonus(question, one));
}

const VISITS = new Set(["visit", "trip", "tour", "arrival", "stay"]);

/** "his visit to China": the state to which whoever is meant has come, and so not his own. */
function hostOf({ search: { scan }, draft, stance }: Question): string | undefined {
  const { head, lemma } = scan.analysis;
  const visit = head[draft.from];
  if (!stance.possessive || visit < 0 || !VISITS.has(lemma[visit]) || !together(scan, visit, visit + 2))
    return undefined;
  const place = /^(to|in)$/.test(tokenText(scan.analysis, visit + 1)) ? hitAt(scan, visit + 2) : undefined;
  return place?.senses.flatMap((sense) => ("state" in sense ? [sense.state.code] : []))[0];
}

function findPerson(question: Question, gender: "m" | "f"): Draft[] | undefined {
  const host = hostOf(question);
  const fits = (one: Draft): boolean =>
    isPerson(one) &&
    [gender, ""].includes(genderOf(question.search.scan, one)) &&
    (host === undefined || one.actor?.country !== host);
  const near = rank(question, 4, fits, namedFirst);
  const ranked = near.length > 0 ? near : rank(question, 15, fits, namedFirst);
  const person = ranked.length > 0 ? clear(ranked) : undefined;
  return person && [person];
}

const isBody = (one: Draft): boolean =>
  one.kind === "actor" && !one.person && one.actor !== undefined && (one.actor.country !== null || isAlliance(one));

function findThing(question: Question): Draft[] | undefined {
  const ranked = rank(question, 2, (one) => isBody(one) && !one.plural);
  const body = ranked.length > 0 ? clear(ranked) : undefined;
  return body && [body];
}

const isMany = ({ search }: Question, one: Draft): boolean =>
  one.kind === "actor" && (one.plural === true || search.groups.has(one));

const TROOPS: ReadonlySet<string> = new Set(["UAF", "REB", "PRM", "MIL", "OPP", "PTY"]);

const isTroop = (one: Draft): boolean => TROOPS.has(one.actor?.sector ?? "");

/** "Putin met Xi. They agreed": two of a kind who met in the sentence before, its subject and another. */
function findPair({ search, draft, stance }: Question): Draft[] | undefined {
  if (!stance.isSubject && !stance.possessive) return undefined;
  const { scan, memory } = search;
  const { sentence } = scan.analysis;
  const before = memory
    .ranked(draft, 1, (one) => sentence[one.from] === sentence[draft.from] - 1 && one.kind === "actor" && !one.plural)
    .map((scored) => scored.draft);
  const first = before.find((one) => relationOf(scan, one).startsWith("nsubj"));
  if (!first?.actor || (!isPerson(first) && first.actor.id !== first.actor.country)) return undefined;
  const second = before.find(
    (one) =>
      !areSame(one, first) &&
      isPerson(one) === isPerson(first) &&
      (isPerson(one) || one.actor?.id === one.actor?.country) &&
      /^(obj|obl)/.test(relationOf(scan, one)),
  );
  return second && [first, second].sort((one, other) => one.start - other.start);
}

function findMany(question: Question): Draft[] | undefined {
  const { groups } = question.search;
  const number = (one: Draft): number => (isMany(question, one) ? 1 : isTroop(one) ? -0.5 : -1.5);
  const ranked = rank(question, 2, (one) => isMany(question, one) || isBody(one), number);
  const owns = (one: Draft): boolean =>
    areSame(one, question.speaker) || (isTroop(one) && areSame(one, question.local));
  const best = ranked.find(({ draft }) => isMany(question, draft) || owns(draft))?.draft ?? ranked[0]?.draft;
  if (best && isMany(question, best)) return groups.get(best) ?? [best];
  const pair =
    best && (areSame(best, question.speaker) || areSame(best, question.local)) ? undefined : findPair(question);
  if (pair) return pair;
  const near = ranked.filter(({ draft }) => isNear(question, draft));
  const body = near.length > 0 ? clear(near) : undefined;
  return body && [body];
}

const isNear = ({ search, draft }: Question, one: Draft): boolean => {
  const { sentence } = search.scan.analysis;
  return sentence[draft.from] - sentence[one.from] <= 1;
};

/** "himself", "itself": the subject, where it is of the pronoun's kind. */
function findReflexive(question: Question): Draft[] | undefined {
  const { local, word } = question;
  if (!local) return undefined;
  const person = word === "he" || word === "she";
  return person === isPerson(local) || word === "they" ? [local] : undefined;
}

/**
 * Whom a pronoun stands for: of those that agree with it in kind, number and gender, and that its place in the
 * sentence does not rule out, the one that stands out most; nobody where two are as likely.
 */
export function findPronoun(search: Search, draft: Draft, word: Word): Draft[] | undefined {
  const question = questionOf(search, draft, word);
  if (question.stance.reflexive) {
    const own = findReflexive(question);
    if (own) return own;
  }
  if (word === "he") return findPerson(question, "m");
  if (word === "she") return findPerson(question, "f");
  return word === "it" ? findThing(question) : findMany(question);
}
