import type { EventRow } from "../../knowledge/index.ts";
import type { Chain } from "./chain.ts";
import { clauseOf } from "./clause.ts";
import type { Frame } from "./frames/frame.ts";
import { partiesOf } from "./frames/slots.ts";
import type { Meaning, Outcome } from "./operators.ts";
import type { Cast } from "./parties/cast.ts";
import { countriesOf, type Party, sameParty } from "./parties/party.ts";

const THREATS = new Set(["threaten", "commit"]);

/** "The move could bring a clash between A and B" threatens nobody: the clash is thought possible. */
export function foreseen(row: EventRow, { outcome, links }: Chain): Outcome {
  if ("rejected" in outcome || row.roles !== "mutual" || row.type !== "ASSAULT" || outcome.type !== "THREATEN")
    return outcome;
  if (links.some(({ operation }) => THREATS.has(operation))) return outcome;
  return { type: row.type, status: "hypothetical", ...(row.mode && { mode: row.mode }) };
}

/** "the two sides", "both countries". */
const isBoth = ({ tree }: Cast, { tokens, refersTo }: Party["here"]): boolean =>
  refersTo !== undefined && GROUPED.has(tree.lemma[tokens[1] - 1]) && BOTH.has(tree.lemma[tokens[1] - 2]);
const BOTH = new Set(["two", "both"]);
const GROUPED = new Set(["side", "country", "nation", "state", "party", "leader", "government"]);

/** "The two sides should expand trade, he said": he asks it of his own side too. */
export function asksItself(cast: Cast, { outcome }: Chain, { actors, recipients }: Frame): boolean {
  if (!("type" in outcome) || outcome.type !== "REQUEST") return false;
  if (recipients.some(({ here }) => isBoth(cast, here))) return true;
  const own = recipients.filter((party) => actors.some((actor) => sameParty(actor, party)));
  return own.length > 0 && countriesOf(recipients).size > 1;
}

/** "The ambassador warned that Chinese consumers could boycott …": who warns of his own side's deeds threatens. */
export function ownWarning(cast: Cast, chain: Chain, outcome: Meaning, { actors }: Frame): Meaning {
  const link = chain.links.find(({ row, operation }) => row === "op-threaten" && operation === "doubt");
  if (!link || outcome.type !== "THREATEN" || outcome.status !== "hypothetical") return outcome;
  const speakers = partiesOf(cast, clauseOf(cast.tree, link.token).subjects);
  const own = speakers.some((speaker) => actors.some((actor) => sameParty(actor, speaker)));
  return own ? { ...outcome, status: "happened" } : outcome;
}
