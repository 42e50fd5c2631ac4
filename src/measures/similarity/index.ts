/** Similarity of two states' positions: votes, or alliance obligations, item by item. */
export { agreementShare } from "./agreement.ts";
export { cohenKappa } from "./cohen-kappa.ts";
export { type CrossTable, crossTable, tableOfCounts } from "./cross-table.ts";
export { OBLIGATION_LEVELS, obligationLevel, VOTE_LEVELS } from "./obligations.ts";
export { forEachDyad, type Portfolios, type Position, portfoliosOf } from "./portfolios.ts";
export { scottPi } from "./scott-pi.ts";
export { signorinoRitter } from "./signorino-ritter.ts";
export { SIMILARITY_MEASURES, type SimilarityMeasure, similarities } from "./similarity.ts";
export { tauB } from "./tau-b.ts";
