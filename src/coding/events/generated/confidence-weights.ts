/** Written by training/confidence.ts; not to be edited. */
export const CONFIDENCE_WEIGHTS = {
  "bias": 1.8942,
  "weights": {
    "told": 0.387,
    "deed": 0.9626,
    "spread": -0.1995,
    "pronoun": -0.7272,
    "elsewhere": -1.7812,
    "bystanders": -0.3533,
    "place": -1.0906,
    "unknown": -0.2343,
    "depth": -0.264,
    "verb": 0.739,
    "noun": 0.9949,
    "borrowed": -0.7145
  }
};
