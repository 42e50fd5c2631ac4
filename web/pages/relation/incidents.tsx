import { getRouteApi, Link } from "@tanstack/react-router";
import { DOMAINS, type RelationView } from "../../../src/schema/index.ts";
import type { RelationSearch } from "../../app/search.ts";
import { monthWords } from "../../parts/dates.ts";
import { IncidentList } from "../../parts/incident-list.tsx";
import { Empty } from "../../parts/load.tsx";

const route = getRouteApi("/relations/$dyad");

type Part = Pick<RelationView, "incidents" | "months">;

/** The incidents, all or those of a domain and month; the choice lives in the address. */
export function Incidents(view: Part) {
  const search = route.useSearch();
  const inMonth = chosenMonth(view, search).filter(({ status }) => !search.happened || status === "happened");
  const domains = DOMAINS.filter((domain) => inMonth.some((one) => one.domain === domain));
  const chosen = inMonth
    .filter(({ domain }) => search.domain === undefined || domain === search.domain)
    .toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)));
  return (
    <>
      <ul className="chips" aria-label="Domain">
        <Chip label="All" count={inMonth.length} change={{ domain: undefined }} chosen={search.domain === undefined} />
        {domains.map((domain) => (
          <Chip
            key={domain}
            label={domain}
            count={inMonth.filter((one) => one.domain === domain).length}
            change={{ domain }}
            chosen={search.domain === domain}
          />
        ))}
        <Chip
          label="only what happened"
          change={{ happened: search.happened ? undefined : true }}
          chosen={search.happened === true}
        />
        {search.month && <Chip label={`only ${monthWords(search.month)} ✕`} change={{ month: undefined }} chosen />}
      </ul>
      {chosen.length > 0 ? (
        <IncidentList key={`${search.month} ${search.domain} ${search.happened}`} incidents={chosen} />
      ) : (
        <Empty title="No incident fits">Choose another domain, month or period.</Empty>
      )}
    </>
  );
}

/** Newest first; what has no date comes last. */
const lastDay = ({ date }: RelationView["incidents"][number]): string => date?.to ?? "";

function chosenMonth({ incidents, months }: Part, { month }: RelationSearch): RelationView["incidents"] {
  if (month === undefined) return incidents;
  const ids = new Set(months.filter((cell) => cell.month === month).flatMap((cell) => cell.ids));
  return incidents.filter(({ id }) => ids.has(id));
}

function Chip(props: { label: string; count?: number; change: Partial<RelationSearch>; chosen: boolean }) {
  const { label, count, change, chosen } = props;
  const { dyad } = route.useParams();
  const search = route.useSearch();
  return (
    <li>
      <Link
        to="/relations/$dyad"
        params={{ dyad }}
        search={{ ...search, ...change }}
        resetScroll={false}
        className={chosen ? "chip chosen" : "chip"}
        aria-current={chosen ? "true" : undefined}
      >
        {label}
        {count !== undefined && <span className="number"> {count}</span>}
      </Link>
    </li>
  );
}
