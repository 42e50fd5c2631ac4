import { type Knowledge, type LexiconNode, piecesOf } from "../knowledge/index.ts";
import { isKnownForm } from "./events/index.ts";

/** A paragraph of one line: blank lines or the ends of the text around it. */
const LINE = /(?<=^|\n[^\S\n]*\n)[^\S\n]*([^\n]+)(?=\s*$|[^\S\n]*\n[^\S\n]*\n)/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'\u2019.]*/gu;
const LONGEST = 25;
const SHORTEST = 3;

/** Words that say nothing by themselves, small in every headline's sentence. */
const SMALL = new Set(
  "a about above across after against ahead air along amid among and are around as at away back be been before behind being below between beyond both but by could despite down due during each every first for four from had has have he her here his how if in inside into is it its last least less may more most near new next no nor not now of off on one only onto or other out outside over own past per second should since some still than that the their them then they third this those though three through throughout to today together tomorrow too toward towards two under until up upon via was were what when where whether which while who why will with within without would yesterday yet you your".split(
    " ",
  ),
);

/** Frequent words of the news that no rule asks for, and that are seldom part of a name. */
const COMMON = new Set(
  "airspace ambassadors arrival boats border borders chief chiefs citizens claims closer concerns conflict counterpart crisis disputed envoys exports fighters fishermen flights fresh goods historic humanitarian imports incident issues journalist journalists leaders maritime migrant migrants nationals naval northern offer officers officials overnight people plan plans pressure regional security southern eastern western status targets ties vessel vessels victims warships waters".split(
    " ",
  ),
);

const isLarge = (word: string): boolean => /^\p{Lu}/u.test(word);
const hasSmall = (text: string): boolean => /\p{Ll}/u.test(text);
const isShouted = (line: string): boolean => !hasSmall(line) && /\p{Lu}{4}/u.test(line);

/** Whether four of five longer words begin with a capital, and most of the rest are no content words. */
function isTitled(words: readonly string[]): boolean {
  const long = words.filter((word) => /^\p{L}.{3}/u.test(word) && !SMALL.has(word.toLowerCase()));
  return long.length >= 2 && long.filter(isLarge).length >= 0.8 * long.length;
}

interface Headline {
  readonly start: number;
  readonly line: string;
}

