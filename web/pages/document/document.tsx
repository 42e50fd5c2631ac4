import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { DocumentView } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { AnnotatedDocument } from "../../parts/annotated/document.tsx";
import { Load } from "../../parts/load.tsx";
import { atOf, SourceLine } from "../../parts/source.tsx";
import { AddMissed } from "./add-missed.tsx";
import { Explanation } from "./explanation.tsx";
import { Revisions } from "./revisions.tsx";
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
  const { at, beside } = route.useSearch();
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
          <a href={originalOf(document.id)} rel="noreferrer" target="_blank">
            The original as kept
          </a>
          <Link
            to="/documents/$id"
            params={{ id: document.id }}
            search={{ at, beside: beside ? undefined : "original" }}
            resetScroll={false}
          >
            {beside ? "Without the original" : "The original beside it"}
          </Link>
          <span className="number">{document.text.length.toLocaleString("en")} characters</span>
        </p>
      </header>
      <Revisions view={view} />
      <AddMissed document={document} start={Number(at?.split("-")[0] ?? 0)} />
      <div className={beside ? "beside-original" : undefined}>
        <AnnotatedDocument
          document={document}
          reading={view.reading}
          incidentOf={view.incidentOf}
          at={at}
          onWhy={setWhy}
          onSelect={(spans) =>
            void navigate({ search: { at: atOf(spans), beside }, replace: true, resetScroll: false })
          }
        />
        {beside && <Original id={document.id} />}
      </div>
      {view.reviews && <Said view={view} reviews={view.reviews} />}
      {view.reading && <Explanation document={document} why={why} />}
    </article>
  );
}

const originalOf = (id: string): string => `/api/documents/${encodeURIComponent(id)}/original`;

/** The bytes as they came, shown by the browser without scripts and without asking anybody for pictures. */
const Original = ({ id }: { id: string }) => (
  <aside className="original" aria-label="The original">
    <iframe src={originalOf(id)} title="The original as kept" sandbox="" />
    <p className="muted small">Shown without scripts and pictures. A PDF opens by itself only: the original as kept.</p>
  </aside>
);

/** Links to evidence keep the scroll for the words to take; without any, a document starts at its top. */
function useStartAtTop(at: string | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page opens
  useEffect(() => {
    if (at === undefined) window.scrollTo(0, 0);
  }, []);
}
