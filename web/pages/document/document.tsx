import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { DocumentView } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { AnnotatedDocument } from "../../parts/annotated/document.tsx";
import { Load } from "../../parts/load.tsx";
import { atOf, SourceLine } from "../../parts/source.tsx";
import { AddMissed } from "./add-missed.tsx";
import { Explanation } from "./explanation.tsx";
import { Said } from "./said.tsx";

const route = getRouteApi("/documents/$id");

/** `/documents/:id?at=12-40`: a document with what was coded from it; the evidence asked for is marked. */
export function DocumentPage() {
  const { id } = route.useParams();
  const query = useQuery(queries.document(id));
  return <Load query={query}>{(view) => <Sheet key={id} view={view} />}</Load>;
}

function Sheet({ view }: { view: DocumentView }) {
  const { document, source } = view;
  const { at } = route.useSearch();
  const navigate = useNavigate({ from: "/documents/$id" });
  useStartAtTop(at);
  const [why, setWhy] = useState<string>();
  return (
    <article className="document-page">
      <title>{`${document.title ?? "Untitled"} · Entente`}</title>
      <header className="head">
        <SourceLine source={source} />
        <h1 className="serif">{document.title ?? "Untitled document"}</h1>
        <p className="muted small ways-out">
          {document.author && <span>By {document.author}</span>}
          {document.url && /^https?:/i.test(document.url) && (
            <a href={document.url} rel="noreferrer" target="_blank">
              As published
            </a>
          )}
          <a href={`/api/documents/${encodeURIComponent(document.id)}/original`} rel="noreferrer" target="_blank">
            The original as kept
          </a>
          <span className="number">{document.text.length.toLocaleString("en")} characters</span>
        </p>
      </header>
      <AddMissed document={document} />
      <AnnotatedDocument
        document={document}
        reading={view.reading}
        incidentOf={view.incidentOf}
        at={at}
        onWhy={setWhy}
        onSelect={(spans) => void navigate({ search: { at: atOf(spans) }, replace: true, resetScroll: false })}
      />
      {view.reviews && <Said view={view} reviews={view.reviews} />}
      {view.reading && <Explanation document={document} why={why} />}
    </article>
  );
}

/** Links to evidence keep the scroll for the words to take; without any, a document starts at its top. */
function useStartAtTop(at: string | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page opens
  useEffect(() => {
    if (at === undefined) window.scrollTo(0, 0);
  }, []);
}
