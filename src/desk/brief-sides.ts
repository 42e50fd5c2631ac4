import type { Knowledge } from "../knowledge/index.ts";
import type { SourceCard } from "../schema/index.ts";

const OFFICE =
  /\b(ministry|department|government|embassy|president|office|parliament|kremlin|white house|pentagon|mission|army|navy|council|chancellery)\b/i;

/** The state whose organ a publisher is (`Kremlin`, `Ministry of Foreign Affairs of the PRC`), among those given. */
export function governmentOf(publisher: string, codes: readonly string[], knowledge: Knowledge): string | undefined {
  if (!OFFICE.test(publisher)) return undefined;
  const words = ` ${publisher} `;
  return codes.find((code) => {
    const state = knowledge.stateOf(code);
    const names = state ? [state.name, ...state.names, ...state.adjectives, ...state.governments] : [];
    return names.some((name) => words.includes(` ${name} `));
  });
}

/** The state on whose soil a publisher works, or whose organ it is. */
export const sideOf = (publisher: string, knowledge: Knowledge): string | undefined =>
  knowledge.outletOf(publisher)?.country ??
  governmentOf(
    publisher,
    knowledge.states.map(({ code }) => code),
    knowledge,
  );

/** A source with the side of the government that publishes it, where no outlet's is known. */
export function withGovernment(source: SourceCard, codes: readonly string[], knowledge: Knowledge): SourceCard {
  if (source.side !== undefined || source.publisher === undefined) return source;
  const side = governmentOf(source.publisher, codes, knowledge);
  return side === undefined ? source : { ...source, side };
}
