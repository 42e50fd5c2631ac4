/** Written by training/confidence.ts; not to be edited. */
export const CONFIDENCE_WEIGHTS = {
  "bias": 1.976,
  "weights": {
    "told": 0.3085,
    "deed": 0.8032,
    "spread": -0.2566,
    "pronoun": -0.8706,
    "elsewhere": -1.3155,
    "bystanders": -0.3504,
    "place": -1.3276,
    "unknown": -0.43,
    "depth": -0.3257,
    "verb": 0.744,
    "noun": 1.0975,
    "borrowed": -0.6458
  }
};
