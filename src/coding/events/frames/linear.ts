import type { EventRow, Phrase } from "../../../knowledge/index.ts";
import { type Cast, partiesAt } from "../parties/cast.ts";
import { countriesOf, distinct, type Party, sameSide } from "../parties/party.ts";
import { endsOf } from "../phrase.ts";
import { childBy, isBelow, type Tree } from "../tree.ts";
import { type Frame, isMutual } from "./slots.ts";

type Side = 1 | -1;

/** The first who are named beyond a token on one side, in its sentence, and of whom `wanted` holds. */
function nearest(cast: Cast, from: number, side: Side, wanted: (party: Party) => boolean): Found {
  const { sentence } = cast.tree.analysis;
  for (let at = from + side; sentence[at] === sentence[from]; at += side) {
    if (!cast.byHead.has(at) || (side === 1 && tellsOf(cast, at, from))) continue;
    const parties = partiesAt(cast, holderOf(cast, at)).filter(wanted);
    if (parties.length > 0) return { at, parties };
  }
  return { at: from, parties: [] };
}

/** "Soldiers from Gondor": of a name within a phrase that somebody else heads, the head. */
function holderOf({ tree, byHead }: Cast, token: number): number {
  const head = tree.analysis.head[token];
  return head >= 0 && tree.relation[token] === "nmod" && byHead.has(head) ? head : token;
}

/** "…, an Ostian official said": who acts in a clause of his own behind the event has no part in it. */
const tellsOf = ({ tree }: Cast, token: number, base: number): boolean =>
  isSubject(tree, token) && !isBelow(tree, token, base);

const isSubject = (tree: Tree, token: number): boolean => {
  const head = tree.analysis.head[token];
  const owned = /^(compound|amod|nmod)$/.test(tree.relation[token]) && head >= 0;
  return /^[nc]subj$/.test(tree.relation[owned ? head : token]);
};

/** "crowds burned the embassy": a subject that names nobody acts all the same. */
function hasSubject({ tree }: Cast, token: number): boolean {
  const subject = childBy(tree, token, "nsubj");
  return subject >= 0 && tree.analysis.upos[subject] === "NOUN";
}

interface Found {
  readonly at: number;
  readonly parties: readonly Party[];
}

type Slots = Partial<Record<"actor" | "recipient", readonly Party[]>>;

/** Whoever stands where one side of a phrase asks for somebody; whom it passes over is passed over. */
function slotsOf(cast: Cast, base: number, parts: Phrase["before"], side: Side): Slots {
  const ends = endsOf(cast.tree, base, parts, side) ?? [];
  const slots: Slots = {};
  let from = base;
  for (const [index, { slot }] of parts.entries()) {
    from = side === 1 ? Math.max(from, ends[index]) : Math.min(from, ends[index]);
    if (!slot || slot === "several") continue;
    const found = nearest(cast, from, side, hasCountry);
    from = found.at;
    if (slot !== "anybody" && found.parties.length > 0) slots[slot] = found.parties;
  }
  return slots;
}

const hasCountry = ({ identity }: Party): boolean => identity.country !== null || identity.sector === "IGO";

const without = (parties: readonly Party[], others: readonly Party[]): Party[] =>
  parties.filter((party) => !others.some((other) => other.identity.id === party.identity.id));

/** Who acts: whom the phrase points out, the clause's own, else whoever stands nearest before the word. */
function actorsOf(cast: Cast, row: EventRow, base: number, own: Frame, slots: Slots): readonly Party[] {
  const given = slots.actor ?? own.actors.filter(hasCountry);
  if (given.length > 0) return given;
  if (row.roles === "reversed") return nearest(cast, base, 1, apartFrom(own.recipients)).parties;
  const isKnown = own.actors.length > 0 || hasSubject(cast, base);
  return isKnown ? [] : nearest(cast, base, -1, hasCountry).parties;
}

/** Anybody who is on another side than these. */
const apartFrom =
  (parties: readonly Party[]) =>
  (party: Party): boolean =>
    hasCountry(party) && !parties.some((one) => sameSide(one, party));

/**
 * Who takes part in an event that is read along the sentence: those whom the phrase of the row points out, those of
 * the event's own clause, and else whoever is named nearest before the word and behind it.
 */
export function linearFrame(cast: Cast, row: EventRow, base: number, own: Frame): Frame {
  const { phrase } = row.trigger;
  const slots = phrase ? { ...slotsOf(cast, base, phrase.before, -1), ...slotsOf(cast, base, phrase.after, 1) } : {};
  const actors = actorsOf(cast, row, base, own, slots);
  const others = isMutual(row) ? without(own.others, actors) : [];
  const clause = slots.actor ? without([...own.actors, ...own.recipients], actors) : own.recipients;
  const known = (slots.recipient ?? clause).filter(hasCountry);
  if (known.length > 0 || others.some(hasCountry) || (isMutual(row) && countriesOf(actors).size > 1))
    return { actors, recipients: known, others, loose: false };
  const found = distinct(nearest(cast, base, 1, apartFrom(actors)).parties);
  const sides = isMutual(row) ? { recipients: [], others: found } : { recipients: found, others: [] };
  return { actors, ...sides, loose: true };
}
