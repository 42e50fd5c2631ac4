import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReadResult, Source } from "../../../src/schema/index.ts";
import { api } from "../../api/client.ts";
import { AnnotatedDocument } from "../../parts/annotated/document.tsx";
import { Failed, Waiting } from "../../parts/load.tsx";
import { atOf } from "../../parts/source.tsx";
import { AddToLedger } from "./add.tsx";
import { FileChoice } from "./file-choice.tsx";
import { SourceForm } from "./source-form.tsx";

/** `/read`: paste a text or an address and see it coded; nothing is kept unless asked. */
export function ReadPage() {
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: async (source: Source) => ({ source, result: await api.read(source) }),
    onSuccess: (data) => client.setQueryData(["last-read"], data),
  });
  const last = read.data ?? client.getQueryData<{ source: Source; result: ReadResult }>(["last-read"]);
  return (
    <div className="read-page">
      <title>Read a text · Entente</title>
      <header className="head">
        <h1>Read a text</h1>
        <p className="lead">
          See what Entente codes from it: who did what to whom, and who said so. Nothing is kept unless you add it.
        </p>
      </header>
      <SourceForm busy={read.isPending} onRead={(source) => read.mutate(source)} />
      <FileChoice />
      {read.isPending && <Waiting what="Reading" />}
      {read.error && <Failed error={read.error} onRetry={() => read.variables && read.mutate(read.variables)} />}
      {last && !read.isPending && !read.error && <Coded key={last.result.document.id} {...last} />}
    </div>
  );
}

function Coded({ source, result }: { source: Source; result: ReadResult }) {
  const [at, setAt] = useState<string>();
  const { document, reading } = result;
  const coded = reading.reports.length + reading.quotations.length > 0 || document.language.startsWith("en");
  return (
    <section className="coded-text" aria-label="What was coded">
      <header>
        <h2 className="serif">{document.title ?? "Your text"}</h2>
        <AddToLedger source={source} />
      </header>
      <AnnotatedDocument
        document={document}
        reading={coded ? reading : undefined}
        incidentOf={{}}
        at={at}
        onSelect={(spans) => setAt(atOf(spans))}
      />
    </section>
  );
}
