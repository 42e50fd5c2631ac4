import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Incident } from "../../../src/schema/index.ts";
import { queries, useStateName } from "../../api/queries.ts";
import { useUndo } from "../../api/reviews.ts";
import { intervalWords } from "../../parts/dates.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { Status } from "../../parts/incident-list.tsx";
import { Load } from "../../parts/load.tsx";
import { GroupingHistory, ReviewTag } from "../../parts/reviewed.tsx";
import { useReviewer } from "../../parts/reviewer.tsx";
import { Confidence, Score } from "../../parts/score.tsx";
import { Parties, State, States } from "../../parts/state.tsx";
import { Term } from "../../parts/term.tsx";
import { counted, incidentTitle, kindWords, STATUS_WORDS } from "../../parts/words.ts";
import { Differences } from "./differences.tsx";
import { Past } from "./past.tsx";
import { Merge, Split } from "./regroup.tsx";
import { Reports } from "./reports.tsx";

const route = getRouteApi("/incidents/$id");

/** `/incidents/:id`: one thing that happened, with all reports of it side by side. */
export function IncidentPage() {
  const { id } = route.useParams();
  const query = useQuery(queries.incident(id));
  return (
    <Load query={query}>
      {(incident) =>
        incident.asked === undefined ? (
          <Sheet incident={incident} />
        ) : (
          <Navigate to="/incidents/$id" params={{ id: incident.id }} search={{ was: incident.asked }} replace />
        )
      }
    </Load>
  );
}

function Sheet({ incident }: { incident: Incident }) {
  const nameOf = useStateName();
  const [splitting, setSplitting] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string) => setChosen(new Set(chosen).symmetricDifference(new Set([key])));
  const undo = useUndo();
  const reviewer = useReviewer();
  const takeBack = reviewer === "" ? undefined : (id: string) => undo.mutate({ id, reviewer });
  const several = incident.reports.length > 1;
  return (
    <div className="incident-page">
      <title>{`${incidentTitle(incident, nameOf)} · Entente`}</title>
      <header className="head">
        <Relations incident={incident} />
        <h1>
          <Glyph type={incident.type} /> {kindWords(incident)}: <Parties {...incident} />
        </h1>
        <ReviewTag state={incident.review} />
        <Past incident={incident} />
        <Facts incident={incident} />
      </header>
      <section>
        <h2>
          {counted(incident.reports.length, "report")} in {counted(incident.documents, "document")} of{" "}
          {counted(incident.publishers, "publisher")}
        </h2>
        {incident.documents > 1 && (
          <p>
            <Link to="/incidents/$id/readouts" params={{ id: incident.id }}>
              Compare two accounts, statement by statement
            </Link>
          </p>
        )}
        <Reports
          incident={incident}
          chosen={chosen}
          {...(several && splitting && { onChoose: choose })}
          {...(takeBack && { onUndo: takeBack })}
        />
      </section>
      {several && <Differences reports={incident.reports} />}
      <section className="regroup">
        <h2>One incident, or several?</h2>
        {incident.groupings && (
          <GroupingHistory groupings={incident.groupings} {...(takeBack && { onUndo: takeBack })} />
        )}
        {undo.error && (
          <p className="form-error" role="alert">
            {undo.error.message}
          </p>
        )}
        {several && (
          <>
            <p>
              <button type="button" aria-expanded={splitting} onClick={() => setSplitting(!splitting)}>
                {splitting ? "Leave it as it is" : "Split it"}
              </button>
            </p>
            {splitting && (
              <Split
                incident={incident}
                chosen={chosen}
                onDone={() => {
                  setSplitting(false);
                  setChosen(new Set());
                }}
              />
            )}
          </>
        )}
        <Merge incident={incident} />
      </section>
    </div>
  );
}

/** The dyads this incident belongs to. */
function Relations({ incident }: { incident: Incident }) {
  const codes = [...new Set([...incident.actors, ...incident.recipients])].sort();
  const dyads = codes.flatMap((a, at) => codes.slice(at + 1).map((b) => [a, b] as const)).slice(0, 6);
  return (
    <nav aria-label="Relations" className="crumbs">
      {dyads.map(([a, b]) => (
        <Link key={`${a}-${b}`} to="/relations/$dyad" params={{ dyad: `${a}-${b}` }}>
          <State code={a} /> and <State code={b} />
        </Link>
      ))}
    </nav>
  );
}

function Facts({ incident }: { incident: Incident }) {
  return (
    <dl className="facts">
      <div>
        <dt>When</dt>
        <dd>{incident.date ? intervalWords(incident.date) : "undated"}</dd>
      </div>
      {incident.place && (
        <div>
          <dt>Where</dt>
          <dd>
            {incident.place.name} {incident.place.country && <span className="code">{incident.place.country}</span>}
          </dd>
        </div>
      )}
      <div>
        <dt>Domain</dt>
        <dd>{incident.domain}</dd>
      </div>
      <div>
        <dt>
          <Term name="status" />
        </dt>
        <dd>{incident.status === "happened" ? STATUS_WORDS.happened : <Status status={incident.status} />}</dd>
      </div>
      <div>
        <dt>
          <Term name="score" />
        </dt>
        <dd>
          <Score value={incident.score} />
        </dd>
      </div>
      <div>
        <dt>
          <Term name="confidence" />
        </dt>
        <dd>
          <Confidence value={incident.confidence} />
        </dd>
      </div>
      {incident.directedAgainst.length > 0 && (
        <div>
          <dt>Directed against</dt>
          <dd>
            <States codes={incident.directedAgainst} />
          </dd>
        </div>
      )}
    </dl>
  );
}
