import type { EventRow } from "../../../knowledge/index.ts";
import { clauseOf } from "../clause.ts";
import { partiesOf } from "../frames/slots.ts";
import { childrenBy } from "../tree.ts";
import type { Cast } from "./cast.ts";
import type { Party } from "./party.ts";

const DRAFTED = new Set("draft sponsor propose initiate table author write pen submit broker".split(" "));
const TEXTS = new Set(["REJECT", "SUPPORT", "ACCUSE"]);
const ADJECTIVES = new Set(["amod"]);
const RELATIVE = new Set(["acl"]);

/** "vetoed a US-drafted resolution on Mark", "a resolution penned by Ost": whose text it is, not what it is about. */
export function draftersOf(cast: Cast, { type }: EventRow, objects: readonly number[]): Party[] {
  if (!TEXTS.has(type)) return [];
  const { lemma } = cast.tree;
  const participles = objects
    .flatMap((object) => childrenBy(cast.tree, object, ADJECTIVES))
    .filter((child) => DRAFTED.has(lemma[child]) && lemma[child - 1] === "-");
  const authors = objects
    .flatMap((object) => childrenBy(cast.tree, object, RELATIVE))
    .filter((clause) => DRAFTED.has(lemma[clause]))
    .map((clause) => clauseOf(cast.tree, clause))
    .flatMap(({ passive, subjects }) => (passive ? subjects : []));
  return partiesOf(cast, [...participles.map((participle) => participle - 2), ...authors]);
}
