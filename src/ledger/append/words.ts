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

/**
 * The content words and numbers of the evidence, in lower case, sorted, each once: by them two reports of one event
 * resemble each other.
 */
export function wordBag(text: string, evidence: readonly Span[]): string {
  const words = evidence.flatMap(
    ([start, stop]) =>
      text
        .slice(start, stop)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  const telling = words.filter((word) => (word.length > 3 || /^\d+$/.test(word)) && !COMMON.has(word));
  return [...new Set(telling)].slice(0, MOST_WORDS).sort().join(" ");
}
