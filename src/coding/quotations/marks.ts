import type { Span } from "../../schema/index.ts";

/** A stretch between quotation marks, marks included. Runs over paragraphs that each open anew. */
export interface Quoted {
  readonly span: Span;
  /** Index of the stretch that this one stands in, -1 for none. */
  readonly parent: number;
  /** false where the closing mark was never given. */
  readonly closed: boolean;
}

type Kind = "double" | "single" | "angle" | "low";

/** A mark as found in the text; `side` is what its form and neighbours say of it. */
interface Mark {
  readonly at: number;
  readonly length: number;
  readonly kind: Kind;
  readonly side: "open" | "close" | "either";
}

interface OpenMark {
  readonly mark: Mark;
  readonly index: number;
}

const CANDIDATE = /``|''|["“”„«»‘’']/g;
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isBlank = (char: string | undefined): boolean => char === undefined || /[\s([—–-]/.test(char);
const isStop = (char: string | undefined): boolean => char !== undefined && /[.,!?…;:]/.test(char);

/** Which side a mark without one of its own is on, from what stands before and behind it. */
function sideAt(text: string, at: number, length: number): Mark["side"] {
  const before = text[at - 1];
  const behind = text[at + length];
  const opens = isBlank(before) || /["“‘']/.test(before ?? "");
  const closes = isBlank(behind) || isStop(behind) || /["”’')\]]/.test(behind ?? "");
  if (opens && !closes) return "open";
  if (closes && !opens) return "close";
  return "either";
}

/** A single mark that may be an apostrophe: only what can't be one, or stands like a quotation mark, counts. */
function singleMark(text: string, at: number, char: string): Mark | undefined {
  const before = text[at - 1];
  const behind = text[at + 1];
  if (isWord(before) && isWord(behind)) return undefined;
  const opens =
    char !== "’" && (isBlank(before) || /["“]/.test(before)) && behind !== undefined && !/[\s\d]/.test(behind);
  if (opens) return { at, length: 1, kind: "single", side: "open" };
  const closes = char !== "‘" && before !== undefined && !/\s/.test(before) && !isWord(behind);
  return closes ? { at, length: 1, kind: "single", side: "close" } : undefined;
}

const CURLY: Readonly<Record<string, readonly [Kind, Mark["side"]]>> = {
  "“": ["double", "open"],
  "”": ["double", "close"],
  "``": ["double", "open"],
  "«": ["angle", "open"],
  "»": ["angle", "close"],
  "„": ["low", "open"],
};

/** The side of a curly mark, the other one where it was set the wrong way round: `here,“ he said`. */
function turnedSide(text: string, at: number, side: Mark["side"]): Mark["side"] {
  const [before, behind] = [text[at - 1], text[at + 1]];
  if (side === "close" && isBlank(before) && isWord(behind)) return "open";
  return side === "open" && isStop(before) && (behind === undefined || /\s/.test(behind)) ? "close" : side;
}

function markAt(text: string, at: number, found: string): Mark | undefined {
  const curly = CURLY[found];
  if (curly) {
    const side = turnedSide(text, at, curly[1]);
    return { at, length: found.length, kind: curly[0], side };
  }
  if (found === '"' || found === "''")
    return { at, length: found.length, kind: "double", side: sideAt(text, at, found.length) };
  return singleMark(text, at, found);
}

/** All marks of a text, in order. */
function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const mark = markAt(text, index, found);
    if (mark) marks.push(mark);
  }
  return marks;
}

/** Whether a possessive ("the states’ …") must be meant, because a better closing mark follows in the paragraph. */
function isPossessive(text: string, marks: readonly Mark[], index: number, end: number): boolean {
  const { at, kind } = marks[index];
  if (kind !== "single" || text[at - 1] !== "s" || !/^.\s\p{Ll}/u.test(text.slice(at, at + 3).replace(/^./, ".")))
    return false;
  for (let later = index + 1; later < marks.length && marks[later].at < end; later++) {
    if (marks[later].kind !== "single") continue;
    return marks[later].side === "close";
  }
  return false;
}

interface Builder {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly quoted: { span: Span; parent: number; closed: boolean }[];
  open: OpenMark[];
}

function begin(builder: Builder, mark: Mark): void {
  const index = builder.quoted.length;
  builder.quoted.push({
    span: [mark.at, mark.at + mark.length],
    parent: builder.open.at(-1)?.index ?? -1,
    closed: false,
  });
  builder.open.push({ mark, index });
}

/** Closes the innermost stretch of the mark's kind; what was left open inside of it ends there too. */
function finish(builder: Builder, mark: Mark): void {
  const matches = ({ mark: opener }: OpenMark) =>
    opener.kind === mark.kind || (opener.kind === "low" && mark.kind === "double");
  const depth = builder.open.findLastIndex(matches);
  if (depth < 0) return;
  for (const inner of builder.open.slice(depth + 1)) abandon(builder, inner, mark.at);
  const { index } = builder.open[depth];
  builder.quoted[index].span[1] = mark.at + mark.length;
  builder.quoted[index].closed = true;
  builder.open.length = depth;
}

/** A stretch that never closes: a single mark was an apostrophe; a double one reaches to `end`. */
function abandon(builder: Builder, { mark, index }: OpenMark, end: number): void {
  builder.quoted[index].span[1] = mark.kind === "single" ? mark.at : Math.max(mark.at + mark.length, end);
}

/** The end of the last sentence before `at`, for a quotation whose closing mark was forgotten there. */
function sentenceEndBefore(text: string, from: number, at: number): number {
  for (let end = at; end > from; end--) if (/[.!?…]/.test(text[end - 1]) && /\s/.test(text[end] ?? " ")) return end;
  return at;
}

/** Whether a mark opens: by its form, or, where that says neither, because nothing of its kind is open. „ is closed by “. */
function opensHere(builder: Builder, mark: Mark): boolean {
  if (builder.open.at(-1)?.mark.kind === "low" && mark.kind === "double") return false;
  return mark.side === "open" || (mark.side === "either" && !builder.open.some((open) => open.mark.kind === mark.kind));
}

interface Paragraph {
  readonly start: number;
  readonly end: number;
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { 0: words, index } of text.matchAll(/[^\n]*\S[^\n]*/g))
    paragraphs.push({ start: index, end: index + words.length });
  return paragraphs;
}

/** The marks that open a paragraph anew while what was open before it goes on: they are swallowed. */
function resumed(builder: Builder, { start, end }: Paragraph, from: number): number {
  let index = from;
  const first = start + (/^\s*/.exec(builder.text.slice(start, end))?.[0].length ?? 0);
  const wasOpen = builder.open;
  let expected = first;
  let kept = 0;
  while (kept < wasOpen.length && index < builder.marks.length && builder.marks[index].at === expected) {
    if (builder.marks[index].side === "close" || builder.marks[index].kind !== wasOpen[kept].mark.kind) break;
    expected += builder.marks[index].length;
    index++;
    kept++;
  }
  return kept > 0 ? index : from;
}

/** At a paragraph's end: what stays open goes on only where the next paragraph opens with the same mark, or closes it. */
function settle(builder: Builder, { end }: Paragraph, next: Paragraph | undefined, unread: number): void {
  const open = builder.open;
  const head = next === undefined ? "" : builder.text.slice(next.start, next.end).trimStart();
  const outer = open[0];
  const reopens =
    outer !== undefined &&
    open.length === 1 &&
    head.startsWith(builder.text.slice(outer.mark.at, outer.mark.at + outer.mark.length));
  if (reopens || (outer !== undefined && next !== undefined && closesIn(builder, outer, next, unread))) return;
  for (const unclosed of open.toReversed()) abandon(builder, unclosed, endOfUnclosed(builder, unclosed, end));
  builder.open = [];
}

/** Whether the first mark of its kind in a paragraph can only close what was open before. */
function closesIn(builder: Builder, { mark }: OpenMark, { end }: Paragraph, unread: number): boolean {
  let index = unread;
  while (index < builder.marks.length && builder.marks[index].kind === "single" && builder.marks[index].at < end)
    index++;
  const first = builder.marks[index];
  return mark.kind === "double" && first?.kind === "double" && first.at < end && first.side === "close";
}

/** Where a mark of the same kind opens later, an unclosed stretch ended with a sentence before it. */
function endOfUnclosed({ text, quoted }: Builder, { mark, index }: OpenMark, end: number): number {
  let closed = mark.at;
  for (let child = index + 1; child < quoted.length; child++) {
    const { span, parent } = quoted[child];
    if (parent !== index) continue;
    if (text[span[0]] === text[mark.at]) return Math.max(closed, sentenceEndBefore(text, mark.at, span[0]));
    closed = Math.max(closed, span[1]);
  }
  return end;
}

/** Drops what turned out to be no quotation, and lifts what stood in it. */
function tidy(quoted: Builder["quoted"]): Quoted[] {
  const kept: Quoted[] = [];
  const place: number[] = [];
  for (const { span, parent, closed } of quoted) {
    const isEmpty = span[1] - span[0] < 3;
    let above = parent < 0 ? -1 : place[parent];
    while (above >= 0 && kept[above].span[1] < span[1]) above = kept[above].parent;
    place.push(isEmpty ? above : kept.length);
    if (!isEmpty) kept.push({ span, parent: above, closed });
  }
  return kept;
}

/**
 * The stretches of a text between quotation marks, in the order in which they open; a stretch's parent comes before it.
 * Curly, straight, doubled and angle marks; nested ones; those without a closing mark end with their paragraph,
 * or with the last sentence before another of their kind opens.
 */
export function quotedOf(text: string): Quoted[] {
  const builder: Builder = { text, marks: marksOf(text), quoted: [], open: [] };
  if (builder.marks.length === 0) return [];
  const paragraphs = paragraphsOf(text);
  let index = 0;
  for (const [number, paragraph] of paragraphs.entries()) {
    index = resumed(builder, paragraph, index);
    for (; index < builder.marks.length && builder.marks[index].at < paragraph.end; index++) {
      const mark = builder.marks[index];
      if (opensHere(builder, mark)) begin(builder, mark);
      else if (!isPossessive(text, builder.marks, index, paragraph.end)) finish(builder, mark);
    }
    settle(builder, paragraph, paragraphs[number + 1], index);
  }
  return tidy(builder.quoted);
}
