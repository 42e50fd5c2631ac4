import { measured, noValue, type Value } from "./value.ts";

/** A tie of two states: positive for cooperation, negative for conflict, 0 for none. */
export interface SignedTie {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

/** Three states that are all tied to each other. */
export interface Triad {
  readonly states: readonly [string, string, string];
  /** Number of negative ties, 0 to 3. */
  readonly negative: number;
  readonly balanced: boolean;
}

/** The triads of a network, and the share of them that is balanced. */
export interface Balance {
  readonly triads: readonly Triad[];
  readonly share: Value;
}

/**
 * Structural balance: a triad is balanced where the product of its signs is positive (no or two negative ties: the
 * enemy of my friend is my enemy).
 * Source: D. Cartwright and F. Harary, "Structural Balance: A Generalization of Heider's Theory", Psychological Review
 * 63 (1956), 277-293. Ties of weight 0 or smaller than `least` are no ties. No value without a triad.
 */
export function balanceOf(ties: readonly SignedTie[], least = 0): Balance {
  const signs = new Map<string, Map<string, number>>();
  for (const { a, b, weight } of ties) {
    if (weight === 0 || Math.abs(weight) < least) continue;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ]) {
      signs.set(from, (signs.get(from) ?? new Map<string, number>()).set(to, Math.sign(weight)));
    }
  }
  const triads = [...signs.keys()].sort().flatMap((state) => triadsFrom(state, signs));
  if (triads.length === 0) return { triads, share: noValue("too few pairs") };
  return { triads, share: measured(triads.filter((triad) => triad.balanced).length / triads.length) };
}

/** The triads whose first state in the alphabet is `first`. */
function triadsFrom(first: string, signs: ReadonlyMap<string, ReadonlyMap<string, number>>): Triad[] {
  const own = signs.get(first) ?? new Map<string, number>();
  const later = [...own.keys()].filter((state) => state > first).sort();
  return later.flatMap((second, at) =>
    later.slice(at + 1).flatMap((third): Triad[] => {
      const across = signs.get(second)?.get(third);
      if (across === undefined) return [];
      const negative = [own.get(second), own.get(third), across].filter((sign) => sign === -1).length;
      return [{ states: [first, second, third], negative, balanced: negative % 2 === 0 }];
    }),
  );
}
