/** Written by training/confidence.ts; not to be edited. */
export const CONFIDENCE_WEIGHTS = {
  "bias": 1.6019,
  "weights": {
    "told": 0.3119,
    "deed": 0.786,
    "spread": -0.1304,
    "pronoun": -0.842,
    "elsewhere": -1.2519,
    "bystanders": -0.3276,
    "place": -1.1982,
    "unknown": -0.6496,
    "depth": -0.3533,
    "verb": 0.8229,
    "noun": 1.2524,
    "borrowed": -0.6179
  }
};
