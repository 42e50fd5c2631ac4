import type { IncidentReport } from "../../../src/schema/index.ts";
import { ActorLink } from "../../parts/actor-link.tsx";
import { Chain } from "../../parts/chain.tsx";
import { Coding } from "../../parts/coding.tsx";
import { intervalWords } from "../../parts/dates.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { Status } from "../../parts/incident-list.tsx";
import { ReviewHistory, ReviewTag } from "../../parts/reviewed.tsx";
import { Confidence } from "../../parts/score.tsx";
import { EvidenceLink, SourceLine, Words } from "../../parts/source.tsx";
import { Term } from "../../parts/term.tsx";
import { casualtyWords, kindWords } from "../../parts/words.ts";

interface Props {
  /** What one document tells of the incident, in one or several places. */
  readonly reports: readonly IncidentReport[];
  readonly isChosen: (report: IncidentReport) => boolean;
  readonly onChoose?: (report: IncidentReport) => void;
  /** Takes back what was said; without it nobody can. */
  readonly onUndo?: (id: string) => void;
}

/** One document's account of an incident: for each report its words first, then what was coded from them and what people said of it. */
export function DocumentCard({ reports, isChosen, onChoose, onUndo }: Props) {
  const { source } = reports[0].evidence[0];
  const spans = reports.flatMap(({ evidence }) => evidence.map(({ span }) => span));
  return (
    <article className="document-card">
      <header>
        <SourceLine source={source} />
        <h4>
          <EvidenceLink source={source} spans={spans} step>
            {source.title ?? "Untitled document"}
          </EvidenceLink>
        </h4>
      </header>
      {reports.map((one) => (
        <ReportPart
          key={one.report.id}
          one={one}
          chosen={isChosen(one)}
          {...(onChoose && { onChoose: () => onChoose(one) })}
          {...(onUndo && { onUndo })}
        />
      ))}
    </article>
  );
}

interface PartProps {
  readonly one: IncidentReport;
  readonly chosen: boolean;
  readonly onChoose?: () => void;
  readonly onUndo?: (id: string) => void;
}

function ReportPart({ one: { report, evidence, cast = [], review }, chosen, onChoose, onUndo }: PartProps) {
  return (
    <div className={chosen ? "report-card chosen" : "report-card"}>
      <blockquote>
        {evidence.map((words) => (
          <Words key={words.span.join()} evidence={words} />
        ))}
      </blockquote>
      <p className="coded">
        <Glyph type={report.type} /> {kindWords(report)}
        <Status status={report.status} />
        {report.date && <span>{intervalWords(report.date)}</span>}
        {report.place && <span>{report.place.name}</span>}
        {report.casualties && <span>{casualtyWords(report.casualties)}</span>}
        <ReviewTag state={review?.state} />
      </p>
      <Cast cast={cast} />
      <Chain attribution={report.attribution} />
      <p className="small muted">
        <Term name="confidence" /> <Confidence value={report.confidence} /> · <Term name="rule" />{" "}
        <code>{report.rule}</code>
        {report.cameo && (
          <>
            {" "}
            · CAMEO <code>{report.cameo}</code>
          </>
        )}
      </p>
      {review && review.history.length > 0 && (
        <details className="said">
          <summary>What was said of it</summary>
          <ReviewHistory review={review} {...(onUndo && { onUndo })} />
          {review.machine && (
            <Coding
              coding={{ report, domain: review.history.at(-1)?.coding?.domain ?? review.machine.domain }}
              machine={review.machine}
            />
          )}
        </details>
      )}
      {onChoose && (
        <label className="take-out">
          <input type="checkbox" checked={chosen} onChange={onChoose} /> Take out
          <span className="unseen">: {evidence[0].words}</span>
        </label>
      )}
    </div>
  );
}
/** Those who take part, each with the way to what else they said and did. */
function Cast({ cast }: { cast: NonNullable<IncidentReport["cast"]> }) {
  if (cast.length === 0) return null;
  return (
    <p className="cast small">
      {cast.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && " · "}
          <ActorLink id={id}>{name}</ActorLink>
        </span>
      ))}
    </p>
  );
}
