import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Evidence, SourceCard, Span } from "../../src/schema/index.ts";
import { dayWords } from "./dates.ts";

/** The part of an address that marks spans of a document: `12-40`, `12-40,60-72`. */
export const atOf = (spans: readonly Span[]): string => spans.map((span) => span.join("-")).join(",");

/** Who published it, when, and on whose side the outlet stands. */
export function SourceLine({ source }: { source: SourceCard }) {
  return (
    <span className="source">
      <span className="publisher">{source.publisher || source.title || "Unnamed source"}</span>
      {source.side && <span className="code">{source.side}</span>}
      {source.stateMedia && <span className="tag">state media</span>}
      {source.published && <time dateTime={source.published}>{dayWords(source.published)}</time>}
    </span>
  );
}

/** A way to the words in their document. */
export function EvidenceLink(props: {
  source: SourceCard;
  spans: readonly Span[];
  children: ReactNode;
  className?: string;
  /** Whether the keys j and k stop here. */
  step?: boolean;
}) {
  const { source, spans, children, className, step } = props;
  return (
    <Link
      to="/documents/$id"
      params={{ id: source.document }}
      search={{ at: atOf(spans) }}
      resetScroll={false}
      className={className}
      data-step={step || undefined}
    >
      {children}
    </Link>
  );
}

/** Words of a document, in the documents' own type; they lead to where they stand. */
export function Words({ evidence }: { evidence: Evidence }) {
  return (
    <EvidenceLink source={evidence.source} spans={[evidence.span]} className="words">
      {evidence.words}
    </EvidenceLink>
  );
}
