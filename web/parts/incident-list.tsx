import { Link } from "@tanstack/react-router";
import type { IncidentSummary } from "../../src/schema/index.ts";
import { intervalWords } from "./dates.ts";
import { Glyph } from "./glyph.tsx";
import { ReviewTag } from "./reviewed.tsx";
import { Score } from "./score.tsx";
import { useSome } from "./some.tsx";
import { SourceLine, Words } from "./source.tsx";
import { Parties } from "./state.tsx";
import { counted, kindWords, STATUS_WORDS } from "./words.ts";

const STEP = 40;

/** Incidents as lines, a page's worth at a time. */
export function IncidentList({ incidents }: { incidents: readonly IncidentSummary[] }) {
  const [shown, more] = useSome(incidents, STEP);
  return (
    <>
      <ol className="incidents">
        {shown.map((incident) => (
          <IncidentLine key={incident.id} incident={incident} />
        ))}
      </ol>
      {more}
    </>
  );
}

function IncidentLine({ incident }: { incident: IncidentSummary }) {
  return (
    <li className="incident">
      <span className="when">{incident.date ? intervalWords(incident.date) : "undated"}</span>
      <Glyph type={incident.type} />
      <div className="what">
        <span className="named">
          <Link to="/incidents/$id" params={{ id: incident.id }} className="title" data-step>
            <strong>{kindWords(incident)}</strong> <Parties {...incident} />
          </Link>{" "}
          <Status status={incident.status} /> <ReviewTag state={incident.review} />
        </span>
        <Words evidence={incident.evidence} />
        <span className="meta">
          <span>
            {counted(incident.documents, "document")}, {counted(incident.publishers, "publisher")}
          </span>
          <span>{incident.domain}</span>
          {incident.place && <span>{incident.place.name}</span>}
          {incident.documents === 1 && <SourceLine source={incident.evidence.source} />}
        </span>
      </div>
      <Score value={incident.score} />
    </li>
  );
}

/** Said wherever it is not that the thing happened. */
export function Status({ status }: Pick<IncidentSummary, "status">) {
  return status === "happened" ? null : <span className={`status ${status}`}>{STATUS_WORDS[status]}</span>;
}
