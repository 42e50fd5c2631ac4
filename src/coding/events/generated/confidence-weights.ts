/** Written by training/confidence.ts; not to be edited. */
export const CONFIDENCE_WEIGHTS = {
  "bias": 2.0487,
  "weights": {
    "told": 0.2976,
    "deed": 0.7438,
    "spread": -0.2992,
    "pronoun": -0.9014,
    "elsewhere": -1.2901,
    "bystanders": -0.3442,
    "place": -1.298,
    "unknown": -0.4087,
    "depth": -0.3261,
    "verb": 0.7213,
    "noun": 1.1038,
    "borrowed": -0.6249
  }
};
