import { MONTHS } from "../../figures/index.ts";
import { SMALL_NUMBERS } from "../grammar/words.ts";

/** What a sentence claims outside of its quotations, and the quotations themselves. */
export interface Claims {
  readonly quotations: readonly string[];
  /** `2020-12-28`, `2020-12` or `2020`. */
  readonly dates: readonly string[];
  /** `17`, `4.3`, and words as digits. */
  readonly numbers: readonly string[];
  readonly ordinals: readonly string[];
  /** Words with a capital, without those that only begin a sentence. */
  readonly names: readonly string[];
}

/** Words that our templates may begin a sentence with; any other capital is a name that needs its source. */
const OPENERS = new Set(
  "A All An According Another As Both Confidence Counted Each Every For In It No Nothing Of On Only Between Representatives Sources The There This Told Towards Two What Where Whether Without Words Restrictions"
    .toLowerCase()
    .split(" "),
);
const QUOTATION = /“([^”]*)”/gu;
const DAY = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})\\b`, "gu");
const DAYS = new RegExp(`\\b(\\d{1,2}) and (\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})\\b`, "gu");
const MONTH = new RegExp(`\\b(${MONTHS.join("|")})(?: to (?:${MONTHS.join("|")}))? (\\d{4})\\b`, "gu");
const MONTH_ALONE = new RegExp(`\\b(?:${MONTHS.join("|")})\\b`, "gu");
const YEAR = /\b(?:1[89]|20)\d\d\b/gu;
const NUMBER = /(?<![\p{L}\d.-])-?\d[\d,]*(?:\.\d+)*/gu;
const COUNTED_ONE =
  /\bone(?= (?:incident|further|document|source|publisher|report|month|period|point|of them|other|is|are|only|pair|belongs|to the|from|of \w+ incidents))/giu;
const NUMBER_WORD = new RegExp(`\\b(?:${SMALL_NUMBERS.slice(2).join("|")})\\b`, "giu");
const ORDINAL = /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?! states?)/giu;
const NAME = /\p{Lu}[\p{L}\p{M}\d]*(?:[’'.-]?[\p{L}\p{M}\d]+)*/gu;

const twoDigits = (number: string | number): string => String(number).padStart(2, "0");

/** Takes all matches out of a text: what was found, and the text with gaps in their place. */
function taken(text: string, pattern: RegExp): { found: RegExpMatchArray[]; rest: string } {
  return { found: [...text.matchAll(pattern)], rest: text.replace(pattern, (match) => " ".repeat(match.length)) };
}

const isOpener = (word: string): boolean => OPENERS.has(word) || SMALL_NUMBERS.includes(word);

function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].flatMap(({ 0: word, index }) => {
    const opens =
      /(^|[.:;]\s+|[“"]\s*)$/.test(text.slice(0, index).replace(/^\s+/, "")) && isOpener(word.toLowerCase());
    return opens ? [] : [word.replace(/[’']s$/, "")];
  });
}

/** What a sentence claims. */
export function claimsOf(sentence: string): Claims {
  const quotations = taken(sentence, QUOTATION);
  const spans = taken(quotations.rest, DAYS);
  const days = taken(spans.rest, DAY);
  const months = taken(days.rest, MONTH);
  const rest = months.rest.replace(MONTH_ALONE, (month) => " ".repeat(month.length));
  const years = taken(rest, YEAR);
  const digits = taken(years.rest, NUMBER);
  const month = (name: string): string => twoDigits(MONTHS.indexOf(name) + 1);
  return {
    quotations: quotations.found.map(([, words]) => words),
    dates: [
      ...spans.found.flatMap(([, from, to, name, year]) =>
        [from, to].map((day) => `${year}-${month(name)}-${twoDigits(day)}`),
      ),
      ...days.found.map(([, day, name, year]) => `${year}-${month(name)}-${twoDigits(day)}`),
      ...months.found.map(([, name, year]) => `${year}-${month(name)}`),
      ...years.found.map(([year]) => year),
    ],
    numbers: [
      ...digits.found.map(([number]) => number.replaceAll(",", "")),
      ...[...digits.rest.matchAll(NUMBER_WORD)].map(([word]) => String(SMALL_NUMBERS.indexOf(word.toLowerCase()))),
      ...[...digits.rest.matchAll(COUNTED_ONE)].map(() => "1"),
    ],
    ordinals: [...digits.rest.matchAll(ORDINAL)].map(([word]) => word.toLowerCase()),
    names: namesIn(digits.rest),
  };
}
