import { canBeNoun } from "./petrarch-words.ts";

/** Signs of a pattern that stand for somebody or for the verb itself. */
const SIGNS = new Set(["*", "$", "+", "%", "^"]);

/** Patterns in which noun and prepositional phrases stand in braces and parentheses have nouns in the singular. */
export const hasPhrases = (pattern: string): boolean => /[(){}]/.test(pattern);

type Sets = ReadonlyMap<string, readonly string[]>;

/** How deep sets may name other sets. */
const DEPTH = 4;

const joined = (written: string): string =>
  written
    .toLowerCase()
    .trim()
    .split(/[\s_]+/)
    .filter(Boolean)
    .join("_");

/** The set of this name, written there or here with an underscore behind it or without. */
const setOf = (sets: Sets, name: string): readonly string[] | undefined => sets.get(name) ?? sets.get(`${name}_`);

/** All that a set means, those of the sets within it among them; undefined where it is nowhere. */
function wordsOfSet(sets: Sets, name: string, depth = 0): string[] | undefined {
  const words = depth < DEPTH ? setOf(sets, name) : undefined;
  return words?.flatMap((word) =>
    word.startsWith("&") ? (wordsOfSet(sets, word.slice(1).replace(/_$/, ""), depth + 1) ?? []) : [joined(word)],
  );
}

const asGroup = (words: readonly string[]): string =>
  words.length === 1 ? words[0] : `(${[...new Set(words)].join("|")})`;

interface Written {
  readonly sets: Sets;
  readonly plural: (word: string) => string;
  /** Singular nouns stand for their plurals too. */
  readonly bothNumbers: boolean;
}

function itemOf(item: string, { sets, plural, bothNumbers }: Written): string | { readonly fault: string } {
  if (SIGNS.has(item)) return item;
  const spread = (words: string[]): string =>
    asGroup(bothNumbers ? words.flatMap((one) => (canBeNoun(one) ? [one, plural(one)] : [one])) : words);
  if (!item.startsWith("&")) return spread([item.toLowerCase()]);
  const words = wordsOfSet(sets, item.slice(1));
  return words && words.length > 0 ? spread(words) : { fault: `the set ${item} is nowhere` };
}

/** Names of sets may have underscores within ("PREPOSIT1_"): the longest that exists is meant. */
function cut(chunk: string, sets: Sets): string[] {
  const items: string[] = [];
  let rest = chunk.replace(/^_+|_+$/g, "");
  while (rest !== "") {
    const known = rest.startsWith("&")
      ? [...sets.keys()]
          .filter((name) => rest === `&${name}` || rest.startsWith(`&${name}_`))
          .sort((a, b) => b.length - a.length)[0]
      : undefined;
    const item = known === undefined ? rest.split("_", 1)[0] : `&${known}`;
    items.push(item);
    rest = rest.slice(item.length).replace(/^_+/, "");
  }
  return items.filter(Boolean);
}

/**
 * A pattern of a verb dictionary as the phrase of a rule, with the words that belong to the verb right around it.
 * @returns the phrase, or what of it can't be said.
 */
export function phraseOf(
  pattern: string,
  verb: { readonly before: string; readonly own: string; readonly after: string },
  sets: Sets,
  plural: (word: string) => string,
): string | { readonly fault: string } {
  const written = { sets, plural, bothNumbers: hasPhrases(pattern) };
  const chunks = pattern
    .replace(/[(){}]/g, " ")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const texts: string[] = [];
  for (const chunk of chunks) {
    const items = cut(chunk, sets).map((item) => itemOf(item, written));
    const fault = items.find((item) => typeof item !== "string");
    if (typeof fault === "object") return fault;
    texts.push(items.map((item) => (item === "*" ? `${verb.before}${verb.own}${verb.after}` : item)).join("_"));
  }
  const text = texts.join(" ");
  return text.split("*").length === 2 ? text : { fault: "it has no * for the verb, or several" };
}
