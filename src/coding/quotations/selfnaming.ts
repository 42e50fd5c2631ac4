import type { Page } from "./page.ts";
import type { Saying } from "./saying.ts";
import type { Range } from "./tree.ts";

/** The names in a source: "Xi" and "Jinping" of "Chinese President Xi Jinping". */
function namesIn(page: Page, range: Range | undefined): Set<string> {
  const names = new Set<string>();
  for (let token = range?.[0] ?? 0; token < (range?.[1] ?? 0); token++)
    if (page.analysis.upos[token] === "PROPN") names.add(page.analysis.lemma[token]);
  return names;
}

const isNamedIn = (page: Page, names: ReadonlySet<string>, { speaker, source }: Saying): boolean =>
  speaker !== undefined && source !== undefined && source[1] - source[0] < 4 && names.has(page.analysis.lemma[speaker]);

/** Where a content ends at the latest, because from there on its speaker is named as somebody else would name him. */
function endOfWords(page: Page, saying: Saying, [from, to]: Range, inside: readonly Saying[]): number {
  const names = namesIn(page, saying.source);
  if (names.size === 0) return to;
  const naming = inside.find(
    (other) => other.token > from && other.token < to && other.layer !== saying.layer && isNamedIn(page, names, other),
  );
  return naming === undefined ? to : Math.min(naming.token, ...naming.content.map(([start]) => start));
}

/**
 * Nobody quotes himself by name: where "Xi said" stands within marks that hold Xi's own words, the closing mark
 * was forgotten before it, and the words from there on are the reporter's again.
 */
export function endAtOwnName(page: Page, sayings: readonly Saying[]): void {
  let next = 0;
  for (const saying of sayings) {
    while (next < sayings.length && sayings[next].token <= saying.token) next++;
    for (const [index, range] of saying.content.entries()) {
      if (range[1] - range[0] < 10) continue;
      const following = sayings.slice(next, next + 50);
      const end = endOfWords(page, saying, range, following);
      if (end > range[0] && end < range[1]) saying.content[index] = [range[0], end];
    }
  }
}
