const OPENING_MARKS = /^[\s"“”„«»‘'`]+/;
const CLOSING_MARKS = /[\s"“”„«»’'`]+$/;
const LOOSE_END = /[\s,;:–—-]+$/;
/** What ties a sentence to the one before it, which is not quoted. */
const CONNECTIVE =
  /^(?:For (?:his|her|its|their) part|However|Meanwhile|In addition|Moreover|Furthermore|At the same time|In turn|Thus|Therefore|Nevertheless|As a result|On the other hand),\s+(?=\p{Lu}|the |an? )/u;
const REPORTED = [
  /,\s+(?:as\s+)?(?:\p{Lu}[\p{L}.’' -]{1,40}|it|he|she|the \p{L}+(?: \p{L}+)?)\s+(?:said|says|reported|added|noted|stressed|announced|wrote)(?: (?:on \w+|late on \w+|in a statement|by telephone|in a telephone conversation))?\.?$/u,
  /,\s+(?:he|she|it|\p{Lu}\p{L}+)\s+was quoted as saying\.?$/u,
];

/** A quotation without the marks and joints around it: no leading "that", no loose comma, one space between words. */
export function trimmed(words: string): string {
  const bare = words.replace(/\s+/g, " ").replace(OPENING_MARKS, "").replace(CLOSING_MARKS, "");
  const opened = bare.replace(/^that\s+/, "").replace(CONNECTIVE, "");
  const content = REPORTED.reduce((text, pattern) => text.replace(pattern, ""), opened);
  return content.replace(LOOSE_END, "").replace(OPENING_MARKS, "").trim();
}

/** Marks inside a quotation become single ones; one that a cut left open is closed. */
export function inner(words: string): string {
  let depth = 0;
  const single = words.replace(/[“”„«»"]/g, (mark, at: number) => {
    const isOpening = opens(words, at, mark);
    depth += isOpening ? 1 : -1;
    return isOpening ? "‘" : "’";
  });
  return `${single}${"’".repeat(Math.max(0, depth))}`;
}

function opens(words: string, at: number, mark: string): boolean {
  if (mark === "“" || mark === "„" || mark === "«") return true;
  if (mark === "”" || mark === "»") return false;
  return at === 0 || /[\s([]/.test(words[at - 1]);
}

/** At most `most` characters, cut behind a clause or a word, with an ellipsis where something is left out. */
export function clipped(words: string, most: number): string {
  if (words.length <= most) return words;
  const room = words.slice(0, most);
  const clause = Math.max(room.lastIndexOf(", "), room.lastIndexOf("; "), room.lastIndexOf(". "));
  const at = clause > most / 2 ? clause : room.lastIndexOf(" ");
  return `${room.slice(0, at).replace(LOOSE_END, "")} …`;
}

/** The words in quotation marks, with what follows them: `“We agree”,` or `“We agree.”` at the end of a sentence. */
export const quoted = (words: string): string => `“${inner(words).replace(/\.(’*)$/, "$1")}”`;

/** A quoted sentence at the end of one: the full stop stands inside. */
export const quotedEnd = (words: string): string => `“${inner(words)}${/[.!?…]$/.test(words) ? "" : "."}”`;
