import type { Knowledge } from "../knowledge/index.ts";
import type { IncidentRow } from "../measures/index.ts";
import type { IncidentSummary } from "../schema/index.ts";

/**
 * What kind of thing an incident was, by the words that report it, and the series it is part of: what the same states
 * do of the same kind, year after year.
 */
export function kindsOf(
  { actors, recipients }: Pick<IncidentSummary, "actors" | "recipients">,
  words: string,
  { kinds }: Knowledge,
): Pick<IncidentRow, "kinds" | "series"> {
  const found = kinds.filter(({ tells }) => tells(words));
  const repeated = found.find(({ isSeries }) => isSeries);
  const states = [...new Set([...actors, ...recipients])].sort().join("+");
  return {
    kinds: [...new Set(found.map(({ kind }) => kind))],
    ...(repeated && { series: { id: `${states} ${repeated.kind}` } }),
  };
}
