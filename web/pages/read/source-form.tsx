import { type FormEvent, useId, useState } from "react";
import type { Source } from "../../../src/schema/index.ts";

const KEY = "entente.read";

interface Draft {
  readonly text: string;
  readonly published: string;
}

/** What was typed last, so that going back loses nothing. */
function draft(): Draft {
  const stored = sessionStorage.getItem(KEY);
  return stored === null ? { text: "", published: "" } : JSON.parse(stored);
}

/** A single line that is a web address is read as one. */
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text.trim());

function sourceOf({ text, published }: Draft): Source {
  const date = published === "" ? {} : { published };
  return isAddress(text) ? { kind: "url", url: text.trim(), ...date } : { kind: "text", text, ...date };
}

/** One field for a text or an address, and the day it was published. */
export function SourceForm({ busy, onRead }: { busy: boolean; onRead: (source: Source) => void }) {
  const [{ text, published }, setDraft] = useState(draft);
  const ids = { text: useId(), published: useId() };
  const change = (part: Partial<Draft>) => {
    const next = { text, published, ...part };
    setDraft(next);
    if (next.text.length < 1_000_000) sessionStorage.setItem(KEY, JSON.stringify(next));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRead(sourceOf({ text, published }));
  };
  return (
    <form className="source-form" onSubmit={submit}>
      <label htmlFor={ids.text}>A text, or the address of one</label>
      <textarea
        id={ids.text}
        rows={7}
        value={text}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
        placeholder="Paste here, or https://…"
        required
      />
      <div className="form-foot">
        <label htmlFor={ids.published}>
          Published <span className="muted">(“on Monday” is dated by it)</span>
        </label>
        <input
          id={ids.published}
          type="date"
          value={published}
          onChange={(event) => change({ published: event.target.value })}
        />
        <button type="submit" className="main" disabled={busy || text.trim() === ""}>
          {isAddress(text) ? "Fetch and read" : "Read it"} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </form>
  );
}
