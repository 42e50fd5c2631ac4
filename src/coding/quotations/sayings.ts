import { asideContent } from "./aside.ts";
import { clauseBehind } from "./bounds.ts";
import { findSayings, give } from "./find.ts";
import { linkQuoted } from "./link.ts";
import { type Page, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { endAtOwnName } from "./selfnaming.ts";
import { fullSource } from "./source.ts";
import { followsStretch, guessSpeaker, speakerBehind } from "./speaker.ts";
import { transcribed } from "./transcript.ts";
import type { Range } from "./tree.ts";

/** Whether the cue is one of speech or belief, and told to nobody: the words behind it can only be what is said. */
const isSpoken = ({ cue, source }: Saying): boolean =>
  /^(say|think)$/.test(cue.class) && source !== undefined && !cue.content.has("whom") && !cue.content.has("them");

const meet = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1];

/** A content without the colon that opens it, and without the "by" before who says it. */
function trimmed(page: Page, { source }: Saying, [from, to]: Range): Range {
  const start = textOf(page, from) === ":" ? from + 1 : from;
  return [start, source?.[0] === to && textOf(page, to - 1) === "by" ? to - 1 : to];
}

/** Holds what is true of every saying: its source and content are apart from its cue and from each other, in order. */
function settle(page: Page, saying: Saying): void {
  const { source, cueRange } = saying;
  if (source && meet(source, cueRange)) saying.source = source[0] < cueRange[0] ? [source[0], cueRange[0]] : undefined;
  saying.content = saying.content
    .map((range) => trimmed(page, saying, range))
    .filter((range) => range[0] < range[1] && !meet(range, cueRange))
    .filter((range, index, all) => index === 0 || all[index - 1][1] <= range[0]);
  if (saying.source && saying.content.some((range) => meet(range, saying.source!))) saying.source = undefined;
}

/** The source in full, guessed where the tree gives none; never words of the content. */
function completeSource(page: Page, saying: Saying): void {
  const isGiven = saying.source !== undefined && saying.speaker === undefined;
  if (saying.cue.pos !== "verb" || isGiven) return;
  const follows = followsStretch(page, saying.cueRange);
  const inverted =
    follows && saying.cue.class === "say" && !saying.cue.content.has("whom") && saying.form !== "object"
      ? speakerBehind(page, saying.cueRange)
      : undefined;
  const speaker = inverted ?? saying.speaker ?? guessSpeaker(page, saying.token, saying.cueRange);
  if (speaker === undefined || page.layer[speaker] !== saying.layer) return;
  const source = fullSource(page, speaker, saying.cueRange, follows);
  if (!saying.content.some(([from, to]) => from < source[1] && source[0] < to))
    Object.assign(saying, { source, speaker });
}

/**
 * Everything a text attributes to somebody, in the order of the cues: words, questions and findings,
 * and beyond quotations in the strict sense also beliefs, wishes and judgements.
 */
export function sayingsOf(page: Page): Saying[] {
  const sayings = linkQuoted(page, findSayings(page));
  for (const saying of sayings) {
    const canStandAside = saying.content.length === 0 && saying.cue.pos === "verb" && saying.cue.class !== "judge";
    if (!canStandAside || !saying.cue.content.has("that")) continue;
    give(saying, asideContent(page, saying), "aside");
    const clause = saying.content.length === 0 && isSpoken(saying) ? clauseBehind(page, saying) : undefined;
    if (clause) give(saying, [clause], "clause");
  }
  const complete = [...sayings, ...transcribed(page)]
    .filter(({ content }) => content.length > 0)
    .sort((a, b) => a.token - b.token);
  for (const saying of complete) completeSource(page, saying);
  endAtOwnName(page, complete);
  for (const saying of complete) settle(page, saying);
  const claimed = new Set(complete.filter(({ cue }) => cue.pos === "verb").map(({ content }) => content[0]?.[0]));
  return complete.filter(
    ({ cue, content }) => content.length > 0 && !(cue.pos === "noun" && claimed.has(content[0][0])),
  );
}
