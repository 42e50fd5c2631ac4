import { getRouteApi, Link } from "@tanstack/react-router";

const route = getRouteApi("/actors/$id");
const FIRST = 2019;
const LAST = new Date().getUTCFullYear();

/** The years a reader chooses among. */
export function Period() {
  const { id } = route.useParams();
  const { from, to } = route.useSearch();
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
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, at) => String(FIRST + at));
  return (
    <ul className="chips" aria-label="Period">
      {chip("All", {})}
      {years.map((year) => chip(year, { from: `${year}-01-01`, to: `${year}-12-31` }))}
    </ul>
  );
}
