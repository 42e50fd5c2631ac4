import type { Cue } from "../../knowledge/index.ts";
import { contentRange } from "./content.ts";
import type { Page } from "./page.ts";
import type { Saying } from "./saying.ts";

/** The colon behind a speaker's name at the beginning of a line. */
const COLON: Cue = { words: [":"], pos: "phrase", class: "say", content: new Set(["rest"]) };
const LONGEST_NAME = 8;
const FEWEST_WORDS = 3;
const NAME = /^(PROPN|NOUN|ADJ|DET|ADP|PUNCT)$/;
const NO_SPEAKER =
  /^(note|update|updated|correction|related|read|source|photo|image|video|editor|by|here|also|clarification)/i;

/** Where each line of the text begins, as tokens, and the number of tokens at the end. */
function lineStarts(page: Page): number[] {
  const { analysis } = page;
  const starts = [0];
  for (let token = 1; token < analysis.start.length; token++)
    if (analysis.text.slice(analysis.end[token - 1], analysis.start[token]).includes("\n")) starts.push(token);
  return [...starts, analysis.start.length];
}

/** The colon of a line that begins with a name, or -1. */
function colonOf(page: Page, from: number, to: number): number {
  const { analysis } = page;
  if (page.layer[from] >= 0 || NO_SPEAKER.test(analysis.text.slice(analysis.start[from], analysis.end[from])))
    return -1;
  for (let token = from; token < Math.min(to - FEWEST_WORDS, from + LONGEST_NAME + 1); token++) {
    if (analysis.text.slice(analysis.start[token], analysis.end[token]) === ":") return token > from ? token : -1;
    const words = analysis.text.slice(analysis.start[token], analysis.end[token]);
    if (!NAME.test(analysis.upos[token]) || (/^\p{Ll}/u.test(words) && words.length > 3)) return -1;
  }
  return -1;
}

const MANY = 5;

/** Where the words of a speaker end: at the next speaker, or at a blank line where few lines name one. */
function endOfWords({ analysis }: Page, from: number, next: number, isTranscript: boolean): number {
  if (isTranscript) return next;
  for (let token = from; token + 1 < next; token++)
    if (/\n\s*\n/.test(analysis.text.slice(analysis.end[token], analysis.start[token + 1]))) return token + 1;
  return next;
}

const ASKS = /^(q|question|questioner|moderator|reporter|host)$/i;

/** Whether the names before colons are speakers: one of them comes back, or asks; datelines and labels don't. */
function isTranscript({ analysis }: Page, named: readonly { start: number; colon: number }[]): boolean {
  const names = named.map(({ start, colon }) => analysis.text.slice(analysis.start[start], analysis.end[colon - 1]));
  return names.length > 1 && (new Set(names).size < names.length || names.some((name) => ASKS.test(name)));
}

/** `LAVROV: We are ready.`: the lines of a transcript. */
export function transcribed(page: Page): Saying[] {
  const starts = lineStarts(page);
  const lines = starts.slice(0, -1).map((start, line) => ({ start, colon: colonOf(page, start, starts[line + 1]) }));
  const named = lines.filter(({ colon }) => colon >= 0);
  if (!isTranscript(page, named)) return [];
  return named.flatMap(({ start, colon }, index): Saying[] => {
    const next = named[index + 1]?.start;
    const limit = next ?? page.analysis.start.length;
    const end = endOfWords(page, colon + 1, limit, next !== undefined && named.length >= MANY);
    const content = contentRange(page, colon + 1, end, -1);
    const cue = { cue: COLON, token: colon, cueRange: [colon, colon + 1] as const };
    return content[1] > content[0]
      ? [{ ...cue, source: [start, colon], speaker: colon - 1, content: [content], layer: -1, form: "transcript" }]
      : [];
  });
}
