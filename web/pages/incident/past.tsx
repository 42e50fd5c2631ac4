import { getRouteApi, Link } from "@tanstack/react-router";
import type { Incident } from "../../../src/schema/index.ts";
import { useStateName } from "../../api/queries.ts";
import { intervalWords } from "../../parts/dates.ts";
import { incidentTitle } from "../../parts/words.ts";

const route = getRouteApi("/incidents/$id");

/** That the reader came by the address of an incident that is part of this one by now; what was split from it. */
export function Past({ incident }: { incident: Incident }) {
  const { was } = route.useSearch();
  const nameOf = useStateName();
  const { apart = [], groupings = [] } = incident;
  const merge = groupings.findLast(({ kind, undone }) => kind === "merge" && !undone);
  return (
    <>
      {was !== undefined && was !== incident.id && (
        <p className="past" role="status">
          The address you came by was that of an incident which is part of this one now
          {merge ? `: ${merge.reviewer} put them together` : ": what came in later showed them to be one"}. Its reports
          stand below.
        </p>
      )}
      {apart.length > 0 && (
        <p className="past">
          People split it from{" "}
          {apart.map((other, at) => (
            <span key={other.id}>
              {at > 0 && "; "}
              <Link to="/incidents/$id" params={{ id: other.id }}>
                {incidentTitle(other, nameOf)}
              </Link>
              {other.date && ` (${intervalWords(other.date)})`}
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}
