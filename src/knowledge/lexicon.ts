import type { Equipment } from "./equipment.ts";
import type { Organisation } from "./organisations.ts";
import type { Agent, Organ } from "./organs.ts";
import type { Outlet } from "./outlets.ts";
import type { Person } from "./persons.ts";
import type { Place } from "./places.ts";
import { plain } from "./plain.ts";
import type { State } from "./states.ts";

/** One thing that a name can mean. */
export type Sense =
  | { readonly kind: "state" | "adjective" | "people" | "capital" | "government"; readonly state: State }
  | { readonly kind: "organ"; readonly organ: Organ }
  | { readonly kind: "agent"; readonly agent: Agent; readonly plural: boolean }
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "short"; readonly person: Person }
  | { readonly kind: "organisation"; readonly organisation: Organisation }
  | { readonly kind: "outlet"; readonly outlet: Outlet }
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "equipment"; readonly equipment: Equipment }
  | { readonly kind: "nothing" };

/** How a name must be written: in capitals, with a capital first letter, or anyhow. */
export type Lettering = "capitals" | "capital" | "any";

export interface Entry {
  readonly sense: Sense;
  readonly lettering: Lettering;
  /** Only before a hyphen ("Sino-"). */
  readonly prefix: boolean;
}

/** A node of the trie over the pieces of names. */
export interface LexiconNode {
  readonly next: ReadonlyMap<string, LexiconNode>;
  readonly entries: readonly Entry[];
}

/** Most nodes lead nowhere else and mean one thing or none: what is empty is one and the same. */
const NOWHERE: ReadonlyMap<string, GrowingNode> = new Map();
const NOTHING: readonly Entry[] = [];

class GrowingNode implements LexiconNode {
  next = NOWHERE;
  entries = NOTHING;

  /** The node behind a piece, made where it is not there. */
  behind(key: string): GrowingNode {
    const known = this.next.get(key);
    if (known) return known;
    const next = this.next === NOWHERE ? new Map<string, GrowingNode>() : (this.next as Map<string, GrowingNode>);
    const node = new GrowingNode();
    this.next = next.set(key, node);
    return node;
  }

  means(entry: Entry): void {
    if (this.entries === NOTHING) this.entries = [entry];
    else (this.entries as Entry[]).push(entry);
  }
}

/** Where a written word falls apart into pieces: hyphens, apostrophes, slashes. */
const JOINTS = /[-'\u2018\u2019\u2010\u2011\u2012\u2013/]/;

/** A piece as it is looked up: lower case, no accents, no full stops. */
export const pieceKey = (piece: string): string => (piece === "." ? piece : plain(piece).replaceAll(".", ""));

/** The pieces of a written word with their offsets in it. */
export function piecesOf(word: string): { readonly key: string; readonly from: number; readonly to: number }[] {
  const pieces: { key: string; from: number; to: number }[] = [];
  let from = 0;
  for (let index = 0; index <= word.length; index += 1) {
    if (index < word.length && !JOINTS.test(word[index])) continue;
    if (index > from) pieces.push({ key: pieceKey(word.slice(from, index)), from, to: index });
    from = index + 1;
  }
  return pieces;
}

export function letteringOf(name: string): Lettering {
  if (/^[^\p{L}]*\p{Ll}/u.test(name)) return "any";
  return /\p{Ll}/u.test(name) || !/\p{Lu}.*\p{Lu}/u.test(name) ? "capital" : "capitals";
}

const wordsOf = (name: string): string[] => name.replaceAll(",", " , ").split(/\s+/).filter(Boolean);

/** Adds a name with one of its senses. */
function addName(root: GrowingNode, name: string, sense: Sense): void {
  let node = root;
  for (const word of wordsOf(name)) for (const { key } of piecesOf(word)) node = node.behind(key);
  if (node !== root) node.means({ sense, lettering: letteringOf(name), prefix: name.endsWith("-") });
}

/** All names of the tables. */
export interface Names {
  readonly states: readonly State[];
  readonly organs: readonly Organ[];
  readonly agents: readonly Agent[];
  readonly persons: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly outlets: readonly Outlet[];
  readonly places: readonly Place[];
  readonly equipment: readonly Equipment[];
  readonly nonActors: readonly string[];
}

function addStates(root: GrowingNode, states: readonly State[]): void {
  for (const state of states) {
    for (const name of [state.name, ...state.names]) addName(root, name, { kind: "state", state });
    for (const name of state.adjectives) addName(root, name, { kind: "adjective", state });
    for (const name of state.demonyms) addName(root, name, { kind: "people", state });
    for (const name of state.capitals) addName(root, name, { kind: "capital", state });
    for (const name of state.governments) addName(root, name, { kind: "government", state });
  }
}

/** A king's one name ("Hussein") says too little where there are longer ones ("King Hussein"). */
const fullNames = ({ name, names }: Person): readonly string[] =>
  name.includes(" ") || names.length === 0 ? [name, ...names] : names;

function addPersons(root: GrowingNode, persons: readonly Person[]): void {
  for (const person of persons) {
    for (const name of fullNames(person)) addName(root, name, { kind: "person", person });
    for (const name of person.short) addName(root, name, { kind: "short", person });
  }
}

/** Builds the trie of all names. */
export function buildLexicon(names: Names): LexiconNode {
  const root = new GrowingNode();
  addStates(root, names.states);
  addPersons(root, names.persons);
  for (const organ of names.organs) for (const name of organ.names) addName(root, name, { kind: "organ", organ });
  for (const agent of names.agents) {
    for (const name of agent.names) addName(root, name, { kind: "agent", agent, plural: false });
    for (const name of agent.plurals) addName(root, name, { kind: "agent", agent, plural: true });
  }
  for (const organisation of names.organisations)
    for (const name of [organisation.name, ...organisation.names])
      addName(root, name, { kind: "organisation", organisation });
  for (const outlet of names.outlets)
    for (const name of [outlet.name, ...outlet.names]) addName(root, name, { kind: "outlet", outlet });
  for (const place of names.places)
    for (const name of [place.name, ...place.names]) addName(root, name, { kind: "place", place });
  for (const equipment of names.equipment)
    for (const name of [equipment.name, ...equipment.names]) addName(root, name, { kind: "equipment", equipment });
  for (const name of names.nonActors) addName(root, name, { kind: "nothing" });
  return root;
}
