import type { ConlluSentence, ConlluWord } from "../../src/language/conllu/read.ts";
import type { Random } from "../network/random.ts";

/** Share of the short sentences that are cut down to a headline, and of the dates that are turned day first. */
const HEADLINES = 0.07;
const DAY_FIRST = 0.5;
const LONGEST_HEADLINE = 30;

const MONTH = /^(January|February|March|April|May|June|July|August|September|October|November|December)$/;
const DAY = /^([12]?\d|3[01])$/;
const YEAR = /^[12]\d{3}$/;
const ARTICLE = /^(a|an|the)$/i;

/** Writes a sentence as the press does, now and then: "3 May 2021", and "Norway, Chile to sign pact". */
export function drawPress(sentence: ConlluSentence, random: Random): ConlluSentence {
  const dated = random.next() < DAY_FIRST ? putDayFirst(sentence.words) : sentence.words;
  const short = dated.length <= LONGEST_HEADLINE && random.next() < HEADLINES;
  const words = short ? writeHeadline(dated) : dated;
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "May 3, 2021" becomes "3 May 2021"; the tree stays, since the day is the head of both. */
export function putDayFirst(words: readonly ConlluWord[]): readonly ConlluWord[] {
  const order = words.map((_, place) => place);
  const dropped = new Set<number>();
  for (const [place, { form }] of words.entries()) {
    if (!MONTH.test(form) || !isDayOf(words, place)) continue;
    order[place] = place + 1;
    order[place + 1] = place;
    const comma = words[place + 2]?.form === "," && YEAR.test(words[place + 3]?.form ?? "");
    if (comma && isLeaf(words, place + 2)) dropped.add(place + 2);
  }
  return reorder(
    words,
    order.filter((place) => !dropped.has(place)),
  );
}

const isDayOf = (words: readonly ConlluWord[], month: number): boolean =>
  DAY.test(words[month + 1]?.form ?? "") && words[month].head === month + 2;

/** Without articles, helping "be" and full stop, a comma for "and" between names, "to" for "will". */
export function writeHeadline(words: readonly ConlluWord[]): readonly ConlluWord[] {
  const kept = words.map((_, place) => place).filter((place) => !(isSpare(words[place]) && isLeaf(words, place)));
  return reorder(words.map(asInHeadline), kept);
}

function isSpare({ form, lemma, relation }: ConlluWord): boolean {
  if (relation === "det") return ARTICLE.test(form);
  if (relation === "aux" || relation === "aux:pass") return lemma === "be" && form !== "been";
  return relation === "punct" && form === ".";
}

function asInHeadline(word: ConlluWord, place: number, words: readonly ConlluWord[]): ConlluWord {
  if (word.form === "will" && word.relation === "aux")
    return { ...word, form: "to", lemma: "to", upos: "PART", xpos: "TO", relation: "mark" };
  if (!joinsNames(word, place, words)) return word;
  return { ...word, form: ",", lemma: ",", upos: "PUNCT", xpos: ",", relation: "punct" };
}

function joinsNames({ form, head, relation }: ConlluWord, place: number, words: readonly ConlluWord[]): boolean {
  if (form !== "and" || relation !== "cc") return false;
  const second = words[head - 1];
  const listed = words.some((other) => other.form === "," && other.head === head);
  return !listed && place < head && second?.relation === "conj" && /^(PROPN|NOUN|ADJ)$/.test(second.upos);
}

const isLeaf = (words: readonly ConlluWord[], place: number): boolean => !words.some(({ head }) => head === place + 1);

/** The words at `order`'s places, heads renumbered; what is left out must have no dependents. */
function reorder(words: readonly ConlluWord[], order: readonly number[]): readonly ConlluWord[] {
  const place = new Map(order.map((old, now) => [old + 1, now + 1]));
  return order.map((old, now) => {
    const word = words[old];
    const form = now === 0 && /^\p{Lu}/u.test(words[0].form) ? capital(word.form) : word.form;
    return { ...word, form, head: word.head === 0 ? 0 : (place.get(word.head) ?? 0) };
  });
}

const capital = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);
