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

const EMPLOYING = new Set(["employ", "hire", "recruit", "contract"]);

/** The preposition of who leads or employs those whom the participle describes; undefined of another participle. */
function leadingBy({ lemma }: Tree, noun: number, clause: number): string | undefined {
  if (LED.has(lemma[noun]) && LEADING.has(lemma[clause])) return "by";
  if (EMPLOYING.has(lemma[clause])) return "by";
  return lemma[clause] === "work" ? "for" : undefined;
}

/** "a coalition led by Ost and West", "workers employed by Ost": the states that lead or employ whom a noun means. */
function leadersOf(cast: Cast, noun: number): Set<string> {
  const { tree } = cast;
  const leaders = childrenBy(tree, noun, PARTICIPLE).flatMap((clause) => {
    const preposition = leadingBy(tree, noun, clause);
    return childrenBy(tree, clause, OBLIQUES).filter((token) => prepositionOf(tree, token) === preposition);
  });
  return countriesOf(leaders.flatMap((token) => partiesAt(cast, token)));
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
