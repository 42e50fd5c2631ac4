import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { RelationView } from "../../../src/schema/index.ts";
import type { RelationSearch } from "../../app/search.ts";

const route = getRouteApi("/relations/$dyad");

type Period = RelationView["period"];

/** The years in which something happened; the last twelve of them. */
const yearsOf = ({ months }: RelationView): string[] =>
  [...new Set(months.map(({ month }) => month.slice(0, 4)))].sort().slice(-12);

/** The same question of another period: how it is counted stays, the month and the page of the old one go. */
function inPeriod(search: RelationSearch, bounds: Pick<RelationSearch, "from" | "to">): RelationSearch {
  const { from, to, month, page, ...kept } = search;
  return { ...kept, ...bounds };
}

/** The period as links for its years and as two days; it lives in the address. */
export function PeriodPicker({ whole, shown }: { whole: RelationView; shown: Period }) {
  const { dyad } = route.useParams();
  const search = route.useSearch();
  const { from, to } = search;
  const chip = (label: string, bounds: { from?: string; to?: string }) => (
    <li key={label}>
      <Link
        to="/relations/$dyad"
        params={{ dyad }}
        search={inPeriod(search, bounds)}
        resetScroll={false}
        className={from === bounds.from && to === bounds.to ? "chip chosen" : "chip"}
      >
        {label}
      </Link>
    </li>
  );
  return (
    <div className="period">
      <ul className="chips" aria-label="Period">
        {chip("All", {})}
        {yearsOf(whole).map((year) => chip(year, { from: `${year}-01-01`, to: `${year}-12-31` }))}
      </ul>
      <DayForm shown={shown} />
    </div>
  );
}

function DayForm({ shown }: { shown: Period }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/relations/$dyad" });
  const [from, setFrom] = useState(search.from ?? shown?.from ?? "");
  const [to, setTo] = useState(search.to ?? shown?.to ?? "");
  const backward = from !== "" && to !== "" && from > to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const period = { ...(from && { from }), ...(to && { to }) };
    void navigate({ search: inPeriod(search, period), resetScroll: false });
  };
  return (
    <form className="days" onSubmit={submit}>
      <label>
        <span>From</span>
        <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        <span>to</span>
        <input type="date" value={to} onChange={(event) => setTo(event.target.value)} aria-invalid={backward} />
      </label>
      <button type="submit" disabled={backward}>
        Set
      </button>
      {backward && (
        <p role="alert" className="small">
          The end lies before the start.
        </p>
      )}
    </form>
  );
}
