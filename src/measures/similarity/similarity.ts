import type { Value } from "../value.ts";
import { agreementShare } from "./agreement.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import type { CrossTable } from "./cross-table.ts";
import { scottPi } from "./scott-pi.ts";
import { signorinoRitter } from "./signorino-ritter.ts";
import { tauB } from "./tau-b.ts";

/** All measures of similarity of one table, by their names in `docs/measures.md`. */
export const SIMILARITY_MEASURES = {
  agreement: agreementShare,
  "S absolute": (table) => signorinoRitter(table, "absolute"),
  "S squared": (table) => signorinoRitter(table, "squared"),
  "kappa nominal": (table) => cohenKappa(table, "nominal"),
  "kappa linear": (table) => cohenKappa(table, "linear"),
  "kappa quadratic": (table) => cohenKappa(table, "quadratic"),
  "pi nominal": (table) => scottPi(table, "nominal"),
  "pi linear": (table) => scottPi(table, "linear"),
  "pi quadratic": (table) => scottPi(table, "quadratic"),
  "tau-b": tauB,
} as const satisfies Record<string, (table: CrossTable) => Value>;

export type SimilarityMeasure = keyof typeof SIMILARITY_MEASURES;

/** Every measure of one table. */
export function similarities(table: CrossTable): Record<SimilarityMeasure, Value> {
  const entries = Object.entries(SIMILARITY_MEASURES).map(([name, measure]) => [name, measure(table)]);
  return Object.fromEntries(entries) as Record<SimilarityMeasure, Value>;
}
