/** Written by training/confidence.ts; not to be edited. */
export const CONFIDENCE_WEIGHTS = {
  "bias": 1.5906,
  "weights": {
    "told": 0.2857,
    "deed": 0.8003,
    "spread": -0.1447,
    "pronoun": -0.8746,
    "elsewhere": -1.238,
    "bystanders": -0.3239,
    "place": -1.1859,
    "unknown": -0.6741,
    "depth": -0.3749,
    "verb": 0.8615,
    "noun": 1.2757,
    "borrowed": -0.6111
  }
};
