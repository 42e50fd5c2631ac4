import type { Tokens } from "../tokens/tokenise.ts";

/** What stands between two tokens. */
export type Gap = "none" | "space" | "line" | "paragraph";

const SPACE = 32;

/** A text's tokens as the sentence splitter looks at them. */
export class TokenView {
  readonly text: string;
  readonly tokens: Tokens;
  readonly forms: readonly string[];
  readonly #wrapped: boolean;

  constructor(text: string, tokens: Tokens, forms: readonly string[]) {
    this.text = text;
    this.tokens = tokens;
    this.forms = forms;
    this.#wrapped = isWrapped(text);
  }

  /** The gap before a token. In a text whose lines were wrapped, a line break is a space. */
  gap(token: number): Gap {
    const from = this.tokens.end[token - 1];
    const to = this.tokens.start[token];
    if (from === to) return "none";
    if (to === from + 1 && this.text.charCodeAt(from) === SPACE) return "space";
    let breaks = 0;
    for (let at = from; at < to; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 10 || code === 0x2028 || (code === 13 && this.text.charCodeAt(at + 1) !== 10)) breaks++;
      if (code === 0x2029 || code === 12) breaks += 2;
    }
    if (breaks > 1) return "paragraph";
    return breaks === 1 && !this.#wrapped ? "line" : "space";
  }
}

const LINES_TO_JUDGE = 4;
const WIDEST_WRAP = 120;

/** Whether a text's lines were broken at a width: most are nearly as long as the longest, and that is not long. */
function isWrapped(text: string): boolean {
  const lines = text.split("\n");
  const full = lines.filter((line, index) => line.trim() && lines[index + 1]?.trim()).map(({ length }) => length);
  const longest = Math.max(0, ...full);
  if (full.length < LINES_TO_JUDGE || longest > WIDEST_WRAP || longest < 40) return false;
  return full.filter((length) => length > longest - 15).length > 0.7 * full.length;
}

/** What the splitter knows of the sentence so far. */
export interface SentenceState {
  /** First token of the sentence. */
  readonly first: number;
  readonly openQuotes: number;
  readonly openBrackets: number;
}

const shape = (form: string): string => {
  const first = form.charAt(0);
  if (/[0-9]/.test(first)) return "0";
  if (/\p{Lu}/u.test(first)) return form.length > 1 && form === form.toUpperCase() ? "XX" : "Xx";
  if (/\p{L}/u.test(first)) return "x";
  return form.length > 3 ? first + first : form;
};

const lower = (form: string | undefined): string =>
  form === undefined ? "" : form.length > 20 ? "long" : form.toLowerCase().replace(/[0-9]+/g, "0");

const bucket = (count: number): string => (count < 6 ? String(count) : count < 12 ? "s" : count < 40 ? "m" : "l");

const TERMINAL = /^([.!?…]+|[.!?…]+["'”’)\]]+)$/;
const CLOSING = /^["'”’)\]»]+$/;

/** The commonest case of a word that goes on, told without an expression. */
const isPlainLower = (form: string): boolean => form.charCodeAt(0) >= 97 && form.charCodeAt(0) <= 122;
const isPlainWord = (form: string): boolean => (form.charCodeAt(0) | 32) >= 97 && (form.charCodeAt(0) | 32) <= 122;

/** Closing marks that are looked past. */
const MOST_CLOSERS = 5;

/** The last token before one that is no closing quotation mark or bracket, `first` at the earliest. */
function lastInside({ forms }: TokenView, token: number, first: number): number {
  const earliest = Math.max(first, token - 1 - MOST_CLOSERS);
  let end = token - 1;
  while (end > earliest && CLOSING.test(forms[end])) end--;
  return end;
}

/** Whether the tokens before one are a mark that ends sentences, and quotation marks and brackets closed behind it. */
export function endsBefore(view: TokenView, token: number): boolean {
  return TERMINAL.test(view.forms[lastInside(view, token, 0)]);
}

/** Titles that are cut short, and that a name follows: "the Hon. Lund", "Amb. Berg". */
const TITLE = /^(Hon|Amb|Rt|Engr)\.?$/;

/** Whether a token stands behind a title that is cut short. */
function isBehindTitle({ forms }: TokenView, token: number): boolean {
  const mark = forms[token - 1];
  return mark.endsWith(".") && TITLE.test(mark === "." ? (forms[token - 2] ?? "") : mark);
}

/** Whether a sentence may begin at a token at all. */
export function mayBegin(view: TokenView, token: number, gap: Gap): boolean {
  if (gap === "paragraph") return true;
  const before = view.forms[token - 1];
  const here = view.forms[token];
  if (gap === "none") return endsBefore(view, token) && /^[\p{Lu}\p{N}"“‘(]/u.test(here);
  if (gap === "line") return true;
  if (isBehindTitle(view, token)) return false;
  if (isPlainLower(here) && isPlainWord(before)) return false;
  return !(/^\p{Ll}/u.test(here) && /^[\p{L}\p{N},]/u.test(before));
}

/** Names of what holds where a sentence might begin. */
export function beginningFeatures(view: TokenView, token: number, gap: Gap, state: SentenceState): string[] {
  const { forms } = view;
  const at = (offset: number) => lower(forms[token + offset]);
  const as = (offset: number) => (forms[token + offset] === undefined ? "" : shape(forms[token + offset]));
  const end = lastInside(view, token, state.first);
  const terminal = TERMINAL.test(forms[end]) ? forms[end].slice(0, 3) : as(end - token);
  const closers = token - 1 - end;
  const length = bucket(token - state.first);
  const quoted = state.openQuotes % 2 ? "q" : "";
  const bracketed = state.openBrackets > 0 ? "b" : "";
  const nesting = `${quoted}${bracketed}`;
  const cased = `${terminal}${closers}|${as(0)}`;
  const beginning = lower(forms[state.first]);
  return [
    `g${gap}`,
    `t${cased}`,
    `tg${cased}|${gap}`,
    `tn${cased}|${nesting}`,
    `tl${cased}|${length}`,
    `l${at(-1)}`,
    `lg${at(-1)}|${gap}|${as(0)}`,
    `ll${at(-2)}|${at(-1)}`,
    `lc${as(-2)}|${at(-1)}|${as(0)}`,
    `e${lower(forms[end - 1])}|${terminal}`,
    `E${shape(forms[end - 1] ?? "")}${Math.min(4, forms[end - 1]?.length ?? 0)}|${terminal}|${as(0)}`,
    `r${forms[token]}`,
    `rt${at(0)}|${terminal}`,
    `rg${at(0)}|${gap}`,
    `rr${at(0)}|${at(1)}`,
    `rs${as(0)}${as(1)}${as(2)}`,
    `sr${as(-2)}${as(-1)}|${as(0)}${as(1)}`,
    `S${as(-3)}${as(-2)}${as(-1)}|${as(0)}${as(1)}${as(2)}`,
    `lr${at(-1)}|${at(0)}`,
    `n${length}|${gap}|${terminal}`,
    `nb${length}|${beginning}`,
    `b${beginning}|${terminal}`,
    `x${nesting}|${at(0)}|${terminal}`,
    `2${at(1)}|${terminal}`,
    `f${shape(forms[state.first] ?? "")}${length}|${as(0)}`,
  ];
}
