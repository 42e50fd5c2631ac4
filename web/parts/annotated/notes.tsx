import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import type { Quotation, Reading, Report, Span } from "../../../src/schema/index.ts";
import { Chain } from "../chain.tsx";
import { intervalWords } from "../dates.ts";
import { Glyph } from "../glyph.tsx";
import { Status } from "../incident-list.tsx";
import { Confidence, Score } from "../score.tsx";
import { usePart } from "../some.tsx";
import { Parties } from "../state.tsx";
import { Term } from "../term.tsx";
import { casualtyWords, kindWords } from "../words.ts";
import { askedIds, type signsOf } from "./signs.ts";

/** Reports, and quotations, whose notes stand there at once. */
const AT_ONCE = 50;

interface NotesProps {
  readonly text: string;
  readonly reading: Reading;
  readonly signs: ReturnType<typeof signsOf>;
  readonly asked: readonly Span[];
  readonly incidentOf: Readonly<Record<string, string>>;
  readonly onSelect: (spans: readonly Span[]) => void;
  readonly onWhy?: (report: string) => void;
}

/** What was coded from the text, in its order: reports by number, quotations by letter. */
export function Notes(props: NotesProps) {
  const { reading } = props;
  const chosen = askedIds(props.signs, props.asked);
  const firstOf = (all: readonly { id: string }[]) =>
    Math.max(
      0,
      all.findIndex(({ id }) => chosen.has(id)),
    );
  const [reports, turnReports] = usePart(reading.reports, AT_ONCE, firstOf(reading.reports));
  const [quotations, turnQuotations] = usePart(reading.quotations, AT_ONCE, firstOf(reading.quotations));
  return (
    <div className="notes">
      <h2>
        Reports <span className="number muted">{reading.reports.length}</span>
      </h2>
      {reading.reports.length === 0 && <p className="muted">No event between states was found in this text.</p>}
      {turnReports}
      <ol>
        {reports.map((report) => (
          <Note key={report.id} id={report.id} chosen={chosen.has(report.id)} {...props}>
            <ReportNote report={report} incident={props.incidentOf[report.id]} onWhy={props.onWhy} />
          </Note>
        ))}
      </ol>
      {reading.quotations.length > 0 && (
        <>
          <h2>
            Quotations <span className="number muted">{reading.quotations.length}</span>
          </h2>
          {turnQuotations}
          <ol>
            {quotations.map((quotation) => (
              <Note key={quotation.id} id={quotation.id} chosen={chosen.has(quotation.id)} {...props}>
                <QuotationNote quotation={quotation} text={props.text} />
              </Note>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

type NoteProps = Pick<NotesProps, "signs" | "text" | "onSelect"> & { id: string; chosen: boolean; children: ReactNode };

function Note({ id, signs, text, chosen, onSelect, children }: NoteProps) {
  const { sign = "", spans = [] } = signs.get(id) ?? {};
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const list = box.current?.closest(".notes");
    if (chosen && list && box.current && list.scrollHeight > list.clientHeight) {
      list.scrollTop = box.current.offsetTop - list.clientHeight / 3;
    }
  }, [chosen]);
  const words = spans.map(([start, end]) => text.slice(start, end)).join(" … ");
  return (
    <li ref={box} className={chosen ? "note chosen" : "note"}>
      <button type="button" className="note-words" data-step onClick={() => onSelect(spans)}>
        <span className="unseen">Show in the text</span>
        <span className="note-sign">{sign}</span>
        <span className="serif">{words}</span>
      </button>
      {children}
    </li>
  );
}

const countries = (part: Report["actors"]): string[] => [...new Set(part.flatMap(({ country }) => country ?? []))];

interface ReportNoteProps extends Pick<NotesProps, "onWhy"> {
  readonly report: Report;
  readonly incident?: string;
}

function ReportNote({ report, incident, onWhy }: ReportNoteProps) {
  return (
    <div className="note-body">
      <p>
        <Glyph type={report.type} /> <strong>{kindWords(report)}</strong> <Status status={report.status} />{" "}
        <Score value={report.score} />
      </p>
      <p>
        <Parties actors={countries(report.actors)} recipients={countries(report.recipients)} />
      </p>
      <p className="meta">
        {report.date && <span>{intervalWords(report.date)}</span>}
        {report.place && <span>{report.place.name}</span>}
        {report.casualties && <span>{casualtyWords(report.casualties)}</span>}
        {report.contexts.length > 0 && <span>{report.contexts.join(", ").replaceAll("_", " ")}</span>}
      </p>
      <Chain attribution={report.attribution} />
      <p className="small muted">
        <Term name="confidence" /> <Confidence value={report.confidence} /> · <Term name="rule" />{" "}
        <code>{report.rule}</code>
      </p>
      <p className="note-ways">
        {incident && (
          <Link to="/incidents/$id" params={{ id: incident }}>
            The incident and all its reports
          </Link>
        )}
        {onWhy && (
          <button type="button" className="plain" onClick={() => onWhy(report.id)}>
            Why so?
          </button>
        )}
      </p>
    </div>
  );
}

const KIND = { direct: "word for word", indirect: "in the reporter's words", mixed: "partly word for word" } as const;

function QuotationNote({ quotation, text }: { quotation: Quotation; text: string }) {
  const { speaker } = quotation;
  const name = speaker.name ?? (speaker.span && text.slice(...speaker.span)) ?? "A speaker who is not named";
  return (
    <p className="note-body">
      <strong>{name}</strong>, {KIND[quotation.kind]}{" "}
      <span className="muted">(“{text.slice(...quotation.cue).trim()}”)</span>
    </p>
  );
}
