import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { QueuePart, ReviewProgress } from "../../../src/schema/index.ts";
import { queries, useStateName } from "../../api/queries.ts";

const route = getRouteApi("/review");

/** Whose relation is reviewed; the choice lives in the address. */
export function DyadFilter() {
  const id = useId();
  const { a, b, part } = route.useSearch();
  const navigate = useNavigate({ from: "/review" });
  const { data } = useQuery(queries.overview());
  const nameOf = useStateName();
  const chosen = a && b ? `${a}-${b}` : "";
  const dyads = data?.dyads.map(({ dyad }) => dyad.join("-")) ?? [];
  const known = chosen === "" || dyads.includes(chosen) ? dyads : [chosen, ...dyads];
  const choose = (value: string) => {
    const [first, second] = value.split("-");
    void navigate({ search: { ...(value !== "" && { a: first, b: second }), ...(part && { part }) } });
  };
  return (
    <p>
      <label htmlFor={id}>Relation</label>
      <select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">All relations</option>
        {known.map((dyad) => (
          <option key={dyad} value={dyad}>
            {dyad.split("-").map(nameOf).join(" and ")}
          </option>
        ))}
      </select>
    </p>
  );
}

const PARTS: readonly (readonly [QueuePart, string])[] = [
  ["open", "To review"],
  ["second", "Second reading"],
  ["disputed", "Disputed"],
  ["orphaned", "Orphaned"],
  ["done", "Done"],
];

function countOf(part: QueuePart, progress: ReviewProgress | undefined): number | undefined {
  if (!progress) return undefined;
  const { machine, reviewed, confirmed, disputed, orphaned } = progress;
  return { open: machine, second: undefined, disputed, orphaned, done: reviewed + confirmed + disputed }[part];
}

/** What the queue shows. */
export function PartTabs({ part, progress }: { part: QueuePart; progress: ReviewProgress | undefined }) {
  const search = route.useSearch();
  return (
    <nav aria-label="Parts of the queue">
      <ul className="chips">
        {PARTS.map(([each, label]) => (
          <li key={each}>
            <Link
              to="/review"
              search={{ ...search, part: each === "open" ? undefined : each }}
              className={each === part ? "chip chosen" : "chip"}
              aria-current={each === part ? "page" : undefined}
            >
              {label} <span className="number">{countOf(each, progress)?.toLocaleString("en")}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
