import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { partiesOf } from "../frames/slots.ts";
import { childrenOf, isVerbal, type Tree } from "../tree.ts";
import type { Cast } from "./cast.ts";
import { isStateless, ofState, type Party, sameSide } from "./party.ts";
import type { Sides } from "./sides.ts";

const OURS = new Set(["our", "my"]);
const DONE_TO = new Set(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "RETREAT", "AID", "PROTEST"]);
/** "our allies", "our enemies": others than those who speak of them. */
const NOT_OURS = new Set("ally partner friend neighbour neighbor enemy foe rival adversary opponent".split(" "));

const isOurs = (tree: Tree, noun: number): boolean =>
  !NOT_OURS.has(tree.lemma[noun]) &&
  childrenOf(tree, noun).some(
    (child) =>
      tree.analysis.relation[child] === "nmod:poss" &&
      OURS.has(tree.analysis.text.slice(tree.analysis.start[child], tree.analysis.end[child]).toLowerCase()),
  );

/** Who says it: the subject of the verb of speaking over the clause. */
function speakers(cast: Cast, { links }: Chain): Party[] {
  const speech = links.find(({ operation }) => operation === "speak");
  return speech ? partiesOf(cast, clauseOf(cast.tree, speech.token).subjects) : [];
}

function mine(cast: Cast, chain: Chain, party: Party): Party {
  if (!isStateless(party) || !isOurs(cast.tree, party.here.head)) return party;
  const country = speakers(cast, chain)[0]?.identity.country;
  return country ? ofState(party, country) : party;
}

/** "Ost attacked our positions," the minister said: what is ours is the speaker's. */
export function ofSpeaker(cast: Cast, type: string, chain: Chain, sides: Sides): Sides {
  const actors = sides.actors.map((party) => mine(cast, chain, party));
  if (sides.recipients.length > 0)
    return { actors, recipients: sides.recipients.map((party) => mine(cast, chain, party)) };
  if (!DONE_TO.has(type) || !isVerbal(cast.tree, chain.base)) return { ...sides, actors };
  const { objects, obliques, passive, subjects } = clauseOf(cast.tree, chain.base);
  const nouns = [
    ...objects,
    ...(passive ? subjects : []),
    ...obliques.filter(({ preposition }) => preposition !== "from").map(({ token }) => token),
  ];
  const found = nouns.some((noun) => isOurs(cast.tree, noun)) ? speakers(cast, chain) : [];
  return { actors, recipients: found.filter((party) => !actors.some((actor) => sameSide(actor, party))) };
}
