import type { Statement } from "../../schema/index.ts";
import { SMALL_NUMBERS } from "../grammar/words.ts";
import { claimsOf } from "./claims.ts";

const flat = (text: string): string =>
  text
    .replace(/[“”„«»"‘’'`]/g, "'")
    .replace(/\s+/g, " ")
    .toLowerCase();
const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}\d]+(?:[’'.-]?[\p{L}\p{M}\d]+)*/gu) ?? [];

/** Everything that a sentence may take its names, numbers and dates from. */
interface Support {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly days: readonly string[];
}

/** Our own name. */
const OWN = ["entente"];

/** What every sentence of a brief may say, and the adjective of an outlet's country. */
export interface Context {
  readonly words: readonly string[];
  readonly adjectiveOf: (code: string) => string;
}

function supportOf({ evidence, measures }: Statement, { words: always, adjectiveOf }: Context): Support {
  const owners = evidence.flatMap(({ source }) =>
    source.side && source.stateMedia ? [adjectiveOf(source.side), "media"] : [],
  );
  const context = [...always, ...owners, ...OWN];
  const cited = evidence.flatMap(({ words, source: { publisher, title } }) => [words, publisher ?? "", title ?? ""]);
  const values = measures.flatMap(({ name, value }) => [name, value]);
  const all = [...cited, ...values];
  const words = new Set([...all, ...context].flatMap(wordsIn).flatMap((word) => [word, ...word.split(/[-’']/)]));
  const numbers = all
    .flatMap((part) => part.match(/-?\d[\d,]*(?:\.\d+)*/g) ?? [])
    .map((number) => number.replaceAll(",", ""));
  const spelled = SMALL_NUMBERS.flatMap((word, number) => (words.has(word) ? [String(number)] : []));
  return {
    text: flat([...cited, ...values].join("\n")),
    words,
    numbers: new Set([...numbers, ...spelled]),
    days: [
      ...evidence.flatMap(({ source }) => source.published?.slice(0, 10) ?? []),
      ...measures.flatMap(({ value }) => (/^\d{4}(-\d\d){0,2}/.test(value) ? [value.slice(0, 10)] : [])),
    ],
  };
}

const hasQuotation = ({ text }: Support, quotation: string): boolean =>
  flat(quotation)
    .split("…")
    .map((part) => part.trim().replace(/^[' ]+|['.!?, ]+$/g, ""))
    .every((part) => text.includes(part));

const hasName = ({ words }: Support, name: string): boolean => {
  const lower = name.toLowerCase().replace(/\.$/, "");
  return words.has(lower) || lower.split(/[-’']/).every((part) => words.has(part));
};

/**
 * What a sentence claims that none of its sources has: quotations, names, numbers and dates.
 */
export function unsupported(statement: Statement, context: Context): string[] {
  const claims = claimsOf(statement.sentence);
  const support = supportOf(statement, context);
  return [
    ...claims.quotations.filter((quotation) => !hasQuotation(support, quotation)),
    ...claims.dates.filter((date) => !support.days.some((day) => day.startsWith(date)) && !support.numbers.has(date)),
    ...claims.numbers.filter((number) => !support.numbers.has(number)),
    ...claims.ordinals.filter((ordinal) => !support.words.has(ordinal)),
    ...claims.names.filter((name) => !hasName(support, name)),
  ];
}
