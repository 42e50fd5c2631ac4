import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Brief, EditsQuery, Evidence } from "../../../src/schema/index.ts";
import { briefs } from "../../api/briefs.ts";
import { useSome } from "../../parts/some.tsx";
import { EvidenceLink, SourceLine } from "../../parts/source.tsx";
import { numbersOf, placeOf, statementsOf } from "./changes.ts";

/** Sources and notes that are shown at once. */
const STEP = 100;

/** The documents that the brief rests on, each to be copied as a citation. */
export function Sources({ brief, query }: { brief: Brief; query: EditsQuery }) {
  const [shown, more] = useSome(brief.sources, STEP);
  return (
    <section>
      <h2>Sources</h2>
      <ol className="sources">
        {shown.map((source) => (
          <li key={source.document}>
            <Link to="/documents/$id" params={{ id: source.document }} className="serif">
              {source.title ?? "Untitled document"}
            </Link>
            <span className="source-foot">
              <SourceLine source={source} /> <CopyButton query={query} document={source.document} />
            </span>
          </li>
        ))}
      </ol>
      {more}
    </section>
  );
}

function CopyButton({ query, document }: { query: EditsQuery; document: string }) {
  const [state, setState] = useState<"copied" | "failed">();
  const copy = async () => {
    try {
      const found = (await briefs.citations(query)).find((citation) => citation.document === document);
      await navigator.clipboard.writeText(found?.text ?? "");
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return (
    <button type="button" className="plain small no-print" onClick={() => void copy()}>
      {state === "copied"
        ? "Copied"
        : state === "failed"
          ? "The browser did not let it be copied"
          : "Copy the citation"}
    </button>
  );
}

/** The words that the sentences rest on, numbered as in the sentences. */
export function Notes({ brief }: { brief: Brief }) {
  const numbers = numbersOf(brief);
  const notes = new Map<string, Evidence>();
  for (const { evidence } of statementsOf(brief)) for (const each of evidence) notes.set(placeOf(each), each);
  const [shown, more] = useSome([...numbers], STEP);
  if (notes.size === 0) return null;
  return (
    <section>
      <h2>Notes</h2>
      <ol className="notes-list">
        {shown.map(([place, number]) => {
          const evidence = notes.get(place);
          return (
            evidence && (
              <li key={place}>
                <span className="note-sign">{number}</span>
                <span>
                  <SourceLine source={evidence.source} />{" "}
                  <EvidenceLink source={evidence.source} spans={[evidence.span]} className="words">
                    {evidence.words}
                  </EvidenceLink>
                </span>
              </li>
            )
          );
        })}
      </ol>
      {more}
    </section>
  );
}
