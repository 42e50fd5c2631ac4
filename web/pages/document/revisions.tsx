import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { DocumentView, Revision } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { dayWords } from "../../parts/dates.ts";
import { Load, Waiting } from "../../parts/load.tsx";

const route = getRouteApi("/documents/$id");

const Differences = lazy(() =>
  import("./differences.tsx").then(({ Differences: component }) => ({ default: component })),
);

/** Other texts that the same address gave, and what differs between one of them and this; the choice lives in the address. */
export function Revisions({ view }: { view: DocumentView }) {
  const { with: chosen } = route.useSearch();
  const search = route.useSearch();
  if (!view.revisions) return null;
  const other = view.revisions.find(({ id }) => id === chosen);
  return (
    <section className="revisions" aria-label="Revisions">
      <p>
        The same address gave {view.revisions.length === 1 ? "another text" : `${view.revisions.length} other texts`} as
        well. Compare with:
      </p>
      <ul className="chips">
        {view.revisions.map((revision) => (
          <li key={revision.id}>
            <Link
              to="/documents/$id"
              params={{ id: view.document.id }}
              search={{ ...search, with: revision.id === chosen ? undefined : revision.id }}
              resetScroll={false}
              className={revision.id === chosen ? "chip chosen" : "chip"}
              aria-current={revision.id === chosen ? "true" : undefined}
            >
              {nameOf(revision)}
            </Link>
          </li>
        ))}
      </ul>
      {other && <Compared view={view} other={other} />}
    </section>
  );
}

const nameOf = ({ title, published }: Revision): string =>
  [published && dayWords(published), title].filter(Boolean).join(", ") || "a text without title";

/** The older of the two stands on the left. */
function Compared({ view, other }: { view: DocumentView; other: Revision }) {
  const query = useQuery(queries.document(other.id));
  return (
    <Load query={query}>
      {(that) => {
        const [before, after] = [view.document, that.document].toSorted((a, b) =>
          (a.published ?? "").localeCompare(b.published ?? ""),
        );
        return (
          <Suspense fallback={<Waiting what="Comparing" />}>
            <Differences before={before} after={after} />
          </Suspense>
        );
      }}
    </Load>
  );
}
