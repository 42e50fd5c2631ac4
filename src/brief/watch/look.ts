import {
  type DyadMeasures,
  EntenteError,
  type RelationQuery,
  type RelationView,
  type WatchSettings,
  type WatchSnapshot,
} from "../../schema/index.ts";
import { snapshotOf } from "./snapshot.ts";

/** What a watch asks of a desk. */
export interface Watched {
  relation(query: RelationQuery): Promise<RelationView>;
  measure(query: RelationQuery): Promise<DyadMeasures>;
}

/** What a look needs to know. */
export interface Looking {
  readonly desk: Watched;
  readonly settings: WatchSettings;
  readonly now: () => Date;
}

/** The name of a dyad in what a watch remembers. */
export const keyOf = (dyad: readonly [string, string]): string => [...dyad].sort().join("-");

/** The period up to today, of the settings' length. */
function periodOf({ settings, now }: Looking): { from: string; to: string } {
  const to = now();
  const from = new Date(to.getTime() - (settings.days - 1) * 86_400_000);
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) };
}

/** A look at a dyad; without measures where nothing is known of it. Errors: those of the desk. */
export async function look(looking: Looking, [a, b]: readonly [string, string]): Promise<WatchSnapshot> {
  const query = { a, b, ...periodOf(looking) };
  const measures = await looking.desk.measure(query).catch((thrown: unknown) => {
    if (thrown instanceof EntenteError && thrown.code === "brief.nodata") return undefined;
    throw thrown;
  });
  return snapshotOf(await looking.desk.relation(query), measures);
}
