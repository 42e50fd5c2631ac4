import type { Knowledge } from "../../knowledge/index.ts";
import type { FacetCount } from "../../ledger/index.ts";
import { FACET_NAMES, type SearchFacet } from "../../schema/index.ts";
import { sideOf } from "../brief-sides.ts";

/** Values shown of one facet; years are few and all of them are shown. */
const SHOWN = 15;

type Values = Map<string, SearchFacet["values"][number]>;

function add(values: Values, value: string, label: string, count: number): void {
  const known = values.get(value);
  values.set(value, { value, label, count: count + (known?.count ?? 0) });
}

/** Outlets by the country of their seat and by whether a state owns them; those that no table knows belong to no side. */
function sidesOf(outlets: readonly FacetCount[], knowledge: Knowledge): { side: Values; media: Values } {
  const [side, media]: [Values, Values] = [new Map(), new Map()];
  for (const { value, count } of outlets) {
    const outlet = knowledge.outletOf(value);
    const country = sideOf(value, knowledge);
    if (country !== undefined) add(side, country, knowledge.stateName(country), count);
    const owned = outlet?.ownership === "state";
    add(media, owned ? "state" : "other", owned ? "state media" : "other outlets", count);
  }
  return { side, media };
}

/** The facets of a search in a fixed order, each with its most frequent values first, years the newest first. */
export function facetsOf(counts: readonly FacetCount[], knowledge: Knowledge): SearchFacet[] {
  const values = new Map<string, Values>();
  for (const { facet, value, count } of counts) {
    const found: Values = values.get(facet) ?? new Map();
    values.set(facet, found);
    add(found, value, value, count);
  }
  const outlets = counts.filter(({ facet }) => facet === "outlet");
  for (const [name, found] of Object.entries(sidesOf(outlets, knowledge))) values.set(name, found);
  return FACET_NAMES.flatMap((name): SearchFacet[] => {
    const found = [...(values.get(name)?.values() ?? [])];
    if (found.length === 0) return [];
    if (name === "year") return [{ name, values: found.sort((one, other) => other.value.localeCompare(one.value)) }];
    found.sort((one, other) => other.count - one.count || one.value.localeCompare(other.value));
    return [{ name, values: found.slice(0, SHOWN) }];
  });
}
