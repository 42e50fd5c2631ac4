/** Written by training/confidence.ts; not to be edited. */
export const CONFIDENCE_WEIGHTS = {
  "bias": 1.9128,
  "weights": {
    "told": 0.3949,
    "deed": 0.9728,
    "spread": -0.1993,
    "pronoun": -0.7331,
    "elsewhere": -1.7985,
    "bystanders": -0.3504,
    "place": -1.1112,
    "unknown": -0.2425,
    "depth": -0.2681,
    "verb": 0.7336,
    "noun": 0.9898,
    "borrowed": -0.6593
  }
};
