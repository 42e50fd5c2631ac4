import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
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
import { STATUS_WORDS, TYPE_WORDS } from "./words.ts";

/** A coding as it is typed: parties as codes with spaces between them. */
interface Draft {
  readonly type: EventType;
  readonly mode: string;
  readonly status: CodedAs["status"];
  readonly domain: CodedAs["domain"] | "";
  readonly actors: string;
  readonly recipients: string;
  readonly directedAgainst: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly contexts: readonly Context[];
}

const draftOf = (coded: Partial<CodedAs>): Draft => ({
  type: coded.type ?? "CONSULT",
  mode: coded.mode ?? "",
  status: coded.status ?? "happened",
  domain: coded.domain ?? "",
  actors: (coded.actors ?? []).join(" "),
  recipients: (coded.recipients ?? []).join(" "),
  directedAgainst: (coded.directedAgainst ?? []).join(" "),
  from: coded.date?.from ?? "",
  to: coded.date?.to ?? "",
  place: coded.place ?? "",
  contexts: coded.contexts ?? [],
});

const codesIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

/** What was changed of a coding; of a new one, all that was filled in. */
function correctionOf(before: Draft, now: Draft): Correction {
  const differs = (...fields: (keyof Draft)[]): boolean =>
    fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]));
  const from = now.from || now.to;
  return {
    ...(differs("type") && { type: now.type }),
    ...(differs("mode") && { mode: now.mode.trim() || null }),
    ...(differs("status") && { status: now.status }),
    ...(differs("domain") && now.domain !== "" && { domain: now.domain }),
    ...(differs("actors") && { actors: codesIn(now.actors) }),
    ...(differs("recipients") && { recipients: codesIn(now.recipients) }),
    ...(differs("directedAgainst") && { directedAgainst: codesIn(now.directedAgainst) }),
    ...(differs("from", "to") && { date: from === "" ? null : { from, to: now.to || from } }),
    ...(differs("place") && { place: now.place.trim() || null }),
    ...(differs("contexts") && { contexts: [...now.contexts] }),
  };
}

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
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
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
      <Text label="Manner" value={draft.mode} onChange={(mode) => change({ mode })} hint="PLOVER's mode, if any" />
      <Field label="Status">
        {(id) => (
          <select
            id={id}
            value={draft.status}
            onChange={(event) => change({ status: event.target.value as Draft["status"] })}
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
            onChange={(event) => change({ domain: event.target.value as Draft["domain"] })}
          >
            {draft.domain === "" && <option value="">by type and contexts</option>}
            {DOMAINS.map((domain) => (
              <option key={domain}>{domain}</option>
            ))}
          </select>
        )}
      </Field>
      <Text label="Actors" value={draft.actors} onChange={(actors) => change({ actors })} hint={CODES} required />
      <Text
        label="Recipients"
        value={draft.recipients}
        onChange={(recipients) => change({ recipients })}
        hint={CODES}
      />
      <Text
        label="Directed against"
        value={draft.directedAgainst}
        onChange={(directedAgainst) => change({ directedAgainst })}
        hint={CODES}
      />
      <Text
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
      <Text label="Why" value={note} onChange={setNote} hint="kept with the review" wide />
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

function Field({ label, wide, children }: { label: string; wide?: boolean; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <p className={wide ? "wide" : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </p>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint: string;
  readonly required?: boolean;
  readonly wide?: boolean;
}

function Text({ label, value, onChange, hint, required, wide }: TextProps) {
  return (
    <Field label={label} {...(wide && { wide })}>
      {(id) => (
        <input
          id={id}
          value={value}
          title={hint}
          required={required}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
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
