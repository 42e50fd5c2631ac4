import type { IncidentReport } from "../../../src/schema/index.ts";
import { Chain } from "../../parts/chain.tsx";
import { intervalWords } from "../../parts/dates.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { Status } from "../../parts/incident-list.tsx";
import { Confidence } from "../../parts/score.tsx";
import { EvidenceLink, SourceLine, Words } from "../../parts/source.tsx";
import { Term } from "../../parts/term.tsx";
import { casualtyWords, kindWords } from "../../parts/words.ts";

/** One document's report of an incident: its words first, then what was coded from them. */
export function ReportCard({ one: { report, evidence } }: { one: IncidentReport }) {
  const { source } = evidence[0];
  return (
    <article className="report-card">
      <header>
        <SourceLine source={source} />
        <h3>
          <EvidenceLink source={source} spans={evidence.map(({ span }) => span)} step>
            {source.title ?? "Untitled document"}
          </EvidenceLink>
        </h3>
      </header>
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
      </p>
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
    </article>
  );
}
