import { plain } from "../../knowledge/index.ts";
import type { ActorTally, Wanted } from "../../ledger/index.ts";
import type { SpeakerHit } from "../../schema/index.ts";
import type { ActorNames } from "../actors/names.ts";

const wordsOf = (name: string): string[] => plain(name).split(/[^\p{L}\p{N}]+/u);

/** Whether each term begins a word of one of the names, so that a name is found before it is typed whole. */
const fits = (names: readonly string[], terms: readonly string[]): boolean =>
  names.some((name) => {
    const words = wordsOf(name);
    return terms.every((term) => words.some((word) => word.startsWith(term)));
  });

/** Those of the speakers and actors whose name holds the words, whoever speaks and acts most first. */
export function speakersOf(
  tallies: readonly ActorTally[],
  { terms, excluded }: Wanted,
  names: ActorNames,
): SpeakerHit[] {
  const hits = tallies.flatMap(({ actor: id, said, did }): SpeakerHit[] => {
    const actor = names.card(id);
    if (actor === undefined) return [];
    const known = names.namesOf(id);
    if (!fits(known, terms) || excluded.some((each) => fits(known, each))) return [];
    return [{ kind: "speaker", actor, said, did }];
  });
  return hits.sort(
    (one, other) => other.said + other.did - (one.said + one.did) || (one.actor.name < other.actor.name ? -1 : 1),
  );
}
