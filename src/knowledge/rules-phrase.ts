/** Who stands at a place of a phrase: who acts, to whom it is done, two or more together, or anybody who is passed over. */
export type Slot = "actor" | "recipient" | "several" | "anybody";

/** One place of a phrase: words of which one sequence stands there, or somebody for whom it has no words. */
export interface PhrasePart {
  readonly slot?: Slot;
  /** Sequences of words, from the row's word outwards, by the first of each. */
  readonly words: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** True where nothing may stand between this and the part nearer to the row's word. */
  readonly adjacent: boolean;
}

/** Words around a row's own word, each side from the word outwards. */
export interface Phrase {
  readonly before: readonly PhrasePart[];
  readonly after: readonly PhrasePart[];
  /** The only form in which the row's own word is meant (`*left`). */
  readonly form?: string;
}

const SLOTS: Readonly<Record<string, Slot>> = { $: "actor", "+": "recipient", "%": "several", "^": "anybody" };
const WORD = /^[\p{L}\p{N}'’.,&/-]+$/u;
/** The row's own word, in any form or in one only. */
const HERE = /^\*(\p{L}[\p{L}'’-]*)?$/u;

interface Item {
  readonly text: string;
  /** Whether it is tied to the item before it. */
  readonly tied: boolean;
}

/** The text cut at spaces and underscores that stand in no parentheses. */
function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  for (const match of text.trim().matchAll(/(_?)((?:\([^()]*\)|[^\s_()])+)(?=_|\s|$)/g))
    items.push({ tied: match[1] === "_", text: match[2] });
  return items;
}

function byFirst(sequences: readonly (readonly string[])[]): PhrasePart["words"] {
  const map = new Map<string, (readonly string[])[]>();
  for (const one of sequences) {
    const others = map.get(one[0]);
    if (others) others.push(one);
    else map.set(one[0], [one]);
  }
  return map;
}

/** `side` is -1 for what stands before the row's word. */
function partOf(item: string, adjacent: boolean, side: 1 | -1): PhrasePart | string {
  const slot = Object.hasOwn(SLOTS, item) ? SLOTS[item] : undefined;
  if (slot) return { slot, words: new Map(), adjacent };
  const inner = item.startsWith("(") && item.endsWith(")") ? item.slice(1, -1) : item;
  const words = inner.split("|").map((one) => one.trim().split("_").filter(Boolean));
  const wrong = words.some((one) => one.length === 0) ? item : words.flat().find((word) => !WORD.test(word));
  return wrong === undefined
    ? { words: byFirst(side === 1 ? words : words.map((one) => one.toReversed())), adjacent }
    : `"${wrong}" can't stand in a phrase`;
}

const isFault = (part: PhrasePart | string): part is string => typeof part === "string";

/**
 * Reads a phrase such as `will_not * over efforts`: `*` is the row's own word; a space lets other words stand between,
 * `_` doesn't; `(yen|gold_florin)` are alternatives; `$` acts, `+` receives, `%` are several, `^` is passed over.
 * @returns the phrase, or a sentence part that says what is wrong.
 */
export function parsePhrase(text: string): Phrase | string {
  const items = itemsOf(text);
  const here = items.findIndex((item) => HERE.test(item.text));
  const sizes = items.reduce((sum, item) => sum + item.text.length + Number(item.tied), 0);
  if (sizes < text.replace(/\s/g, "").length) return `"${text}" has signs that can't be read`;
  if (here < 0 || items.filter((item) => HERE.test(item.text)).length > 1)
    return "a phrase has exactly one * for its word";
  const after = items.slice(here + 1).map((item) => partOf(item.text, item.tied, 1));
  const before = items.slice(0, here).map((item, index) => partOf(item.text, items[index + 1].tied, -1));
  const fault = [...before, ...after].find(isFault);
  if (fault !== undefined) return fault;
  const form = HERE.exec(items[here].text)?.[1];
  return { before: (before as PhrasePart[]).toReversed(), after: after as PhrasePart[], ...(form && { form }) };
}

/** How many words and places a phrase asks for. */
export const phraseSize = ({ before, after }: Phrase): number => before.length + after.length;
