import type { Span } from "../../schema/index.ts";
import { byStem, stemOf } from "../incidents/stems.ts";

/** English function words and the verbs of reporting: they stand in every report and tell none apart. */
const COMMON = new Set(
  (
    "about above after again against also among another around because been before being below between both could " +
    "does doing during each from further have having here hers himself into itself just more most much must only " +
    "other ours over said same says shall should some such than that their theirs them themselves then there these " +
    "they this those through told under until upon very were what when where which while whom will with within " +
    "without would your according announced reported reports statement spokesman spokesperson ministry minister " +
    "president government country countries state states week month year today yesterday monday tuesday wednesday " +
    "thursday friday saturday sunday january february march april june july august september october november december"
  ).split(" "),
);
const MOST_WORDS = 60;
const FARTHEST = 400;
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
const SENTENCE_END = /[.!?]["”’)]*\s|\n/g;

/** The span widened to the sentence it stands in, by its punctuation. */
function sentenceSpan(text: string, [start, stop]: Span): Span {
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  const last = [...before.matchAll(SENTENCE_END)].at(-1);
  const behind = text.slice(stop, stop + FARTHEST);
  const next = behind.search(SENTENCE_END);
  return [start - before.length + (last ? last.index + last[0].length : 0), stop + (next < 0 ? behind.length : next)];
}

/** The words of the sentence that a span stands in. */
export const sentenceAround = (text: string, span: Span): string => text.slice(...sentenceSpan(text, span));

/** What is counted in a row: the eighth patrol, the 24th regular meeting, the second round of talks. */
const COUNTED = byStem({
  patrol: "patrol flight",
  exercise: "exercise drill",
  meeting: "meeting round talks consultations summit",
  call: "call conversation",
  visit: "visit",
});
const COUNTED_WITHIN = 5;

const numberOf = (word: string): string | undefined => {
  const spelt = ORDINALS.indexOf(word) + 1;
  return spelt > 0 ? String(spelt) : /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1];
};

/** `the eighth joint patrol` and `the 8th patrol` as `#8-patrol`: two that are counted differently are two. */
function ordinalsIn(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    const number = numberOf(word);
    const behind = number === undefined ? [] : words.slice(index + 1, index + 1 + COUNTED_WITHIN);
    const counted = behind.map((next) => COUNTED.get(stemOf(next))).find(Boolean);
    return counted ? [`#${number}-${counted}`] : [];
  });
}

const POINTING = new Set(["the", "this", "that", "these", "those"]);
const POINTED_WITHIN = 3;

/** `the joint patrol`, `these talks` as `@patrol`, `@meeting`: what was told before, where it was. */
const pointedIn = (words: readonly string[]): string[] =>
  words.flatMap((word, index) => {
    const behind = POINTING.has(word) ? words.slice(index + 1, index + 1 + POINTED_WITHIN) : [];
    if (behind.some((next) => numberOf(next) !== undefined)) return [];
    const kind = behind.map((next) => COUNTED.get(stemOf(next))).find(Boolean);
    return kind ? [`@${kind}`] : [];
  });

const isTelling = (word: string): boolean =>
  !ORDINALS.includes(word) && (word.length > 3 || /^\d+$/.test(word)) && !COMMON.has(word);

/** The words of a stretch of the text as they stand there, but for those in a name. */
function saidIn(text: string, [start, stop]: Span, names: readonly Span[]): string[] {
  const said = [...text.slice(start, stop).matchAll(/[\p{L}\p{N}]+/gu)].filter(
    ({ index, 0: word }) => !names.some(([from, to]) => start + index >= from && start + index + word.length <= to),
  );
  return said.map(([word]) => word);
}

function wordsIn(text: string, span: Span, names: readonly Span[]): string[] {
  const lower = saidIn(text, span, names).map((word) => word.toLowerCase());
  return [...ordinalsIn(lower), ...pointedIn(lower), ...lower.filter(isTelling).map(stemOf)];
}

/**
 * The content words and numbers of the sentences of the evidence, as stems in lower case, sorted, each once; those of
 * the evidence itself with a `!` before them, and with them how it counts
 * (`#8-patrol`) and what it points to (`@patrol`). By them two reports of one
 * event resemble each other. The names of those who take part are left out: `names` are their spans.
 */
export function wordBag(text: string, evidence: readonly Span[], names: readonly Span[] = []): string {
  const clause = new Set(evidence.flatMap((span) => wordsIn(text, span, names)));
  const around = new Set(evidence.flatMap((span) => wordsIn(text, sentenceSpan(text, span), names)));
  const rest = [...around.difference(clause)].filter((word) => !/^[#@]/.test(word));
  const said = [...clause].map((word) => (/^[#@]/.test(word) ? word : `!${word}`));
  return [...said, ...rest].slice(0, MOST_WORDS).sort().join(" ");
}

const MOST_NAMES = 20;
const IS_NUMBER = /^\p{N}+$/u;
const IS_NAME = /^\p{Lu}|\p{N}/u;

/**
 * The names in the sentences of the evidence, in lower case, sorted, each once: words that begin with a capital and do
 * not begin the sentence, and those with digits among letters. `names` are the spans of those who take part: left out.
 */
export function nameBag(text: string, evidence: readonly Span[], names: readonly Span[] = []): string {
  const found = evidence.flatMap((span) => {
    const sentence = sentenceSpan(text, span);
    const first = /[\p{L}\p{N}]+/u.exec(text.slice(...sentence))?.[0];
    const said = saidIn(text, sentence, names);
    const inside = said[0] === first ? said.slice(1) : said;
    return inside.filter((word) => IS_NAME.test(word) && !IS_NUMBER.test(word) && isTelling(word.toLowerCase()));
  });
  return [...new Set(found.map((word) => word.toLowerCase()))].slice(0, MOST_NAMES).sort().join(" ");
}
