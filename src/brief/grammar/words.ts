/** `China`, `China and Russia`, `China, Iran and Russia`. */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

export const SMALL_NUMBERS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** `seven` for 7, `13` for 13. */
export const numberInWords = (count: number): string => SMALL_NUMBERS[count] ?? count.toLocaleString("en-GB");

/** `one incident`, `two incidents`, `13 incidents`, `no incident`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${one}`;
  return `${numberInWords(count)} ${count === 1 ? one : many}`;
}

/** `both of them` for 2, `all of them` for more. */
export const allOf = (count: number): string => (count === 2 ? "both of them" : "all of them");

/** The first letter as a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `98 per cent` for 0.98; a probability is never said to be nothing or all. */
export function perCent(probability: number): string {
  if (probability > 0.99) return "more than 99 per cent";
  if (probability < 0.01) return "less than 1 per cent";
  return `${Math.round(probability * 100)} per cent`;
}

/** `a joint patrol`, `an exercise`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;

const NAMED_WITH_ARTICLE =
  /^(United |Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|Comoros$|Seychelles$|Holy See$|European Union$|.* (Islands|Republic|Emirates)$|(Democratic Republic of the |Republic of the )?Congo$)/;

/** A state as it stands in a sentence: `the United States`, `Russia`. */
export const stateInText = (name: string): string => (NAMED_WITH_ARTICLE.test(name) ? `the ${name}` : name);

/** Both states of a brief: `China and Russia`, `Iran and the United States`. */
export const bothOf = (names: readonly string[]): string => listOf(names.map(stateInText));
