/** Written by training/confidence.ts; not to be edited. */
export const CONFIDENCE_WEIGHTS = {
  "bias": 2.1898,
  "weights": {
    "told": 0.4267,
    "deed": 0.8081,
    "spread": -0.275,
    "pronoun": -0.7271,
    "elsewhere": -1.6189,
    "bystanders": -0.338,
    "place": -1.5206,
    "unknown": -0.6124,
    "depth": -0.4556,
    "verb": 0.5779,
    "noun": 1.184,
    "borrowed": -0.4437
  }
};
