/** Why a measure has no value, in words; the reasons are those of docs/measures.md. */
const WORDS: Readonly<Record<string, string>> = {
  "no items": "nothing in common to compare",
  "no variation": "nothing varies",
  "no exposure": "nothing was read that could tell",
  "too few periods": "too few periods of which something was read",
  "too few incidents": "too few incidents",
  "too few source families": "too few independent sources",
  "too few sides": "only one side reports",
  "too few pairs": "too few periods, or states, to compare",
  "interval too wide": "even a large change would not show in so little",
  "does not converge": "the estimate does not settle",
};

/** A reason in words; one this version doesn't know as it stands. */
export const inWords = (reason = ""): string => WORDS[reason] ?? reason;
