import { clauseOf } from "../clause.ts";
import { childrenBy, firstConjunct, isBelow, isVerbal, prepositionOf, type Tree } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { countriesOf, ofState, type Party } from "./party.ts";
import { isNobody, type Sides } from "./sides.ts";

const LEADING = new Set("lead head command spearhead run control".split(" "));
/** Those who fight, talk and travel for the states that lead them. */
const LED = new Set("coalition alliance force forces troops mission delegation team group army fleet".split(" "));
const PARTICIPLE = new Set(["acl"]);
const OBLIQUES = new Set(["obl", "nmod"]);
const MEMBERS = new Set(["nmod"]);

const isBy = (tree: Tree, token: number): boolean => prepositionOf(tree, token) === "by";

/** "a coalition led by Ost and West": the states that lead whom a noun means. */
function leadersOf(cast: Cast, noun: number): Set<string> {
  const { tree } = cast;
  if (!LED.has(tree.lemma[noun])) return new Set();
  const led = childrenBy(tree, noun, PARTICIPLE).filter((clause) => LEADING.has(tree.lemma[clause]));
  const by = led.flatMap((clause) => childrenBy(tree, clause, OBLIQUES)).filter((token) => isBy(tree, token));
  return countriesOf(by.flatMap((token) => partiesAt(cast, token)));
}

/** "On behalf of the government of Ost, he thanked …": where a verb says for whom its subject speaks. */
function behalvesOf({ tree }: Cast, base: number): number[] {
  if (!isVerbal(tree, base)) return [];
  return [base, firstConjunct(tree, base)]
    .flatMap((verb) => clauseOf(tree, verb).obliques)
    .filter(({ token, preposition }) => preposition === "on" && tree.lemma[token] === "behalf")
    .map(({ token }) => token);
}

const withStates = (party: Party, states: ReadonlySet<string>): Party[] =>
  party.identity.country === null && states.size > 0 ? [...states].map((state) => ofState(party, state)) : [party];

/** Those of no known state, with the states that lead them or for which they speak. */
export function sentBy(cast: Cast, base: number, { actors, recipients }: Sides): Sides {
  const led = (party: Party): Party[] => withStates(party, leadersOf(cast, party.here.head));
  const behalves = behalvesOf(cast, base);
  const whose = behalves.flatMap((token) => childrenBy(cast.tree, token, MEMBERS));
  const states = countriesOf(whose.flatMap((token) => partiesAt(cast, token)));
  const spoken = (party: Party): Party[] => (isNobody(party) ? withStates(party, states) : [party]);
  const others = recipients.filter(({ here }) => !behalves.some((token) => isBelow(cast.tree, here.head, token)));
  return { actors: actors.flatMap(led).flatMap(spoken), recipients: others.flatMap(led) };
}
