import type { Change } from "../kept/change.ts";
import type { ToldIncident } from "./types.ts";

/** Incidents that are fetched by themselves; where more changed, all are fetched anew. */
const MOST = 1000;

/** The oldest first, those without a date last: the order in which the ground is told. */
function byDays(one: ToldIncident, other: ToldIncident): number {
  const keys = ({ date, id }: ToldIncident): string[] => [date ? date.from : "~", date ? date.to : "~", id];
  const [own, its] = [keys(one), keys(other)];
  const at = own.findIndex((key, place) => key !== its[place]);
  return at === -1 ? 0 : own[at] < its[at] ? -1 : 1;
}

/** Incidents known from before, after what changed: those that it touched are fetched again. */
export async function incidentsAgain(
  former: readonly ToldIncident[],
  changes: readonly Change[],
  fetch: (only?: readonly string[]) => Promise<readonly ToldIncident[]>,
): Promise<readonly ToldIncident[]> {
  const touched = new Set(changes.flatMap(({ incidents }) => [...incidents]));
  if (touched.size > MOST) return fetch();
  if (touched.size === 0) return former;
  const fresh = await fetch([...touched]);
  return [...former.filter(({ id }) => !touched.has(id)), ...fresh].sort(byDays);
}
