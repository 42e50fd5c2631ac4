import type { Incident, IncidentReport } from "../../../src/schema/index.ts";
import { useStateName } from "../../api/queries.ts";
import { useSome } from "../../parts/some.tsx";
import { counted } from "../../parts/words.ts";
import { DocumentCard } from "./report-card.tsx";

export const keyOf = ({ evidence, report }: IncidentReport): string => `${evidence[0].source.document} ${report.id}`;

const UNKNOWN = "";
const MANY_SIDES = 4;
/** Sources that are shown at once, of all sides together and of each. */
const AT_ONCE = 60;
const LEAST_OF_A_SIDE = 5;

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
  readonly onChoose?: ((key: string) => void) | undefined;
  /** Takes back what was said; without it nobody can. */
  readonly onUndo?: ((id: string) => void) | undefined;
}

/** All reports of an incident side by side: a column of cards a side, near copies together. */
export function Reports({ incident, chosen, onChoose, onUndo }: Props) {
  const nameOf = useStateName();
  const sides = bySide(incident.reports);
  const step = Math.max(LEAST_OF_A_SIDE, Math.floor(AT_ONCE / sides.length));
  return (
    <div className={sides.length > MANY_SIDES ? "report-sides many" : "report-sides"}>
      {sides.map(({ side, families }) => (
        <section key={side} className="report-side">
          <h3>
            {side === UNKNOWN ? "Outlets of no known side" : `Outlets of ${nameOf(side)}`}{" "}
            <span className="muted">{counted(families.length, "independent source")}</span>
          </h3>
          <SideCards families={families} step={step} chosen={chosen} onChoose={onChoose} onUndo={onUndo} />
        </section>
      ))}
    </div>
  );
}

interface CardsProps extends Omit<Props, "incident"> {
  readonly families: Side["families"];
  /** How many sources are shown at once. */
  readonly step: number;
}

function SideCards({ families, step, chosen, onChoose, onUndo }: CardsProps) {
  const [shown, more] = useSome(families, step);
  return (
    <>
      <div className="side-cards">
        {shown.map((reports) => (
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
      {more}
    </>
  );
}

const byDocument = (reports: readonly IncidentReport[]): IncidentReport[][] => [
  ...Map.groupBy(reports, ({ evidence }) => evidence[0].source.document).values(),
];

const isCopied = (reports: readonly IncidentReport[]): boolean =>
  new Set(reports.map(({ evidence }) => evidence[0].source.document)).size > 1;
