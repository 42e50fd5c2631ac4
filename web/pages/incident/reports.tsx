import type { Incident, IncidentReport } from "../../../src/schema/index.ts";
import { useStateName } from "../../api/queries.ts";
import { counted } from "../../parts/words.ts";
import { DocumentCard } from "./report-card.tsx";

export const keyOf = ({ evidence, report }: IncidentReport): string => `${evidence[0].source.document} ${report.id}`;

const UNKNOWN = "";
const MANY_SIDES = 4;

interface Side {
  readonly side: string;
  readonly families: readonly (readonly IncidentReport[])[];
}

/** The reports by the side of their outlets, and of each side by their sources: near copies are one. */
function bySide(reports: readonly IncidentReport[]): Side[] {
  const sides = Map.groupBy(reports, ({ evidence }) => evidence[0].source.side ?? UNKNOWN);
  return [...sides]
    .map(([side, own]) => ({
      side,
      families: [...Map.groupBy(own, ({ family, evidence }) => family ?? evidence[0].source.document).values()],
    }))
    .sort((one, other) => Number(one.side === UNKNOWN) - Number(other.side === UNKNOWN));
}

interface Props {
  readonly incident: Incident;
  readonly chosen: ReadonlySet<string>;
  /** Chooses a report to take out; without it nothing can be chosen. */
  readonly onChoose?: (key: string) => void;
  /** Takes back what was said; without it nobody can. */
  readonly onUndo?: (id: string) => void;
}

/** All reports of an incident side by side: a column of cards a side, near copies together. */
export function Reports({ incident, chosen, onChoose, onUndo }: Props) {
  const nameOf = useStateName();
  const sides = bySide(incident.reports);
  return (
    <div className={sides.length > MANY_SIDES ? "report-sides many" : "report-sides"}>
      {sides.map(({ side, families }) => (
        <section key={side} className="report-side">
          <h3>
            {side === UNKNOWN ? "Outlets of no known side" : `Outlets of ${nameOf(side)}`}{" "}
            <span className="muted">{counted(families.length, "independent source")}</span>
          </h3>
          <div className="side-cards">
            {families.map((reports) => (
              <div key={keyOf(reports[0])} className={isCopied(reports) ? "report-family" : "report-alone"}>
                {isCopied(reports) && <p className="small muted">Near copies of one text count as one source.</p>}
                {byDocument(reports).map((own) => (
                  <DocumentCard
                    key={keyOf(own[0])}
                    reports={own}
                    isChosen={(one) => chosen.has(keyOf(one))}
                    {...(onChoose && { onChoose: (one: IncidentReport) => onChoose(keyOf(one)) })}
                    {...(onUndo && { onUndo })}
                  />
                ))}
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

const byDocument = (reports: readonly IncidentReport[]): IncidentReport[][] => [
  ...Map.groupBy(reports, ({ evidence }) => evidence[0].source.document).values(),
];

const isCopied = (reports: readonly IncidentReport[]): boolean =>
  new Set(reports.map(({ evidence }) => evidence[0].source.document)).size > 1;
