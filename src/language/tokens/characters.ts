/** Kinds of characters, one letter each, as the tokeniser's features name them. */
export type CharacterKind =
  | "x"
  | "X"
  | "0"
  | "'"
  | "-"
  | "."
  | ","
  | "q"
  | "("
  | ")"
  | "/"
  | "@"
  | "$"
  | "p"
  | "o"
  | "";

const PLAIN: Readonly<Record<string, CharacterKind>> = {
  "'": "'",
  "’": "'",
  "‘": "'",
  "`": "'",
  "-": "-",
  "–": "-",
  "—": "-",
  ".": ".",
  "…": ".",
  ",": ",",
  ":": ",",
  ";": ",",
  '"': "q",
  "“": "q",
  "”": "q",
  "«": "q",
  "»": "q",
  "(": "(",
  "[": "(",
  "{": "(",
  ")": ")",
  "]": ")",
  "}": ")",
  "/": "/",
  "\\": "/",
  "@": "@",
  $: "$",
  "€": "$",
  "£": "$",
  "¥": "$",
};

export function kindOf(character: string): CharacterKind {
  if (character === "") return "";
  if (character >= "a" && character <= "z") return "x";
  if (character >= "A" && character <= "Z") return "X";
  if (character >= "0" && character <= "9") return "0";
  const known = PLAIN[character];
  if (known) return known;
  if (character < "\u0080") return "p";
  if (/\p{Lu}/u.test(character)) return "X";
  if (/[\p{L}\p{M}]/u.test(character)) return "x";
  return /\p{N}/u.test(character) ? "0" : "o";
}

export const isLetter = (kind: CharacterKind): boolean => kind === "x" || kind === "X";

/** Separates written words: white space, control characters, marks of direction, zero-width spaces. */
export const SEPARATOR = /[\s\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
