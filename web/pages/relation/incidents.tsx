import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { DOMAINS, EVENT_TYPES, type IncidentPage, STATUSES } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import type { PeriodLength, RelationSearch } from "../../app/search.ts";
import { monthWords } from "../../parts/dates.ts";
import { IncidentList } from "../../parts/incident-list.tsx";
import { Empty, Load } from "../../parts/load.tsx";
import { Switch } from "../../parts/switch.tsx";
import { counted, STATUS_WORDS, TYPE_WORDS } from "../../parts/words.ts";

const route = getRouteApi("/relations/$dyad");
const PAGE = 40;

/** The incidents of the period that stand under the counting rule, a page at a time; what is chosen lives in the address. */
export function Incidents({ dyad: [a, b], length }: { dyad: readonly [string, string]; length: PeriodLength }) {
  const { from, to, rule, sources, month, domain, type, status, page = 1 } = route.useSearch();
  const question = { a, b, from, to, rule, sources, month, domain, type, status };
  const measured = sources === "fixed" ? { length } : {};
  const query = useQuery({
    ...queries.incidents({ ...question, ...measured, limit: PAGE, offset: (page - 1) * PAGE }),
    placeholderData: (before) => before,
  });
  return (
    <div className="listing" aria-busy={query.isPlaceholderData}>
      <Load query={query}>
        {(found) => (
          <>
            <Choices found={found} />
            <Statuses found={found} />
            {found.incidents.length > 0 ? (
              <IncidentList key={`${found.offset} ${found.incidents[0].id}`} incidents={found.incidents} />
            ) : (
              <Empty title="No incident fits">Choose another domain, kind, month, rule or period.</Empty>
            )}
            <Pager found={found} />
          </>
        )}
      </Load>
    </div>
  );
}

const sum = (counts: Partial<Record<string, number>>): number =>
  Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);

function Choices({ found }: { found: IncidentPage }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/relations/$dyad" });
  const choose = (part: Partial<RelationSearch>) =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), resetScroll: false });
  const options = <T extends string>(
    all: readonly T[],
    counts: Partial<Record<T, number>>,
    words: (one: T) => string,
  ) => [
    ["", `all (${sum(counts)})`] as const,
    ...all.filter((one) => counts[one]).map((one) => [one, `${words(one)} (${counts[one]})`] as const),
  ];
  return (
    <>
      <ul className="chips" aria-label="Domain">
        <Chip label="All" count={sum(found.domains)} change={{ domain: undefined }} chosen={!search.domain} />
        {DOMAINS.filter((domain) => found.domains[domain]).map((domain) => (
          <Chip
            key={domain}
            label={domain}
            count={found.domains[domain]}
            change={{ domain }}
            chosen={search.domain === domain}
          />
        ))}
        {search.month && <Chip label={`only ${monthWords(search.month)} ✕`} change={{ month: undefined }} chosen />}
      </ul>
      <p className="switches">
        <Switch
          label="Kind"
          value={search.type ?? ""}
          options={options(EVENT_TYPES, found.types, (type) => TYPE_WORDS[type])}
          onChange={(type) => choose({ type: EVENT_TYPES.find((one) => one === type) })}
        />
        <Switch
          label="Status"
          value={search.status ?? ""}
          options={options(STATUSES, found.statuses, (status) => STATUS_WORDS[status])}
          onChange={(status) => choose({ status: STATUSES.find((one) => one === status) })}
        />
      </p>
    </>
  );
}

/** How many of those that are listed happened: only they count in the numbers above. */
function Statuses({ found: { statuses } }: { found: IncidentPage }) {
  const others = sum(statuses) - (statuses.happened ?? 0);
  if (others === 0) return null;
  return (
    <p className="muted">
      {counted(statuses.happened ?? 0, "incident")} happened and count; {others} more are planned, hypothetical, denied
      or history, and stand here only.
    </p>
  );
}

/** Where the page stands among all that fit, with the way to newer and older ones. */
function Pager({ found: { total, offset, incidents } }: { found: IncidentPage }) {
  const { dyad } = route.useParams();
  const search = route.useSearch();
  const page = Math.floor(offset / PAGE) + 1;
  const to = (label: string, wanted: number) => (
    <Link
      to="/relations/$dyad"
      params={{ dyad }}
      search={{ ...search, page: wanted > 1 ? wanted : undefined }}
      hash="incidents"
      className="button"
    >
      {label}
    </Link>
  );
  if (total === 0) return null;
  return (
    <nav className="pager" aria-label="Pages of incidents">
      {page > 1 && to("Newer", page - 1)}
      <span className="number">
        {offset + 1} to {offset + incidents.length} of {counted(total, "incident")}
      </span>
      {offset + incidents.length < total && to("Older", page + 1)}
    </nav>
  );
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
        search={{ ...search, page: undefined, ...change }}
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
