import type { DyadMeasures, RelationView, WatchSnapshot } from "../../schema/index.ts";

/** What is kept of a look at a dyad, to tell at the next one what is new. */
export function snapshotOf(view: RelationView, measures: DyadMeasures | undefined): WatchSnapshot {
  const reached = (measures?.depth ?? []).flatMap(({ domain, reached: rung }) =>
    rung ? [[domain, rung] as const] : [],
  );
  const names = new Map((measures?.thirdStates ?? []).map(({ third, name }) => [third, name]));
  return {
    dyad: view.dyad,
    names: view.names,
    ...(measures && { verdict: measures.verdict.verdict }),
    reached: Object.fromEntries(reached),
    incidents: view.incidents
      .filter(({ status }) => status === "happened")
      .map(({ id, type, domain, directedAgainst, date, evidence: { words, source } }) => ({
        id,
        type,
        domain,
        against: directedAgainst,
        ...(directedAgainst.length > 0 && { againstNames: directedAgainst.map((code) => names.get(code) ?? code) }),
        ...(date && { day: date.from }),
        words: words.replace(/\s+/g, " ").trim(),
        ...(source.publisher && { publisher: source.publisher }),
        ...(source.url && { url: source.url }),
      })),
  };
}
