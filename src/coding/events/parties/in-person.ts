import type { EventRow } from "../../../knowledge/index.ts";
import { firstConjunct } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import type { Party } from "./party.ts";

/** Those who head the phrase themselves, not those whose the thing is: "met the minister", not "met its goal". */
const inPerson = (cast: Cast, token: number): Party[] =>
  partiesAt(cast, token).filter((party) => {
    const { head } = party.here;
    return head === token || firstConjunct(cast.tree, head) === token || isInside(token, party.here);
  });

const BODIES = new Set(
  "delegation team group side mission party representative official leader member minister envoy diplomat ambassador negotiator chief delegate president premier general authority government alliance bloc coalition union force army military troop regime administration ministry department council court parliament airport port police commission committee camp movement head chairman chairwoman chairperson speaker director deputy secretary commander commissioner governor chancellor coordinator rapporteur spokesman spokeswoman boss vice-president vice-chairman counterpart lawmaker".split(
    " ",
  ),
);

/** "Ali Omar, the head of the rebels' council": somebody unknown is whom the words behind his name say. */
const isExplained = ({ byHead, tree }: Cast, token: number): boolean => {
  const actor = byHead.get(token)?.actor;
  return actor?.sector === "UNK" && actor.country === null && tree.analysis.upos[token] === "PROPN";
};

/** Visitors and talkers are persons, states and their delegations, not things that belong to one. */
export const inPersonOrBody = (cast: Cast, token: number): Party[] =>
  BODIES.has(cast.tree.lemma[token]) || isExplained(cast, token) ? partiesAt(cast, token) : inPerson(cast, token);

/** Things whose owner gives what they give: "EU funding helped Moldova". */
const GIFTS = new Set(
  "aid assistance funding fund money grant loan donation contribution support programme program project agency bank plan mission force team operation proposal offer policy help investment intervention decision move deal agreement".split(
    " ",
  ),
);
const GIVEN_BY = new Set(["AID", "AGREE"]);

/** Who helps or offers is somebody, not what belongs to him: "his mistakes offered glimpses". */
export function giversOf(cast: Cast, { trigger, type }: EventRow, token: number): Party[] {
  const free = trigger.objects !== undefined || !GIVEN_BY.has(type) || GIFTS.has(cast.tree.lemma[token]);
  return free ? partiesAt(cast, token) : inPersonOrBody(cast, token);
}

const isInside = (token: number, { tokens }: Party["here"]): boolean => token >= tokens[0] && token < tokens[1];
