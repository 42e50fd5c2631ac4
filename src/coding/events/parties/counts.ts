import type { TokenMention } from "../../types.ts";
import type { Ground } from "../ground.ts";

/** The country of whoever or whatever a mention names, if it has one. */
export const countryNamed = ({ actor, place }: TokenMention): string | undefined =>
  actor?.country ?? place?.country ?? undefined;

/** Whether a country is a state of the tables, and no alliance or people. */
export const isState = ({ sight: { knowledge } }: Ground, country: string | undefined): boolean =>
  country !== undefined && knowledge.stateOf(country) !== undefined;

/** How often a text names each country. */
export function countryCounts(mentions: readonly TokenMention[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mention of mentions) {
    const country = countryNamed(mention);
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return counts;
}

/** Countries with their counts, the most frequent first; of equals the one that is named first. */
export const byCount = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort((one, other) => other[1] - one[1]);
