import type { Classifier } from "../linear/classifier.ts";
import { type ChunkContext, ChunkView } from "./boundary-features.ts";
import { kindOf, SEPARATOR } from "./characters.ts";

/** Where a written word is cut: units from its beginning, and whether what follows belongs to the same word. */
export interface Cut {
  readonly at: number;
  readonly joined: boolean;
}

/** What the tokeniser learned. */
export interface TokenRules {
  /** Written words whose cuts are known: folded word to cuts. */
  readonly known: ReadonlyMap<string, readonly Cut[]>;
  readonly cut: Classifier;
  readonly join: Classifier;
}

/** Tokens as columns. */
export interface Tokens {
  readonly start: number[];
  readonly end: number[];
  readonly joined: (0 | 1)[];
}

/** What each token is, as it stands in the text. */
export const formsOf = (
  text: string,
  { start, end }: { readonly start: readonly number[]; readonly end: readonly number[] },
): string[] => start.map((from, token) => text.slice(from, end[token]));

/** Longer runs without white space are cut here, so that no token is longer. */
export const LONGEST_CHUNK = 200;
const CACHE = 20000;
const WORD = /^[\p{L}\p{M}]+$/u;

/** How a written word is looked up among the known ones. */
export const chunkKey = (chunk: string): string => chunk.toLowerCase().replace(/[’‘]/g, "'");

/** Cuts texts into the treebank's tokens; keeps what it found for words seen before. */
export class Tokeniser {
  readonly #rules: TokenRules;
  /** Of words whose cuts depend on nothing else, and of words with what surrounds them. */
  readonly #plain = new Map<string, readonly Cut[]>();
  readonly #cache = new Map<string, readonly Cut[]>();

  constructor(rules: TokenRules) {
    this.#rules = rules;
  }

  tokenise(text: string): Tokens {
    const tokens: Tokens = { start: [], end: [], joined: [] };
    const chunks = chunksOf(text);
    let quoteOpen = false;
    for (let index = 0; index < chunks.length; index += 2) {
      const [from, to] = [chunks[index], chunks[index + 1]];
      const chunk = text.slice(from, to);
      const next = index + 2 < chunks.length ? kindOf(text[chunks[index + 2]]) : "";
      const cuts = this.cuts(chunk, { next, quoteOpen });
      let start = from;
      let joined: 0 | 1 = 0;
      for (const cut of cuts) {
        push(tokens, start, from + cut.at, joined);
        start = from + cut.at;
        joined = cut.joined ? 1 : 0;
      }
      push(tokens, start, to, joined);
      quoteOpen = quoteAfter(chunk, quoteOpen);
    }
    return tokens;
  }

  /** The cuts of one written word. */
  cuts(chunk: string, context: ChunkContext): readonly Cut[] {
    const plain = this.#plain.get(chunk);
    if (plain) return plain;
    const known = this.#rules.known.get(chunkKey(chunk)) ?? (WORD.test(chunk) ? [] : undefined);
    if (known) return remember(this.#plain, chunk, known);
    const key = `${context.next}${context.quoteOpen ? "+" : "-"}${chunk}`;
    return this.#cache.get(key) ?? remember(this.#cache, key, this.#decide(chunk, context));
  }

  #decide(chunk: string, context: ChunkContext): readonly Cut[] {
    const view = new ChunkView(chunk, context);
    const cuts: Cut[] = [];
    for (let at = 1; at < chunk.length; at++) {
      if (view.isInnerHyphen(at)) {
        if (this.#score(view, at) + this.#score(view, at + 1) > 0)
          cuts.push({ at, joined: false }, { at: at + 1, joined: false });
        at++;
      } else if (view.isCandidate(at) && this.#score(view, at) > 0) {
        cuts.push({ at, joined: this.#rules.join.score(view.features(at)) > 0 });
      }
    }
    return cuts;
  }

  #score(view: ChunkView, at: number): number {
    return this.#rules.cut.score(view.features(at));
  }
}

function remember(cache: Map<string, readonly Cut[]>, key: string, cuts: readonly Cut[]): readonly Cut[] {
  if (cache.size >= CACHE) cache.clear();
  cache.set(key, cuts);
  return cuts;
}

function push({ start, end, joined }: Tokens, from: number, to: number, isJoined: 0 | 1): void {
  start.push(from);
  end.push(to);
  joined.push(isJoined);
}

const OPENS = /["“('‘’`]/;

/** A single quotation mark opens before a word and closes behind one. */
export function quoteAfter(chunk: string, open: boolean): boolean {
  if (!open && !OPENS.test(chunk.charAt(0))) return false;
  if (/^["“(]*['‘’`](?!s$|\d\ds?$)./.test(chunk) && !/['’]/.test(chunk.slice(1))) return true;
  return open && !/[^s]['’][.,;:!?"”)]*$/.test(chunk) && !/[.,;:!?]['’]/.test(chunk);
}

/** Beginnings and ends of what stands between separators, in turn. Overlong runs are cut. */
export function chunksOf(text: string): number[] {
  const chunks: number[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const separates = at === text.length || isSeparator(text, at);
    if (separates && from >= 0) chunks.push(from, at);
    if (separates) from = -1;
    else if (from < 0) from = at;
    else if (at - from >= LONGEST_CHUNK && !isLowSurrogate(text, at)) {
      chunks.push(from, at);
      from = at;
    }
  }
  return chunks;
}

function isSeparator(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 32 && code < 127) return false;
  return code === 32 || SEPARATOR.test(text[at]);
}

const isLowSurrogate = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
