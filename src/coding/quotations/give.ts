import { clauseBounds } from "./bounds.ts";
import { type Page, sentenceAround, stretchIn, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { isSentence } from "./stretch.ts";
import type { Range } from "./tree.ts";

/** Words between a content and a stretch that is the end of it. */
const NEAR = 2;

const covers = (range: Range, [from, to]: Range): boolean => range[0] <= from && to <= range[1];

/** A clause that holds a few words in marks, where the tree did not find it: "noting he has “done nothing” for us". */
function clauseAroundStretch(page: Page, saying: Saying, stretch: number): Range | undefined {
  const [start, end] = page.ranges[stretch];
  const from = saying.cueRange[1];
  const isPlain = from < start && saying.content.length === 0 && saying.cue.content.has("that");
  if (!isPlain || isSentence(page, stretch)) return undefined;
  for (let token = from; token < start; token++) if (/^[,:]$/.test(textOf(page, token))) return undefined;
  return clauseBounds(page, saying, [start, end], start);
}

/** "He said that he would stay. “Nobody leaves.”": a clause stays beside the sentence in marks that goes on behind it. */
const goesOn = (page: Page, { form, cueRange, token }: Saying, [from, to]: Range, start: number): boolean =>
  form === "clause" && from >= cueRange[1] && to <= start && start >= sentenceAround(page, token)[1];

/** "[The plan] was called “a trap”": the subject of a passive, of which the words in marks are said. */
const isNamed = ({ form, cueRange }: Saying, [, to]: Range): boolean => form === "object" && to <= cueRange[0];

/**
 * Puts a stretch into the content of a saying, in the order of the text; what it swallows goes.
 * A few words in marks right behind a clause belong to the clause; a sentence in marks stands for itself.
 */
export function give(page: Page, saying: Saying, stretch: number, from: number): void {
  const clause = clauseAroundStretch(page, saying, stretch);
  if (clause) {
    saying.content = [clause];
    saying.form = "clause";
    return;
  }
  const range: Range = [from, page.ranges[stretch][1]];
  const open = saying.content.at(-1);
  const isApart = open !== undefined && open[1] <= saying.cueRange[0] && saying.cueRange[1] <= range[0];
  const isTail =
    open !== undefined && !isApart && saying.form !== "quote" && open[1] <= range[0] && range[0] - open[1] <= NEAR;
  if (isTail && !isSentence(page, stretch)) {
    saying.content = [...saying.content.slice(0, -1), [open[0], range[1]]];
    return;
  }
  const others = saying.content.filter((other) => !covers(range, other));
  const isKept = (other: Range) =>
    stretchIn(page, other[0], saying.layer) >= 0 || goesOn(page, saying, other, from) || isNamed(saying, other);
  const kept = saying.form === "quote" ? others : others.filter(isKept);
  saying.content = [...kept, range].sort((a, b) => a[0] - b[0]);
  saying.form = "quote";
}
