/** Lists of codes as the tables keep them: sorted, each once, joined by `+`. */

const SEPARATOR = "+";

export const sortedCodes = (codes: Iterable<string | null>): string[] =>
  [...new Set(codes)].filter((code): code is string => code !== null).sort();

export const joinCodes = (codes: readonly string[]): string => codes.join(SEPARATOR);

export const splitCodes = (joined: string): string[] => (joined === "" ? [] : joined.split(SEPARATOR));

/** A dyad with its codes in alphabetical order. */
export const sortedDyad = ([one, other]: readonly [string, string]): [string, string] =>
  one < other ? [one, other] : [other, one];

/**
 * The dyads that an event is about: each actor with each recipient, or the actors among each other where nobody
 * receives. What several states do together to a third is about each of them and the third.
 */
export function dyadsOf(actors: readonly string[], recipients: readonly string[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  const partners = recipients.length > 0 ? recipients : actors;
  for (const actor of actors)
    for (const partner of partners) {
      if (actor === partner) continue;
      const dyad = sortedDyad([actor, partner]);
      pairs.set(dyad.join(SEPARATOR), dyad);
    }
  return [...pairs.values()];
}
