import { eld } from "eld/extrasmall";

/** The detector sees this much of a text; more changes nothing but the time. */
const SAMPLE = 2_000;
const LETTER = /\p{L}/u;
const SHORT_WORDS = 12;
const ENGLISH_WORDS =
  /\b(?:the|of|and|to|in|that|is|was|for|with|on|by|at|from|has|have|had|said|will|would|its|their|met|held|as|an?)\b/gi;

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

/** Few words are too few for letter statistics: there one English function word decides, where Latin is written. */
function looksEnglish(sample: string, words: readonly string[]): boolean {
  const hits = sample.match(ENGLISH_WORDS)?.length ?? 0;
  return hits > 0 && hits / words.length >= 0.15 && /^[\p{Script=Latin}\P{L}]*$/u.test(sample);
}

/** BCP 47 tag of the language a text is written in, `und` where there is too little to tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (!LETTER.test(sample)) return "und";
  const words = wordsOf(sample);
  if (words.length < SHORT_WORDS && looksEnglish(sample, words)) return "en";
  const found = eld.detect(sample);
  if (found.language === "") return "und";
  return words.length < SHORT_WORDS && !found.isReliable() ? "und" : found.language;
}
