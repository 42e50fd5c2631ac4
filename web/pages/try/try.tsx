import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { queries } from "../../api/queries.ts";
import { pageCoder } from "../../coder/coder.ts";
import type { Answer } from "../../coder/messages.ts";
import { AnnotatedDocument } from "../../parts/annotated/document.tsx";
import { Sentences } from "../../parts/explained/sentences.tsx";
import { Failed, Waiting } from "../../parts/load.tsx";
import { atOf } from "../../parts/source.tsx";

const EXAMPLE = `Russia and China held a joint naval exercise in the Sea of Japan on Monday. “We will defend our interests together,” Russian Defence Minister Sergei Shoigu said.

Japan protested against the drill and summoned the Russian ambassador. The United States plans to send two destroyers to the region, a Pentagon spokesman said on Tuesday.`;

const PAUSE = 250;

/** `/try`: the coder itself, in the page. What is typed is coded at once and goes nowhere. */
export function TryPage() {
  const [text, setText] = useState(EXAMPLE);
  const [published, setPublished] = useState("2021-10-20");
  const settled = useSettled(useDeferredValue(text));
  useStatesOfTables();
  const query = useQuery({
    queryKey: ["try", settled, published],
    queryFn: () => pageCoder().read(settled, published || undefined),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    gcTime: 60_000,
  });
  return (
    <div className="try-page">
      <title>Try it · Entente</title>
      <header className="head">
        <h1>Try the coder</h1>
        <p className="lead">Type or paste. It is read here in your browser, at once, and nothing is sent anywhere.</p>
      </header>
      <TryForm text={text} published={published} onText={setText} onPublished={setPublished} />
      {query.data && <Result answer={query.data} />}
      {query.isPending && <Waiting what="Loading the model (2 MB, once)" />}
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
    </div>
  );
}

/** The names of states come with the coder's tables, so that the page needs no service. */
function useStatesOfTables(): void {
  const client = useQueryClient();
  useEffect(() => {
    pageCoder().ready.then(
      ({ states }) => client.setQueryData(queries.states().queryKey, [...states]),
      () => undefined,
    );
  }, [client]);
}

/** The text once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

interface FormProps {
  readonly text: string;
  readonly published: string;
  readonly onText: (text: string) => void;
  readonly onPublished: (day: string) => void;
}

function TryForm({ text, published, onText, onPublished }: FormProps) {
  return (
    <form className="source-form" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor="try-text">A text in English</label>
      <textarea id="try-text" rows={6} value={text} onChange={(event) => onText(event.target.value)} />
      <div className="form-foot">
        <label htmlFor="try-published">
          Published <span className="muted">(“on Monday” is dated by it)</span>
        </label>
        <input id="try-published" type="date" value={published} onChange={(event) => onPublished(event.target.value)} />
        <button type="button" onClick={() => onText("")} disabled={text === ""}>
          Empty it
        </button>
      </div>
    </form>
  );
}

function Result({ answer }: { answer: Answer }) {
  const [at, setAt] = useState<string>();
  const { document, explanation, milliseconds } = answer;
  const words = document.text.split(/\s+/).filter(Boolean).length;
  if (words === 0) return null;
  return (
    <section className="coded-text" aria-label="What was coded">
      <p className="muted small" role="status">
        {words.toLocaleString("en")} words in {milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms
      </p>
      <AnnotatedDocument
        document={document}
        reading={explanation.reading}
        incidentOf={{}}
        at={at}
        onSelect={(spans) => setAt(atOf(spans))}
      />
      <section className="explanation-section">
        <h2>How it was read</h2>
        <Sentences text={document.text} sentences={explanation.sentences} />
      </section>
    </section>
  );
}
