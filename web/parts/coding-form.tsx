import { type FormEvent, useEffect, useRef, useState } from "react";
import {
  CONTEXTS,
  type CodedAs,
  type Context,
  type Correction,
  DOMAINS,
  EVENT_TYPES,
  type EventType,
  STATUSES,
} from "../../src/schema/index.ts";
import { type CodingDraft, codesIn, correctionOf, draftOf } from "./coding-draft.ts";
import { Field, TextField } from "./fields.tsx";
import { STATUS_WORDS, TYPE_WORDS } from "./words.ts";

interface Props {
  readonly coded: Partial<CodedAs>;
  readonly label: string;
  readonly busy: boolean;
  readonly error?: string | undefined;
  readonly onSave: (correction: Correction, note: string | undefined) => void;
  readonly onCancel: () => void;
}

const CODES = "space-separated codes, such as CHN RUS";

/** The fields of a coding, to be filled in by keyboard: Ctrl-Enter saves, Escape leaves. */
export function CodingForm({ coded, label, busy, error, onSave, onCancel }: Props) {
  const [before] = useState(() => draftOf(coded));
  const [draft, setDraft] = useState(before);
  const [note, setNote] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  const change = (part: Partial<CodingDraft>) => setDraft({ ...draft, ...part });
  const isNew = coded.type === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const correction = correctionOf(before, draft);
    const whole = isNew ? { ...correction, type: draft.type, actors: codesIn(draft.actors) } : correction;
    onSave(whole, note.trim() || undefined);
  };
  return (
    <form
      ref={form}
      className="coding-form"
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Field label="Type">
        {(id) => (
          <select id={id} value={draft.type} onChange={(event) => change({ type: event.target.value as EventType })}>
            {EVENT_TYPES.map((type) => (
              <option key={type} value={type}>
                {TYPE_WORDS[type]} ({type})
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField label="Manner" value={draft.mode} onChange={(mode) => change({ mode })} hint="PLOVER's mode, if any" />
      <Field label="Status">
        {(id) => (
          <select
            id={id}
            value={draft.status}
            onChange={(event) => change({ status: event.target.value as CodingDraft["status"] })}
          >
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {STATUS_WORDS[status]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Domain">
        {(id) => (
          <select
            id={id}
            value={draft.domain}
            onChange={(event) => change({ domain: event.target.value as CodingDraft["domain"] })}
          >
            {draft.domain === "" && <option value="">by type and contexts</option>}
            {DOMAINS.map((domain) => (
              <option key={domain}>{domain}</option>
            ))}
          </select>
        )}
      </Field>
      <TextField label="Actors" value={draft.actors} onChange={(actors) => change({ actors })} hint={CODES} required />
      <TextField
        label="Recipients"
        value={draft.recipients}
        onChange={(recipients) => change({ recipients })}
        hint={CODES}
      />
      <TextField
        label="Directed against"
        value={draft.directedAgainst}
        onChange={(directedAgainst) => change({ directedAgainst })}
        hint={CODES}
      />
      <TextField
        label="Place"
        value={draft.place}
        onChange={(place) => change({ place })}
        hint="a name that the tables know"
      />
      <Field label="From">
        {(id) => (
          <input id={id} type="date" value={draft.from} onChange={(event) => change({ from: event.target.value })} />
        )}
      </Field>
      <Field label="To">
        {(id) => (
          <input id={id} type="date" value={draft.to} onChange={(event) => change({ to: event.target.value })} />
        )}
      </Field>
      <Contexts chosen={draft.contexts} onChange={(contexts) => change({ contexts })} />
      <TextField label="Why" value={note} onChange={setNote} hint="kept with the review" wide />
      {error && (
        <p className="form-error" role="alert">
          {error}
        </p>
      )}
      <p className="actions wide">
        <button type="submit" className="main" disabled={busy}>
          {label} <kbd>Ctrl ↵</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

function Contexts({ chosen, onChange }: { chosen: readonly Context[]; onChange: (contexts: Context[]) => void }) {
  return (
    <details className="wide">
      <summary>Contexts: {chosen.join(", ").replaceAll("_", " ") || "none"}</summary>
      <ul className="context-list">
        {CONTEXTS.map((context) => (
          <li key={context}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(context)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, context] : chosen.filter((one) => one !== context))
                }
              />{" "}
              {context.replaceAll("_", " ")}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
