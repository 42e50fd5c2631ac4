import { type Entry, type LexiconNode, piecesOf, type Sense } from "../../knowledge/index.ts";
import { type Analysis, tokenCount, tokenText } from "../../schema/index.ts";

/** A place in the text where a name of the tables stands: its tokens [from, to), its span, and what it can mean. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly senses: readonly Sense[];
}

/** The text as the pieces that names are made of: a token "H-6K" is two. */
interface Pieces {
  readonly key: string[];
  readonly token: number[];
  readonly start: number[];
  readonly end: number[];
}

function piecesIn(analysis: Analysis): Pieces {
  const pieces: Pieces = { key: [], token: [], start: [], end: [] };
  const known = new Map<string, ReturnType<typeof piecesOf>>();
  for (let token = 0; token < tokenCount(analysis); token += 1) {
    const word = tokenText(analysis, token);
    let parts = known.get(word);
    if (!parts) {
      parts = piecesOf(word);
      known.set(word, parts);
    }
    for (const part of parts) {
      pieces.key.push(part.key);
      pieces.token.push(token);
      pieces.start.push(analysis.start[token] + part.from);
      pieces.end.push(analysis.start[token] + part.to);
    }
  }
  return pieces;
}

/** Acronyms that are words too where a whole sentence stands in capitals. */
const WORDS = new Set(["us", "who", "it", "is", "au", "car", "pace", "imo", "let", "ira", "total", "hal", "nam"]);

const HAS_SMALL = /\p{Ll}/u;
const STARTS_LARGE = /^[\p{Lu}\p{N}]/u;

function isShouted(analysis: Analysis, token: number): boolean {
  const sentence = analysis.sentence[token];
  const [from, to] = [analysis.sentenceStart[sentence], analysis.sentenceStart[sentence + 1]];
  if (to - from < 2) return false;
  return !HAS_SMALL.test(analysis.text.slice(analysis.start[from], analysis.end[to - 1]));
}

/** Whether the words are lettered as the entry wants them. */
function fits(entry: Entry, analysis: Analysis, written: string, token: number, end: number): boolean {
  if (entry.prefix && !/^[-\u2010-\u2013]/.test(analysis.text.slice(end, end + 1))) return false;
  if (entry.lettering === "any") return true;
  if (!STARTS_LARGE.test(written)) return false;
  if (entry.lettering === "capital") return !/^[Tt]he\s+\p{Ll}/u.test(written);
  const key = written.toLowerCase().replaceAll(".", "");
  return !HAS_SMALL.test(written) && !(WORDS.has(key) && isShouted(analysis, token));
}

function longestAt(
  pieces: Pieces,
  at: number,
  analysis: Analysis,
  root: LexiconNode,
): { hit: Hit; next: number } | undefined {
  let node = root.next.get(pieces.key[at]);
  let best: { hit: Hit; next: number } | undefined;
  const sentence = analysis.sentence[pieces.token[at]];
  for (let last = at; node; last += 1) {
    if (node.entries.length > 0) {
      const written = analysis.text.slice(pieces.start[at], pieces.end[last]);
      const senses = node.entries
        .filter((entry) => fits(entry, analysis, written, pieces.token[at], pieces.end[last]))
        .map((entry) => entry.sense);
      if (senses.length > 0) {
        const [from, to] = [pieces.token[at], pieces.token[last] + 1];
        best = { hit: { from, to, start: pieces.start[at], end: pieces.end[last], senses }, next: last + 1 };
      }
    }
    const next = last + 1;
    if (next >= pieces.key.length || analysis.sentence[pieces.token[next]] !== sentence) break;
    node = node.next.get(pieces.key[next]);
  }
  return best;
}

/** The names of the tables in the text: from left to right, of two that overlap the longer one. */
export function hitsOf(analysis: Analysis, root: LexiconNode): Hit[] {
  const pieces = piecesIn(analysis);
  const hits: Hit[] = [];
  let at = 0;
  while (at < pieces.key.length) {
    const found = longestAt(pieces, at, analysis, root);
    if (found) hits.push(found.hit);
    at = found ? found.next : at + 1;
  }
  return hits;
}
