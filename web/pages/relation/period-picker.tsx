import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { RelationView } from "../../../src/schema/index.ts";

const route = getRouteApi("/relations/$dyad");

type Period = RelationView["period"];

/** The years that have evidence, newest first; at most twelve. */
function yearsOf(period: Period): number[] {
  if (period === undefined) return [];
  const [first, last] = [period.from, period.to].map((day) => Number(day.slice(0, 4)));
  return Array.from({ length: Math.min(12, last - first + 1) }, (_, back) => last - back);
}

/** The period as links for its years and as two days; it lives in the address. */
export function PeriodPicker({ period, shown }: { period: Period; shown: Period }) {
  const { dyad } = route.useParams();
  const { domain, from, to } = route.useSearch();
  const chip = (label: string, bounds: { from?: string; to?: string }) => (
    <li key={label}>
      <Link
        to="/relations/$dyad"
        params={{ dyad }}
        search={{ ...bounds, ...(domain && { domain }) }}
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
        {yearsOf(period)
          .reverse()
          .map((year) => chip(String(year), { from: `${year}-01-01`, to: `${year}-12-31` }))}
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
    void navigate({ search: { ...period, ...(search.domain && { domain: search.domain }) }, resetScroll: false });
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
