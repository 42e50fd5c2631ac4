import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SearchHit } from "../../../src/schema/index.ts";
import { intervalWords } from "../../parts/dates.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { Status } from "../../parts/incident-list.tsx";
import { Marked } from "../../parts/marked.tsx";
import { QuotationItem } from "../../parts/quotation.tsx";
import { EvidenceLink, SourceLine } from "../../parts/source.tsx";
import { Parties, State } from "../../parts/state.tsx";
import { counted, kindWords } from "../../parts/words.ts";

type Of<K extends SearchHit["kind"]> = Extract<SearchHit, { kind: K }>;

export const keyOf = (hit: SearchHit): string => {
  if (hit.kind === "document") return hit.source.document;
  if (hit.kind === "quotation") return `${hit.quotation.source.document} ${hit.quotation.id}`;
  return hit.kind === "incident" ? hit.incident.id : hit.actor.id;
};

/** One result, whatever it is; its first link leads to it. */
export function Hit({ hit }: { hit: SearchHit }): ReactNode {
  if (hit.kind === "document") return <DocumentHit hit={hit} />;
  if (hit.kind === "quotation") return <QuotationItem quotation={hit.quotation} marks={hit.marks} />;
  return hit.kind === "incident" ? <IncidentHit hit={hit} /> : <SpeakerHit hit={hit} />;
}

function DocumentHit({ hit: { source, words, marks, at } }: { hit: Of<"document"> }) {
  return (
    <>
      <h3>
        <EvidenceLink source={source} spans={at} step>
          {source.title ?? "Untitled document"}
        </EvidenceLink>
      </h3>
      <SourceLine source={source} />
      <p className="serif">
        … <Marked words={words} marks={marks} /> …
      </p>
    </>
  );
}

function IncidentHit({ hit: { incident, source, words, marks, at } }: { hit: Of<"incident"> }) {
  return (
    <>
      <h3>
        <Glyph type={incident.type} />{" "}
        <Link to="/incidents/$id" params={{ id: incident.id }} data-step>
          {kindWords(incident)} <Parties {...incident} />
        </Link>{" "}
        <Status status={incident.status} />
      </h3>
      <p className="meta muted small">
        <span>{incident.date ? intervalWords(incident.date) : "undated"}</span>
        <span>{incident.domain}</span>
        <span>
          {counted(incident.documents, "document")}, {counted(incident.publishers, "publisher")}
        </span>
      </p>
      <p className="serif">
        <EvidenceLink source={source} spans={at} className="words">
          <Marked words={words} marks={marks} />
        </EvidenceLink>
      </p>
      <SourceLine source={source} />
    </>
  );
}

function SpeakerHit({ hit: { actor, said, did } }: { hit: Of<"speaker"> }) {
  return (
    <>
      <h3>
        <Link to="/actors/$id" params={{ id: actor.id }} data-step>
          {actor.name}
        </Link>{" "}
        {actor.country && actor.kind !== "state" && (
          <span className="muted">
            {actor.office ? `${actor.office}, ` : ""}
            <State code={actor.country} />
          </span>
        )}
      </h3>
      <p className="muted">
        Quoted {counted(said, "time")}, acts in {counted(did, "report")}.
      </p>
    </>
  );
}
