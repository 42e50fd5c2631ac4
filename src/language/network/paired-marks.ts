/** Marks that come in pairs, and what closes them. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ['"', '"'],
  ["“", "”"],
  ["«", "»"],
  ["``", "''"],
  ["‘", "’"],
]);

/** A sentence of a text: its tokens [from, to), heads as indices into the text, -1 for the root. */
export interface SentenceSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Hangs pairs of quotation marks and brackets on what stands inside them: the opening mark on the first token whose head
 * is outside, the closing one on the last, as the guidelines of Universal Dependencies ask
 * (https://universaldependencies.org/u/dep/punct.html). Changes `head` in place; marks that others hang on are left.
 */
export function attachPairedMarks(
  forms: readonly string[],
  relation: readonly string[],
  head: Int32Array,
  { from, to }: SentenceSpan,
): void {
  const done = new Set<number>();
  for (let open = from; open < to; open++) {
    const closer = CLOSERS.get(forms[open]);
    if (closer === undefined || relation[open] !== "punct" || done.has(open)) continue;
    const close = closingMark(forms, open, to, closer);
    if (close < 0 || relation[close] !== "punct") continue;
    done.add(close);
    const tops = topsInside(relation, head, open, close);
    if (tops.length === 0 || hasDependents(head, from, to, open, close)) continue;
    head[open] = tops[0];
    head[close] = tops[tops.length - 1];
  }
}

/** The mark that closes the pair, pairs of the same kind inside it passed over; -1 where there is none. */
function closingMark(forms: readonly string[], open: number, to: number, closer: string): number {
  let nested = 0;
  for (let at = open + 1; at < to; at++) {
    if (forms[at] === closer) {
      if (nested === 0) return at;
      nested--;
    } else if (forms[at] === forms[open]) nested++;
  }
  return -1;
}

/** Tokens between two marks, other marks aside, whose heads are not between them. */
function topsInside(relation: readonly string[], head: Int32Array, open: number, close: number): number[] {
  const tops: number[] = [];
  for (let at = open + 1; at < close; at++) {
    const inside = head[at] > open && head[at] < close;
    if (!inside && relation[at] !== "punct" && head[at] !== open && head[at] !== close) tops.push(at);
  }
  return tops;
}

function hasDependents(head: Int32Array, from: number, to: number, open: number, close: number): boolean {
  for (let at = from; at < to; at++) if (head[at] === open || head[at] === close) return true;
  return false;
}
