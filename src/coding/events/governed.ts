import type { EventRow } from "../../knowledge/index.ts";
import { type Chain, isOperative } from "./chain.ts";
import { clauseOf } from "./clause.ts";
import {
  byPreposition,
  complementsOf,
  isMutual,
  misplacedCounterparts,
  obliquesWith,
  partiesOf,
  WITH,
  without,
} from "./frames/slots.ts";
import { type Cast, ownersAt, partiesAt } from "./parties/cast.ts";
import type { Party } from "./parties/party.ts";
import { staying } from "./stays.ts";
import { surfaceSubjects } from "./subjects.ts";
import { childBy, childrenOf, firstConjunct, isPredicate, isVerbal, prepositionOf, type Tree } from "./tree.ts";

const AGAINST = new Set(["against"]);
const ABSTRACT_GOVERNOR = new Set(["through", "via", "in", "during", "at", "by", "as"]);

/** Verbs that only tell as what their subject stands there: "serves as". */
const STANDING = new Set(["function", "serve", "act", "work", "operate", "stand"]);

/** "was planned as, and has served as, a bulwark": the tree hangs the "as" on the verb and takes the noun for its object. */
function actsAs(tree: Tree, verb: number, noun: number): boolean {
  if (!STANDING.has(tree.lemma[verb]) || tree.relation[noun] !== "obj") return false;
  return childrenOf(tree, verb).some((child) => tree.lemma[child] === "as" && verb < child && child < noun);
}

/** Verbs whose subject and obliques belong to the noun: light verbs and operators, and of "through talks" the verb. */
function governors(tree: Tree, chain: Chain, mutual: boolean): number[] {
  const linked = chain.links.filter(isOperative).map((link) => link.token);
  if (linked.length > 0 || !mutual) return linked;
  // "partnered with the Kurds in the battle against Isis"
  if (complementsOf(tree, chain.base, AGAINST).length > 0) return [];
  const base = firstConjunct(tree, chain.base);
  const head = tree.analysis.head[base];
  if (head < 0 || !isVerbal(tree, head)) return [];
  const manner = tree.relation[base] === "obl" && ABSTRACT_GOVERNOR.has(prepositionOf(tree, base));
  return manner || actsAs(tree, head, base) ? [head] : [];
}

/** "Norway is a donor to Malawi": nouns for who does it. */
const DOERS = new Set(
  "donor benefactor contributor backer supporter ally champion friend admirer critic opponent detractor mediator broker intermediary go-between".split(
    " ",
  ),
);

/** "in talks", "at war", "are a counterweight": the subject of the copula takes part. */
function copulaSubjects(tree: Tree, token: number, mutual: boolean): number[] {
  const preposition = prepositionOf(tree, token);
  if (DOERS.has(tree.lemma[token]) && childBy(tree, token, "cop") >= 0) return surfaceSubjects(tree, token);
  const inside = preposition === "in" || preposition === "at" || preposition === "on" || (mutual && preposition === "");
  return inside && childBy(tree, token, "cop") >= 0 ? surfaceSubjects(tree, token) : [];
}

/** Who takes part in a noun by the verb that carries it. */
export interface Governed {
  readonly subjects: Party[];
  readonly with: Party[];
  readonly towards: Party[];
}

/** "an air strike killed fighters of Ost": the object of the verb whose subject an attack is. */
function harmedBy(cast: Cast, row: EventRow, verb: number, noun: number): Party[] {
  if (row.type !== "ASSAULT" || cast.tree.relation[firstConjunct(cast.tree, noun)] !== "nsubj") return [];
  return partiesOf(cast, clauseOf(cast.tree, verb).objects).filter(({ identity }) => identity.country !== null);
}

/** "dealing with Ost during a meeting": what goes on during it is not its own. */
const isMeanwhile = (tree: Tree, noun: number): boolean => prepositionOf(tree, firstConjunct(tree, noun)) === "during";

/** The participants that a noun takes from the verb or copula over it. */
export function governed(cast: Cast, row: EventRow, chain: Chain): Governed {
  const mutual = isMutual(row);
  const { visitors, hosts } = staying(cast, row, chain.base);
  const subjects = [...partiesOf(cast, copulaSubjects(cast.tree, chain.base, mutual)), ...visitors];
  const found: Governed = { subjects, with: [], towards: hosts };
  // "Ost announced the expulsion of Markish diplomats from Ost": who stands inside a deed may do it all the same
  const own = mutual ? partiesAt(cast, chain.base) : ownersAt(cast, chain.base);
  for (const token of governors(cast.tree, chain, mutual)) {
    if (!isPredicate(cast.tree, token)) {
      found.subjects.push(...(found.subjects.length > 0 ? [] : partiesAt(cast, token)));
      continue;
    }
    const clause = clauseOf(cast.tree, token);
    if (found.subjects.length === 0) found.subjects.push(...without(partiesOf(cast, clause.subjects), own));
    const obliques = clause.obliques.filter((oblique) => oblique.token !== chain.base);
    if (!isMeanwhile(cast.tree, chain.base)) found.with.push(...partiesOf(cast, obliquesWith(obliques, WITH)));
    if (mutual && found.with.length === 0) found.with.push(...misplacedCounterparts(cast, obliques, found.subjects));
    found.towards.push(
      ...harmedBy(cast, row, token, chain.base),
      ...byPreposition(cast, obliques, found.subjects, row.type),
      ...partiesOf(cast, clause.indirect),
    );
  }
  return found;
}
