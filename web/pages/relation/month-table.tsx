import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { DOMAINS, type Domain, type RelationView } from "../../../src/schema/index.ts";
import { monthWords } from "../../parts/dates.ts";
import { Score } from "../../parts/score.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { Term } from "../../parts/term.tsx";

const route = getRouteApi("/relations/$dyad");
const FIRST = 12;

type Cell = RelationView["months"][number];

/** Incidents and net score by month and domain, beside the documents read: the timeline in numbers. */
export function MonthTable({ view }: { view: RelationView }) {
  const [all, setAll] = useState(false);
  const domains = DOMAINS.filter((domain) => view.months.some((cell) => cell.domain === domain));
  const months = monthsOf(view);
  return (
    <details className="months">
      <summary>The same in numbers, month by month</summary>
      <p className="muted">
        Incidents and their <Term name="net" />, and how many <Term name="exposure">documents were read</Term> that name
        both. A month without a cell has no evidence; that is not a zero.
      </p>
      <Scroll label="Months">
        <table>
          <Head domains={domains} />
          <tbody>
            {(all ? months : months.slice(0, FIRST)).map((month) => (
              <Row key={month} month={month} domains={domains} view={view} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {!all && months.length > FIRST && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {months.length} months
        </button>
      )}
    </details>
  );
}

/** The months that have anything, newest first. */
const monthsOf = ({ months, exposure }: RelationView): string[] =>
  [...new Set([...months, ...exposure].map(({ month }) => month))].sort().reverse();

const Head = ({ domains }: { domains: readonly Domain[] }) => (
  <thead>
    <tr>
      <th scope="col">Month</th>
      {domains.map((domain) => (
        <th scope="col" key={domain} className="figures">
          {domain}
        </th>
      ))}
      <th scope="col" className="figures">
        all
      </th>
      <th scope="col" className="figures">
        documents
      </th>
    </tr>
  </thead>
);

function Row({ month, domains, view }: { month: string; domains: readonly Domain[]; view: RelationView }) {
  const cells = view.months.filter((cell) => cell.month === month);
  const documents = view.exposure.find((one) => one.month === month)?.documents;
  return (
    <tr>
      <th scope="row">{monthWords(month)}</th>
      {domains.map((domain) => (
        <td key={domain} className="figures">
          <CellLink cell={cells.find((cell) => cell.domain === domain)} domain={domain} />
        </td>
      ))}
      <td className="figures">
        <CellLink cell={totalOf(month, cells)} />
      </td>
      <td className="figures muted">{documents ?? ""}</td>
    </tr>
  );
}

function totalOf(month: string, cells: readonly Cell[]): Pick<Cell, "month" | "incidents" | "net"> | undefined {
  if (cells.length === 0) return undefined;
  const sum = (key: "incidents" | "net") => cells.reduce((total, cell) => total + cell[key], 0);
  return { month, incidents: sum("incidents"), net: sum("net") };
}

/** A cell lists its incidents below. */
function CellLink({ cell, domain }: { cell?: Pick<Cell, "month" | "incidents" | "net">; domain?: Domain }) {
  const { dyad } = route.useParams();
  const before = route.useSearch();
  if (cell === undefined) return null;
  const search = { ...before, page: undefined, month: cell.month, domain, status: "happened" } as const;
  return (
    <Link to="/relations/$dyad" params={{ dyad }} search={search} hash="incidents">
      {cell.incidents} <Score value={cell.net} />
      <span className="unseen">
        {domain ?? "in all"}, {monthWords(cell.month)}
      </span>
    </Link>
  );
}
