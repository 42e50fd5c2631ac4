import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Document } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { Sentences } from "../../parts/explained/sentences.tsx";
import { Load } from "../../parts/load.tsx";

/** How each sentence of a document was read, fetched when asked for; `why` is the report that is asked about. */
export function Explanation({ document, why }: { document: Document; why?: string }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (why !== undefined) setOpen(true);
  }, [why]);
  return (
    <section className="explanation-section">
      <h2>How it was read</h2>
      {open ? (
        <Told document={document} why={why} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          Show the tree of every sentence, and the rules
        </button>
      )}
    </section>
  );
}

function Told({ document, why }: { document: Document; why?: string }) {
  const query = useQuery(queries.explanation(document.id));
  return (
    <Load query={query}>{({ sentences }) => <Sentences text={document.text} sentences={sentences} why={why} />}</Load>
  );
}
