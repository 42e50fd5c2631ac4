/** Words of the evidence by which an incident is of a kind that counting rules and depth ask for. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["patrol", /\bpatrol/i],
  ["exercise", /\b(exercise|drill|man(?:o)?e?u?vers?|manoeuvres?|war ?games?)/i],
  ["treaty", /\b(treaty|treaties|alliance|pact)\b/i],
  ["binding", /\b(mutual (?:defen[cs]e|assistance)|defen[cs]e (?:treaty|pact)|non-?aggression)/i],
];

/** What kind of thing an incident was, by the words that report it. */
export const kindsOf = (words: string): string[] =>
  KINDS.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind);
