import { useMemo } from "react";
import type { QueueItem, Report, Span } from "../../../src/schema/index.ts";
import { segmentsOf } from "../../parts/annotated/segments.ts";

const moved = ([from, to]: Span, by: number): Span => [from - by, to - by];

/** The parties of a report as mentions of its passage, by what they do in it. */
function partiesIn(report: Report, { span, text }: QueueItem["passage"]) {
  const parts = { actor: report.actors, recipient: report.recipients, target: report.directedAgainst };
  return Object.entries(parts).flatMap(([role, parties]) =>
    parties
      .map((party) => ({ role, country: party.country, span: moved(party.span, span[0]) }))
      .filter(({ span: [from, to] }) => from >= 0 && to <= text.length)
      .map(({ role: name, country, span: at }) => ({
        id: `${name} ${at.join("-")}`,
        kind: "actor" as const,
        name: [name, country].filter(Boolean).join(" "),
        span: at,
      })),
  );
}

/** The paragraphs around the evidence: its words marked, the parties under their part. */
export function Passage({ report, passage }: { report: Report; passage: QueueItem["passage"] }) {
  const segments = useMemo(() => {
    const spans = report.evidence.map((span) => moved(span, passage.span[0]));
    const inside = spans.filter(([from, to]) => from >= 0 && to <= passage.text.length);
    const marks = { mentions: partiesIn(report, passage), reports: [], quotations: [] };
    return segmentsOf(passage.text, marks, inside);
  }, [report, passage]);
  return (
    <blockquote className="passage">
      {segments.map(({ start, text, asked, mention }) => {
        const Tag = asked ? "mark" : "span";
        return (
          <Tag key={start} className={mention && "named"} title={mention?.name}>
            {text}
          </Tag>
        );
      })}
    </blockquote>
  );
}
