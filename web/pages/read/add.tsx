import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AddResult, Progress, Source } from "../../../src/schema/index.ts";
import { api } from "../../api/client.ts";
import { counted } from "../../parts/words.ts";

/** Puts what was read into the ledger, and says what became of it. */
export function AddToLedger({ source }: { source: Source }) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const add = useMutation({
    mutationFn: () => api.add(source, setProgress),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "last-read" }),
  });
  return (
    <div className="add-to-ledger" aria-live="polite">
      {add.data ? (
        <Outcome result={add.data} />
      ) : (
        <button type="button" className="main" onClick={() => add.mutate()} disabled={add.isPending}>
          {add.isPending ? `Adding${progress ? ` ${progress.done}` : ""} …` : "Add to the ledger"}
        </button>
      )}
      {add.error && <p role="alert">{add.error.message}</p>}
    </div>
  );
}

function Outcome({ result }: { result: AddResult }) {
  const [id] = [...result.added, ...result.known];
  if (id === undefined) return <p role="alert">{result.refused[0]?.error.message ?? "Nothing was added."}</p>;
  return (
    <p>
      {result.added.length > 0 ? `Added, with ${counted(result.reports, "report")}.` : "It was in the ledger already."}{" "}
      <Link to="/documents/$id" params={{ id }}>
        Open the document
      </Link>
    </p>
  );
}
