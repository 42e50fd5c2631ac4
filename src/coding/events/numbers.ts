import type { Tree } from "./tree.ts";

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, 10 * (index + 2)] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);
const FIGURE = /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
const HYPHEN = /^[-\u2010\u2011]$/;

const wordAt = ({ analysis }: Tree, token: number): string =>
  analysis.text.slice(analysis.start[token], analysis.end[token]).toLowerCase();

function plainNumber(tree: Tree, token: number): number | undefined {
  const word = token < 0 ? "" : wordAt(tree, token);
  return FIGURE.test(word) ? Number(word.replaceAll(",", "")) : WORDS.get(word);
}

/** "twenty-three" as one word or as three. */
function hyphened(tree: Tree, token: number): number | undefined {
  const [first, second, more] = wordAt(tree, token).split("-");
  const [tens, ones] =
    second !== undefined
      ? [WORDS.get(first), WORDS.get(second)]
      : [
          HYPHEN.test(wordAt(tree, Math.max(0, token - 1))) ? plainNumber(tree, token - 2) : undefined,
          WORDS.get(first),
        ];
  const fits = more === undefined && tens !== undefined && ones !== undefined && tens >= 20 && tens < 100 && ones < 10;
  return fits ? tens + ones : undefined;
}

/**
 * The whole number that ends with a token, in figures or words: "1,200", "forty-two", "two million". Undefined for
 * what is none ("dozens"), and for a part of a longer number.
 */
export function numberOf(tree: Tree, token: number): number | undefined {
  const next = token + 1 < tree.analysis.start.length ? wordAt(tree, token + 1) : "";
  if (SCALES.has(next)) return undefined;
  const scale = SCALES.get(wordAt(tree, token));
  const isOne = scale !== undefined && token > 0 && wordAt(tree, token - 1) === "a";
  const before = isOne ? 1 : (hyphened(tree, Math.max(0, token - 1)) ?? plainNumber(tree, token - 1));
  const value = scale === undefined ? (hyphened(tree, token) ?? plainNumber(tree, token)) : before && before * scale;
  return value !== undefined && Number.isInteger(value) ? value : undefined;
}

/** The first token of the number that ends with the token. */
export function numberStart(tree: Tree, token: number): number {
  const last = SCALES.has(wordAt(tree, token)) ? token - 1 : token;
  return HYPHEN.test(wordAt(tree, Math.max(0, last - 1))) && hyphened(tree, last) !== undefined ? last - 2 : last;
}
