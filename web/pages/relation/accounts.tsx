import { Link } from "@tanstack/react-router";
import type { IncidentSummary } from "../../../src/schema/index.ts";
import { intervalWords } from "../../parts/dates.ts";
import { Words } from "../../parts/source.tsx";
import { counted, kindWords } from "../../parts/words.ts";

const MOST = 8;

/** Talks that happened and that more than one publisher tells of: their accounts can be laid side by side. */
const comparable = (incidents: readonly IncidentSummary[]): IncidentSummary[] =>
  incidents
    .filter(({ type, status, publishers }) => type === "CONSULT" && status === "happened" && publishers > 1)
    .toSorted((a, b) => b.publishers - a.publishers || (b.date?.to ?? "").localeCompare(a.date?.to ?? ""))
    .slice(0, MOST);

/** Meetings and calls with more than one account, each leading to its accounts in two columns. */
export function Accounts({ incidents }: { incidents: readonly IncidentSummary[] }) {
  const found = comparable(incidents);
  if (found.length === 0)
    return <p className="muted">Of no meeting or call of this period more than one publisher tells.</p>;
  return (
    <ul className="accounts">
      {found.map((incident) => (
        <li key={incident.id}>
          <Link to="/incidents/$id/readouts" params={{ id: incident.id }}>
            {kindWords(incident)}
            {incident.date && `, ${intervalWords(incident.date)}`}
          </Link>{" "}
          <span className="muted">{counted(incident.publishers, "account")} side by side</span>
          <Words evidence={incident.evidence} />
        </li>
      ))}
    </ul>
  );
}
