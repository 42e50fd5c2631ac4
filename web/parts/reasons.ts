/** Why a measure has no value, in a sentence. */
const REASONS: Readonly<Record<string, string>> = {
  "no items": "There is nothing to compare.",
  "no variation": "Nothing varies, so nothing can be compared.",
  "no exposure": "No document that names both was read in one of the two periods.",
  "too few periods": "The period is too short for it.",
  "too few incidents": "Too few incidents are known.",
  "too few source families": "Too few independent sources were read.",
  "too few sides": "Too few sides report.",
  "too few pairs": "Too few periods have a value for both.",
  "interval too wide": "The evidence leaves room for strengthening and for weakening alike.",
  "does not converge": "The computation does not settle.",
};

/** The reason in a sentence; missing is never zero. */
export const reasonWords = (reason = ""): string => REASONS[reason] ?? reason;
