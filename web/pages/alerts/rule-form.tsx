import { type FormEvent, useState } from "react";
import { DOMAINS, EVENT_TYPES, RUNG_NAMES } from "../../../src/schema/index.ts";
import { TYPE_WORDS } from "../../parts/words.ts";
import { Choice, Field, StateField } from "./fields.tsx";
import { type Fields, FRESH, fieldsOf, ruleOf } from "./rule-fields.ts";
import type { Rule } from "./words.ts";

interface Props {
  /** The rule that is changed; none where one is added. */
  readonly rule: Rule | undefined;
  /** Names of the other rules. */
  readonly taken: readonly string[];
  readonly hasMail: boolean;
  readonly busy: boolean;
  readonly onCancel?: () => void;
  /** Answers whether it was kept. */
  readonly onSave: (rule: Rule) => Promise<boolean>;
}

const KINDS: readonly (readonly [Fields["kind"], string])[] = [
  ["incident", "an incident of a kind happens"],
  ["verdict", "the verdict changes"],
  ["rung", "a rung is reached"],
  ["third-state", "something is directed against a third state"],
];

/** Adds an alert, or changes one: which states, what it waits for, who is told. */
export function RuleForm({ rule, taken, hasMail, busy, onCancel, onSave }: Props) {
  const [fields, setFields] = useState<Fields>(rule ? fieldsOf(rule) : FRESH);
  const set = (change: Partial<Fields>) => setFields({ ...fields, ...change });
  const nobody = !fields.feed && fields.mail.trim() === "" && fields.url.trim() === "";
  const isTaken = taken.includes(fields.id.trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await onSave(ruleOf(fields))) && !rule) setFields(FRESH);
  };
  return (
    <form className="rule-form" onSubmit={(event) => void submit(event)}>
      <h3>{rule ? `Change ${rule.id}` : "Add an alert"}</h3>
      <Field label="Name">
        {(id) => (
          <input
            id={id}
            value={fields.id}
            required
            pattern="[A-Za-z0-9_\-]{1,60}"
            title="letters, digits, - and _"
            placeholder="patrols"
            onChange={(event) => set({ id: event.target.value })}
          />
        )}
      </Field>
      <StateField label="State" value={fields.a} onChange={(a) => set({ a })} />
      <StateField label="and state" value={fields.b} onChange={(b) => set({ b })} />
      <Field label="Tell when">
        {(id) => (
          <select id={id} value={fields.kind} onChange={(event) => set({ kind: event.target.value as Fields["kind"] })}>
            {KINDS.map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Condition fields={fields} set={set} />
      <Targets fields={fields} set={set} hasMail={hasMail} keepsSecret={rule !== undefined} />
      {isTaken && <p role="alert">There is an alert of this name already.</p>}
      <p className="actions">
        <button type="submit" className="main" disabled={busy || nobody || isTaken || fields.id.trim() === ""}>
          {rule ? "Keep" : "Add the alert"}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </p>
    </form>
  );
}

interface PartProps {
  readonly fields: Fields;
  readonly set: (change: Partial<Fields>) => void;
}

function Condition({ fields, set }: PartProps) {
  const { kind } = fields;
  return (
    <>
      {kind === "incident" && (
        <Choice
          label="Of this kind"
          value={fields.type}
          any="any kind"
          options={EVENT_TYPES.map((type) => [type, TYPE_WORDS[type]])}
          onChange={(type) => set({ type: type as Fields["type"] })}
        />
      )}
      {kind === "rung" && (
        <Choice
          label="Rung"
          value={fields.rung}
          options={RUNG_NAMES.map((rung) => [rung, rung])}
          onChange={(rung) => set({ rung: rung as Fields["rung"] })}
        />
      )}
      {(kind === "incident" || kind === "rung") && (
        <Choice
          label="In this domain"
          value={fields.domain}
          any="any domain"
          options={DOMAINS.map((domain) => [domain, domain])}
          onChange={(domain) => set({ domain: domain as Fields["domain"] })}
        />
      )}
      {kind === "third-state" && (
        <StateField label="Against" value={fields.third} any="any state" onChange={(third) => set({ third })} />
      )}
    </>
  );
}

function Targets({ fields, set, hasMail, keepsSecret }: PartProps & { hasMail: boolean; keepsSecret: boolean }) {
  return (
    <fieldset>
      <legend>Told to</legend>
      <label className="check">
        <input type="checkbox" checked={fields.feed} onChange={(event) => set({ feed: event.target.checked })} /> the
        feed
      </label>
      <Field label={hasMail ? "Mail addresses" : "Mail addresses (set a mail server below first)"}>
        {(id) => (
          <input
            id={id}
            value={fields.mail}
            placeholder="reader@example.org, Name <name@example.org>"
            onChange={(event) => set({ mail: event.target.value })}
          />
        )}
      </Field>
      <Field label="Webhook">
        {(id) => (
          <input
            id={id}
            type="url"
            value={fields.url}
            placeholder="https://…"
            onChange={(event) => set({ url: event.target.value })}
          />
        )}
      </Field>
      {fields.url && (
        <Field label={keepsSecret ? "Its secret (empty: as it is kept)" : "Its secret, to check the signature by"}>
          {(id) => (
            <span className="with-button">
              <input
                id={id}
                value={fields.secret}
                minLength={16}
                autoComplete="off"
                onChange={(event) => set({ secret: event.target.value })}
              />
              <button type="button" onClick={() => set({ secret: freshSecret() })}>
                Make one
              </button>
            </span>
          )}
        </Field>
      )}
    </fieldset>
  );
}

const freshSecret = (): string =>
  [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
