import type { QuotationCard, Span } from "../../src/schema/index.ts";
import { ActorLink } from "./actor-link.tsx";
import { Marked } from "./marked.tsx";
import { EvidenceLink, SourceLine } from "./source.tsx";

const KIND = { direct: "", indirect: "in the reporter's words", mixed: "partly quoted" } as const;

/** What somebody said, who it was, and where it stands. */
export function QuotationItem({ quotation, marks = [] }: { quotation: QuotationCard; marks?: readonly Span[] }) {
  const { source, spans, words, speaker, actor, country, kind } = quotation;
  return (
    <>
      <EvidenceLink source={source} spans={spans} className="words" step>
        <Marked words={words} marks={marks} />
      </EvidenceLink>
      <p>
        <strong>
          <ActorLink id={actor}>{speaker || "unnamed speaker"}</ActorLink>
        </strong>{" "}
        {country && <span className="code">{country}</span>} <span className="muted">{KIND[kind]}</span>
      </p>
      <SourceLine source={source} />
    </>
  );
}