/** The lines of a text that stand alone, without a full stop, in capitals or in Title Case. */
export function headlinesOf(text: string): Headline[] {
  return [...text.matchAll(LINE)]
    .map(({ index, 0: line }) => ({ start: index, line }))
    .filter(({ line }) => {
      const words = line.match(WORD) ?? [];
      if (words.length < SHORTEST || words.length > LONGEST || /[.!:;,]["\u201d]?\s*$/u.test(line)) return false;
      return isShouted(line) || isTitled(words);
    });
}

/** How the rest of the text writes its words: within its sentences, not where they begin. */
function writtenIn(text: string, headlines: readonly Headline[]): { large: Set<string>; small: Set<string> } {
  const [large, small] = [new Set<string>(), new Set<string>()];
  let rest = text;
  for (const { start, line } of headlines)
    rest = `${rest.slice(0, start)}${" ".repeat(line.length)}${rest.slice(start + line.length)}`;
  for (const { 0: word, index } of rest.matchAll(WORD)) {
    if (!isLarge(word)) small.add(word);
    else if (/[\p{Ll},] $/u.test(rest.slice(Math.max(0, index - 2), index))) large.add(word.toLowerCase());
  }
  return { large, small };
}

interface Piece {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const piecesIn = (line: string): Piece[] =>
  [...line.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
    const bare = /^[^\p{L}\p{N}]*(.*?)[^\p{L}\p{N}.]*$/u.exec(word)!;
    const at = index + word.indexOf(bare[1]);
    return piecesOf(bare[1]).map(({ key, from, to }) => ({ key, from: at + from, to: at + to }));
  });

/** How the tables write the pieces of a name that begins at a piece: its last piece, and whether it is all capitals. */
function nameAt(
  pieces: readonly Piece[],
  at: number,
  root: LexiconNode,
): { last: number; capitals: boolean } | undefined {
  let node = root.next.get(pieces[at].key);
  let best: { last: number; capitals: boolean } | undefined;
  for (let last = at; node; last += 1) {
    const names = node.entries.filter(({ lettering, sense }) => lettering !== "any" && sense.kind !== "nothing");
    if (names.length > 0) best = { last, capitals: names.every(({ lettering }) => lettering === "capitals") };
    else if (node.entries.length > 0) best = undefined;
    node = last + 1 < pieces.length ? node.next.get(pieces[last + 1].key) : undefined;
  }
  return best;
}

/** Small letters and first capital for each word of a headline, as a sentence would have them. */
class Sentence {
  readonly #knowledge: Knowledge;
  readonly #large: ReadonlySet<string>;
  readonly #small: ReadonlySet<string>;

  constructor(knowledge: Knowledge, written: ReturnType<typeof writtenIn>) {
    this.#knowledge = knowledge;
    this.#large = written.large;
    this.#small = written.small;
  }

  of(line: string): string {
    const shouted = isShouted(line);
    const pieces = piecesIn(line);
    let recased = line;
    const put = ({ from, to }: Piece, word: string): void => {
      if (word.length === to - from) recased = `${recased.slice(0, from)}${word}${recased.slice(to)}`;
    };
    for (let at = 0; at < pieces.length; at += 1) {
      const name = nameAt(pieces, at, this.#knowledge.lexicon);
      if (name && this.#isName(pieces, at, name.last)) {
        if (shouted && !name.capitals)
          for (let of = at; of <= name.last; of += 1) put(pieces[of], capital(line, pieces[of]));
        at = name.last;
      } else put(pieces[at], this.#plain(line.slice(pieces[at].from, pieces[at].to), at === 0, shouted));
    }
    return recased;
  }

  /** A single word that the rest of the text or the rules know small is no name ("Strike"). */
  #isName(pieces: readonly Piece[], at: number, last: number): boolean {
    if (last > at) return true;
    const { key } = pieces[at];
    return this.#large.has(key) || !(SMALL.has(key) || this.#small.has(key) || this.#isRuleWord(key));
  }

  #isRuleWord = (word: string): boolean => isKnownForm(word, this.#knowledge.eventRules.vocabulary);

  #plain(word: string, first: boolean, shouted: boolean): string {
    const small = word.toLowerCase();
    if (!shouted && /\p{Lu}.*\p{Lu}|\d|\./u.test(word)) return word;
    if (first) return shouted ? small.charAt(0).toUpperCase() + small.slice(1) : word;
    if (this.#isSmall(small)) return small;
    return shouted ? small.charAt(0).toUpperCase() + small.slice(1) : word;
  }

  #isSmall(small: string): boolean {
    if (this.#large.has(small) && !SMALL.has(small)) return false;
    const known = this.#knowledge.lexicon.next.get(small)?.entries.some(({ lettering }) => lettering === "any");
    return SMALL.has(small) || COMMON.has(small) || this.#small.has(small) || known === true || this.#isRuleWord(small);
  }
}

function capital(line: string, { from, to }: Piece): string {
  const small = line.slice(from, to).toLowerCase();
  return SMALL.has(small) ? small : small.charAt(0).toUpperCase() + small.slice(1);
}

/**
 * The text with its headlines in Title Case or capitals written as sentences are: the parser takes "Summons" for a name
 * and "summons" for a verb. Names of the tables keep their capitals, and so do words that the rest of the text has with
 * one inside its sentences. As long as the text itself: every offset holds for both.
 */
export function withSmallHeadlines(text: string, knowledge: Knowledge): string {
  const headlines = headlinesOf(text);
  if (headlines.length === 0) return text;
  const sentence = new Sentence(knowledge, writtenIn(text, headlines));
  let recased = text;
  for (const { start, line } of headlines)
    recased = `${recased.slice(0, start)}${sentence.of(line)}${recased.slice(start + line.length)}`;
  return recased;
}
