import type { EventRow } from "../../knowledge/index.ts";
import { partiesOf } from "./frames/slots.ts";
import { type Cast, partiesAt } from "./parties/cast.ts";
import { type Party, sameParty } from "./parties/party.ts";
import { surfaceSubjects } from "./subjects.ts";
import { childBy, firstConjunct, hasChild, prepositionOf, type Tree } from "./tree.ts";

const STAYS = new Set(["on", "for"]);
const PLACED = new Set(["in", "at"]);
const FUTURE = new Set(["will", "would", "shall", "may", "might", "could"]);

/** The predicate that says where a visitor is: "is in Ost on a visit", "was in Ost for talks with Mark"; or -1. */
function stayOf(tree: Tree, row: EventRow, noun: number): number {
  const base = firstConjunct(tree, noun);
  const place = tree.analysis.head[base];
  if (row.type !== "CONSULT" || place < 0 || !STAYS.has(prepositionOf(tree, base))) return -1;
  const isPlaced = childBy(tree, place, "cop") >= 0 && PLACED.has(prepositionOf(tree, place));
  return isPlaced && !hasChild(tree, place, FUTURE) ? place : -1;
}

/** Who is where, and whom he visits there: the state in which he is, if the visit names no other. */
export function staying(cast: Cast, row: EventRow, noun: number): { visitors: Party[]; hosts: Party[] } {
  const place = stayOf(cast.tree, row, noun);
  if (place < 0) return { visitors: [], hosts: [] };
  const visitors = partiesOf(cast, surfaceSubjects(cast.tree, place));
  const hosts = row.mode === "visit" ? partiesAt(cast, place) : [];
  return { visitors, hosts: hosts.filter((host) => !visitors.some((visitor) => sameParty(visitor, host))) };
}
