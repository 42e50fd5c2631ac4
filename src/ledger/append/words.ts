import type { Span } from "../../schema/index.ts";

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
export function sentenceAround(text: string, [start, stop]: Span): string {
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  const ends = [...before.matchAll(SENTENCE_END)];
  const last = ends.at(-1);
  const behind = text.slice(stop, stop + FARTHEST);
  const next = behind.search(SENTENCE_END);
  return (
    before.slice(last ? last.index + last[0].length : 0) +
    text.slice(start, stop) +
    (next < 0 ? behind : behind.slice(0, next))
  );
}

/** `the eighth patrol` and `the 8th patrol` as `#8`: two that are counted differently are two. */
function ordinalOf(word: string): string | undefined {
  const spelt = ORDINALS.indexOf(word) + 1;
  const number = spelt > 0 ? String(spelt) : /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1];
  return number === undefined ? undefined : `#${number}`;
}

const isTelling = (word: string): boolean => (word.length > 3 || /^\d+$/.test(word)) && !COMMON.has(word);

/**
 * The content words, numbers and ordinals (`#8`) of the sentences of the evidence, in lower case, sorted, each once:
 * by them two reports of one event resemble each other.
 */
export function wordBag(text: string, evidence: readonly Span[]): string {
  const said = evidence.map((span) => sentenceAround(text, span)).join(" ");
  const words = said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const bag = words.flatMap((word) => ordinalOf(word) ?? (isTelling(word) ? word : []));
  return [...new Set(bag)].slice(0, MOST_WORDS).sort().join(" ");
}
