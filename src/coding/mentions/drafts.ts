import type { Agent, Knowledge, Person } from "../../knowledge/index.ts";
import type { ActorIdentity, Analysis, Mention, PlaceIdentity, Sector } from "../../schema/index.ts";
import type { Acronym } from "./acronyms.ts";
import type { Hit } from "./hits.ts";

/** What a group is of; a pair is of persons and nothing else. */
export type GroupOf = "states" | "persons" | "pair";

/** South, north, west and east end of a part of the world, in degrees. */
export type Region = readonly [number, number, number, number];

/** "the country", "the Gulf kingdom", "the Islamist group": whom the noun can mean, as far as its own words tell. */
export interface NounOpen {
  readonly kind: "noun";
  readonly of: "state" | "organisation" | "company";
  /** The states that are such. */
  readonly among?: ReadonlySet<string>;
  readonly within?: Region;
  /** The state in which the organisation is. */
  readonly country?: string;
  /** Sectors of which the organisation is one. */
  readonly sectors?: ReadonlySet<Sector>;
}

/** What a pronoun or a definite noun still has to find. */
export type Open =
  | { readonly kind: "pronoun"; readonly word: "he" | "she" | "it" | "they" }
  | { readonly kind: "definite" }
  | NounOpen
  | { readonly kind: "ordinal"; readonly which: "former" | "latter" }
  | { readonly kind: "group"; readonly count: number; readonly of: GroupOf }
  | { readonly kind: "alliance" };

/** A mention in the making. */
export interface Draft {
  /** Tokens [from, to). */
  readonly from: number;
  readonly to: number;
  /** Offsets in the text; narrower than the tokens where a token holds two names. */
  readonly start: number;
  readonly end: number;
  readonly kind: Mention["kind"];
  name?: string;
  actor?: ActorIdentity;
  place?: PlaceIdentity;
  quantity?: { value: number; unit: string };
  refersTo?: readonly Draft[];
  /** Whether later words may mean it by "they". */
  plural?: boolean;
  /** A person, so that later words may mean it by "he". */
  person?: { readonly gender: "f" | "m" | ""; readonly known?: Person };
  agent?: Agent;
  /** Named only to describe another ("the Iran-backed rebels"), so that no later word means it. */
  aside?: boolean;
  open?: Open;
}

/** The id of "his country" until it is known whose. */
export const OWN_STATE = "unknown.state";

/** The day of a document that has none. */
export const LAST_DAY = "9999-12-31";

/** What the steps of mention finding share: the text, the hits, and the mentions found so far. */
export interface Scan {
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
  /** The document's day, or the last day there is. */
  readonly day: string;
  readonly publisher?: string;
  readonly hits: readonly Hit[];
  /** The first hit on each token, -1 where there is none. */
  readonly hitOn: Int32Array;
  readonly drafts: Draft[];
  /** Tokens that belong to a mention already, or are known to mean none. */
  readonly taken: Uint8Array;
  /** How often each state is named in the document. */
  readonly countries: ReadonlyMap<string, number>;
  /** How each place name so far stood, by the token behind it: "in Moscow and Beijing". */
  readonly settings: Map<number, "in" | "way" | "none">;
  /** The acronyms that the text explains, by their letters. */
  readonly acronyms: ReadonlyMap<string, Acronym>;
  /** Persons named in full in this document, by the plain form of their short names. */
  readonly named: Map<string, Draft | Person>;
}

/** Marks the tokens as spoken for. */
export function take(scan: Scan, from: number, to: number): void {
  scan.taken.fill(1, from, to);
}

/** Adds a mention of whole tokens. */
export function add(scan: Scan, from: number, to: number, draft: Omit<Draft, "from" | "to" | "start" | "end">): Draft {
  const { analysis } = scan;
  const whole: Draft = { from, to, start: analysis.start[from], end: analysis.end[to - 1], ...draft };
  scan.drafts.push(whole);
  return whole;
}

/** Adds a mention of exactly the hit's characters. */
export function addHit(scan: Scan, hit: Hit, draft: Omit<Draft, "from" | "to" | "start" | "end">): Draft {
  const whole: Draft = { from: hit.from, to: hit.to, start: hit.start, end: hit.end, ...draft };
  scan.drafts.push(whole);
  return whole;
}

/** The token of [from, to) whose head lies outside; the last one where the tree is of no help. */
export function headOf(analysis: Analysis, from: number, to: number): number {
  for (let token = from; token < to; token += 1) {
    const head = analysis.head[token];
    if ((head < from || head >= to) && analysis.upos[token] !== "PUNCT" && analysis.upos[token] !== "DET") return token;
  }
  return to - 1;
}

/** Somebody known only by what he is, now that his country is known: an organ is the state's own, others are some of its people. */
export function placeIn(draft: Draft, country: string): void {
  if (!draft.actor) return;
  const own = draft.agent || draft.person ? `unknown.${country}.` : `${country}.`;
  draft.actor = { ...draft.actor, country, id: draft.actor.id.replace(/^unknown\./, own) };
}

/** The second mention stands for the first: it takes over who that is. */
export function standFor(draft: Draft, antecedent: Draft): void {
  draft.refersTo = antecedent.refersTo ?? [antecedent];
  draft.name = antecedent.name;
  draft.actor = antecedent.actor;
  draft.person = antecedent.person;
  draft.plural = antecedent.plural;
}
