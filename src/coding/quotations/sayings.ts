import { asideContent } from "./aside.ts";
import { findSayings, give } from "./find.ts";
import { linkQuoted } from "./link.ts";
import type { Page } from "./page.ts";
import type { Saying } from "./saying.ts";
import { endAtOwnName } from "./selfnaming.ts";

/**
 * Everything a text attributes to somebody, in the order of the cues: words, questions and findings,
 * and beyond quotations in the strict sense also beliefs, wishes and judgements.
 */
export function sayingsOf(page: Page): Saying[] {
  const sayings = linkQuoted(page, findSayings(page));
  for (const saying of sayings) {
    const canStandAside = saying.content.length === 0 && saying.cue.pos === "verb" && saying.cue.class !== "judge";
    if (canStandAside && saying.cue.content.has("that")) give(saying, asideContent(page, saying), "aside");
  }
  const complete = sayings.filter(({ content }) => content.length > 0).sort((a, b) => a.token - b.token);
  endAtOwnName(page, complete);
  return complete;
}
