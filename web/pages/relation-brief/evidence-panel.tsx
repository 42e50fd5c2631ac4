import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { DocumentView, Evidence, Span, Statement } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { EvidenceLink, SourceLine } from "../../parts/source.tsx";
import { WordMode } from "../../parts/word-mode.tsx";
import { placeOf } from "./changes.ts";

interface Props {
  readonly statement: Statement | undefined;
  readonly numbers: ReadonlyMap<string, number>;
  readonly onClose: () => void;
  /** Takes words of an original as a source of the sentence that is being written. */
  readonly onCite?: (evidence: Evidence) => void;
  /** Puts the ledger's sentence back, where an analyst's stands. */
  readonly onRestore?: (statement: Statement) => void;
}

/** Originals that are open from the start; of the others the words are shown. */
const OPEN = 2;

/** What the chosen sentence rests on: its exact words, where they stand in the originals, and the measures it cites. */
export function EvidencePanel({ statement, numbers, onClose, onCite, onRestore }: Props) {
  if (!statement)
    return (
      <aside className="evidence-panel" aria-label="What a sentence rests on">
        <p className="muted">Choose a sentence. The words it rests on stand here, as they stand in the originals.</p>
      </aside>
    );
  const { evidence, measures, incidents = [], replaces } = statement;
  return (
    <aside className="evidence-panel open" aria-label="What a sentence rests on">
      <header>
        <h2>What it rests on</h2>
        <button type="button" className="plain" onClick={onClose}>
          Close
        </button>
      </header>
      {replaces && (
        <div className="replaced">
          <h3>The ledger’s sentence</h3>
          <p>{replaces}</p>
          {onRestore && (
            <button type="button" onClick={() => onRestore(statement)}>
              Put it back
            </button>
          )}
        </div>
      )}
      {evidence.length === 0 && measures.length === 0 && (
        <p className="muted">It cites nothing: it stands as the analyst’s own judgment.</p>
      )}
      <ol>
        {evidence.map((each, at) => (
          <li key={placeOf(each)}>
            <Original evidence={each} number={numbers.get(placeOf(each))} isOpen={at < OPEN} onCite={onCite} />
          </li>
        ))}
      </ol>
      <Measures measures={measures} />
      {incidents.length === 1 && (
        <Link to="/incidents/$id" params={{ id: incidents[0] }} className="small">
          The incident with all its reports
        </Link>
      )}
    </aside>
  );
}

function Measures({ measures }: Pick<Statement, "measures">) {
  if (measures.length === 0) return null;
  return (
    <div className="facts-cited">
      <h3>Measures it cites</h3>
      <dl>
        {[...Map.groupBy(measures, ({ name }) => name)].map(([name, values]) => (
          <div key={name}>
            <dt>{name}</dt>{" "}
            <dd className="number">
              {[...new Set(values.map(({ value }) => value.replaceAll(" | ", ", ")))].join("; ")}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface OriginalProps {
  readonly evidence: Evidence;
  readonly number: number | undefined;
  readonly isOpen: boolean;
  readonly onCite?: (evidence: Evidence) => void;
}

function Original({ evidence, number, isOpen, onCite }: OriginalProps) {
  const { source, span, words } = evidence;
  const head = (
    <>
      <span className="note-sign">{number}</span> <SourceLine source={source} />
    </>
  );
  return (
    <details className="original" open={isOpen}>
      <summary>{head}</summary>
      {source.title && <p className="small">{source.title}</p>}
      <Excerpt evidence={evidence} onCite={onCite} />
      <p className="small">
        <EvidenceLink source={source} spans={[span]}>
          Open the document
        </EvidenceLink>{" "}
        <span className="muted number">
          {words.length} characters at {span[0]}
        </span>
      </p>
    </details>
  );
}

/** Characters of an original that are shown before and behind the words. */
const AROUND = 600;

function Excerpt({ evidence, onCite }: Pick<OriginalProps, "evidence" | "onCite">) {
  const { data, error } = useQuery(queries.document(evidence.source.document));
  const box = useRef<HTMLQuoteElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere && box.current) showMark(box.current);
  }, [isThere]);
  if (error) return <p role="alert">{error.message}</p>;
  if (!data)
    return (
      <blockquote className="excerpt serif" aria-busy="true">
        {evidence.words}
      </blockquote>
    );
  const { text } = data.document;
  const [start, end] = evidence.span;
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  return (
    <>
      <blockquote ref={box} className="excerpt serif">
        {text.slice(from, start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end, to)}
      </blockquote>
      {onCite && (
        <>
          <button
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              const cited = box.current && selectedIn(box.current, from, data);
              if (cited) onCite(cited);
            }}
          >
            Cite the selected words
          </button>
          <WordMode
            text={text.slice(from, to)}
            boxOf={() => box.current}
            start={start - from}
            does="cites them"
            onTake={([first, end]) => {
              const span: Span = [from + first, from + end];
              onCite({ source: data.source, span, words: text.slice(...span) });
            }}
          />
        </>
      )}
    </>
  );
}

/** Lines of an original that are shown before the words. */
const LEAD_PX = 56;

/** Scrolls an excerpt, and nothing around it, so that its words are in view. */
function showMark(box: HTMLElement): void {
  const mark = box.querySelector("mark");
  if (mark) box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - LEAD_PX;
}

/** The words that are selected in an excerpt which begins at an offset of its document. */
function selectedIn(
  box: HTMLElement,
  from: number,
  { document: { text }, source }: DocumentView,
): Evidence | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  const start = from + before.toString().length;
  const end = start + range.toString().length;
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const trail = words.length - words.trimEnd().length;
  if (words.trim() === "") return undefined;
  return { source, span: [start + lead, end - trail], words: words.trim() };
}
