/** Letters with a stroke, which no normal form takes apart. */
const STROKES: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ı: "i", æ: "ae", ß: "ss" };

/** Names without any letter of which more is to be made than a small one. */
const BARE = /^[ -~]*$/;

/** Lower case, without accents, quotes straight, blanks single: the form in which names are looked up. */
export const plain = (name: string): string =>
  BARE.test(name) ? name.replace(/ {2,}/g, " ").trim().toLowerCase() : bare(name);

const bare = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/[łøđıæß]/g, (letter) => STROKES[letter]);
