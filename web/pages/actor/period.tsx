import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { queries } from "../../api/queries.ts";

const route = getRouteApi("/actors/$id");

/** The years of which anything is known, among which a reader chooses. */
export function Period() {
  const { id } = route.useParams();
  const { from, to } = route.useSearch();
  const { data } = useQuery(queries.actor({ id }));
  const chip = (label: string, bounds: { from?: string; to?: string }) => (
    <li key={label}>
      <Link
        to="/actors/$id"
        params={{ id }}
        search={bounds}
        resetScroll={false}
        className={from === bounds.from && to === bounds.to ? "chip chosen" : "chip"}
      >
        {label}
      </Link>
    </li>
  );
  const years = [...new Set((data?.months ?? []).map(({ month }) => month.slice(0, 4)))].sort();
  return (
    <ul className="chips" aria-label="Period">
      {chip("All", {})}
      {years.map((year) => chip(year, { from: `${year}-01-01`, to: `${year}-12-31` }))}
    </ul>
  );
}
