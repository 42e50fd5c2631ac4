import { Groups } from "../groups.ts";
import { keyOf, type Links, NO_LINKS } from "../reviews/links.ts";
import { keysOf } from "./keys.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import { alike } from "./similarity.ts";
import type { Telling } from "./telling.ts";

/** What people put together is of one strand, alike or not. */
function joinLinked<T extends Telling>(tellings: readonly T[], strands: Groups<T>, links: Links): void {
  if (links.groups.size === 0) return;
  const first = new Map<string, T>();
  for (const telling of tellings) {
    const group = links.groupOf(keyOf({ document: telling.document, id: telling.report }));
    const known = first.get(group);
    if (known) strands.join(telling, known);
    else first.set(group, telling);
  }
}

/**
 * Reports as strands: two that are alike are in one strand, and so is whatever is alike to one of them.
 * A report can only belong to an incident with a report it is alike to, so the incidents of a strand depend on
 * nothing outside of it. `together` names reports that are known to be of one strand.
 */
export function strandsOf<T extends Telling>(
  tellings: readonly T[],
  together: (telling: T) => string | undefined = () => undefined,
  links: Links = NO_LINKS,
): T[][] {
  const groups = new Groups<T>();
  const first = new Map<string, T>();
  const neighbourhood = new Neighbourhood<T>(keysOf);
  for (const telling of tellings) {
    const strand = together(telling);
    const known = strand === undefined ? undefined : first.get(strand);
    if (strand !== undefined && !known) first.set(strand, telling);
    if (known) groups.join(telling, known);
    for (const other of neighbourhood.near(telling))
      if (
        (strand === undefined || together(other) === undefined) &&
        groups.find(telling) !== groups.find(other) &&
        alike(telling, other)
      )
        groups.join(telling, other);
    neighbourhood.note(telling, telling);
  }
  joinLinked(tellings, groups, links);
  return [...Map.groupBy(tellings, (telling) => groups.find(telling)).values()];
}
