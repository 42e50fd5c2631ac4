import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Evidence } from "../../../src/schema/index.ts";
import { briefs } from "../../api/briefs.ts";
import { SourceLine } from "../../parts/source.tsx";
import { placeOf } from "./changes.ts";

/** What is being written, and what becomes of it. */
export interface Draft {
  readonly kind: "rewrite" | "note" | "add";
  /** The statement it is about, or the section it is added to. */
  readonly of: string;
  readonly text: string;
  /** What the sentence rests on; a note rests on nothing. */
  readonly sources: readonly Evidence[];
  readonly onSources: (sources: readonly Evidence[]) => void;
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
  /** Takes the note away, where there is one. */
  readonly onRemove?: () => void;
}

/** A field for a sentence or a note; Ctrl-Enter keeps it, Escape leaves it. */
export function Editor({ draft, label }: { draft: Draft; label: string }) {
  const [text, setText] = useState(draft.text);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") draft.onDone(text.trim());
  };
  return (
    <form className="editor" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={draft.kind === "note" ? 2 : 4}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") draft.onCancel();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      {draft.kind !== "note" && <Sources draft={draft} />}
      <p className="actions">
        <button type="submit" className="main" disabled={text.trim() === ""}>
          Keep <kbd>Ctrl ↵</kbd>
        </button>
        <button type="button" onClick={draft.onCancel}>
          Cancel
        </button>
        {draft.onRemove && (
          <button type="button" onClick={draft.onRemove}>
            Take the note away
          </button>
        )}
      </p>
    </form>
  );
}

/** What the sentence rests on: each can be taken out, and other words of the sources cited. */
function Sources({ draft: { sources, onSources } }: { draft: Draft }) {
  const out = (place: string) => onSources(sources.filter((evidence) => placeOf(evidence) !== place));
  return (
    <fieldset className="draft-sources">
      <legend>It rests on</legend>
      {sources.length === 0 && <p className="muted small">Nothing yet: it stands as your own judgment.</p>}
      <ul>
        {sources.map((evidence) => (
          <li key={placeOf(evidence)}>
            <SourceLine source={evidence.source} /> <span className="serif">“{evidence.words}”</span>{" "}
            <button type="button" className="plain" onClick={() => out(placeOf(evidence))}>
              Take out
            </button>
          </li>
        ))}
      </ul>
      <CiteForm onCite={(evidence) => onSources([...sources, evidence])} />
    </fieldset>
  );
}

/** Cites words of a document by pasting them; the service finds where they stand. */
function CiteForm({ onCite }: { onCite: (evidence: Evidence) => void }) {
  const [{ document, words }, setCitation] = useState({ document: "", words: "" });
  const [fault, setFault] = useState("");
  const ids = { document: useId(), words: useId() };
  const cite = async () => {
    try {
      const id = document.trim().replace(/^.*\/documents\/([^/?#]+).*$/, "$1");
      onCite(await briefs.cite(id, words));
      setCitation({ document: "", words: "" });
      setFault("");
    } catch (thrown) {
      setFault(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  return (
    <details className="cite">
      <summary>Cite other words</summary>
      <p className="muted small">
        Select words in an original beside the brief, or give a document (its address or id) and the words as they stand
        in it.
      </p>
      <label htmlFor={ids.document}>Document</label>
      <input
        id={ids.document}
        value={document}
        onChange={(event) => setCitation({ document: event.target.value, words })}
      />
      <label htmlFor={ids.words}>Words</label>
      <input id={ids.words} value={words} onChange={(event) => setCitation({ document, words: event.target.value })} />
      <button type="button" disabled={document.trim() === "" || words.trim() === ""} onClick={() => void cite()}>
        Cite them
      </button>
      {fault && (
        <p role="alert" className="small">
          {fault}
        </p>
      )}
    </details>
  );
}
