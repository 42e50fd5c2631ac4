/** Dates that a text names, as intervals against the dateline, and which of them governs a clause. */
import type { Analysis } from "../../schema/index.ts";
import type { Sight, TokenMention } from "../types.ts";
import { toDates } from "./calendar.ts";
import { readDate } from "./phrase.ts";
import { type Found, sceneOf } from "./scene.ts";

export { governingDate } from "./governing.ts";

/** The token of [from, to) whose head lies outside of it. */
function headOf(analysis: Analysis, from: number, to: number): number {
  for (let token = from; token < to; token++) {
    const head = analysis.head[token];
    if (head < from || head >= to) return token;
  }
  return from;
}

function mentionOf(analysis: Analysis, from: number, found: Found): TokenMention {
  const span: [number, number] = [analysis.start[from], analysis.end[found.next - 1]];
  return {
    id: `m${span[0]}-${span[1]}`,
    span,
    kind: "date",
    date: toDates(found.interval),
    tokens: [from, found.next],
    head: headOf(analysis, from, found.next),
  };
}

/**
 * The dates of a text in order, never overlapping. Days are ISO 8601, intervals closed.
 * A date that only makes sense against a dateline is left out where the document has none.
 */
export function datesOf(sight: Pick<Sight, "document" | "analysis">): TokenMention[] {
  const { analysis, document } = sight;
  const scene = sceneOf(analysis, document.published);
  const mentions: TokenMention[] = [];
  let token = 0;
  while (token < scene.words.length) {
    const found = readDate(scene, token);
    if (found) {
      mentions.push(mentionOf(analysis, token, found));
      scene.anchor = { interval: found.interval, sentence: analysis.sentence[token] };
    }
    token = found ? found.next : token + 1;
  }
  return mentions;
}
