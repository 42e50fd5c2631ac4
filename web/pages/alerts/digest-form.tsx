import { type FormEvent, useState } from "react";
import type { WatchGiven, WatchView } from "../../../src/schema/index.ts";
import { States } from "../../parts/state.tsx";
import { ClockField } from "./clock-form.tsx";
import { Field, StateField } from "./fields.tsx";
import { addressesIn } from "./words.ts";

type Digest = NonNullable<WatchGiven["digest"]>;

interface Props {
  readonly view: WatchView;
  readonly busy: boolean;
  readonly onSave: (digest: Digest | undefined) => void;
}

/** What is new on some dyads, by mail and by the clock. */
export function DigestForm({ view: { digest, mail }, busy, onSave }: Props) {
  const [dyads, setDyads] = useState<Digest["dyads"]>(digest?.dyads ?? []);
  const [every, setEvery] = useState(digest?.every ?? "0 6 * * 1");
  const [to, setTo] = useState(digest?.to.join(", ") ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ dyads, every, to: addressesIn(to) });
  };
  return (
    <section>
      <h2>The digest</h2>
      <p className="muted">
        A mail with what is new on these pairs of states since the last one, and verdicts that moved. Where nothing is
        new, none goes out.
        {!mail && " It needs a mail server, which is set below."}
      </p>
      <form className="digest-form" onSubmit={submit}>
        <Dyads dyads={dyads} onChange={setDyads} />
        <ClockField label="Send it" value={every} onChange={setEvery} />
        <Field label="To">
          {(id) => (
            <input
              id={id}
              value={to}
              placeholder="reader@example.org"
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
        <p className="actions">
          <button type="submit" className="main" disabled={busy || dyads.length === 0 || addressesIn(to).length === 0}>
            Keep the digest
          </button>
          {digest && (
            <button type="button" disabled={busy} onClick={() => onSave(undefined)}>
              Stop it
            </button>
          )}
        </p>
      </form>
    </section>
  );
}

function Dyads({ dyads, onChange }: { dyads: Digest["dyads"]; onChange: (dyads: Digest["dyads"]) => void }) {
  const [[a, b], setPair] = useState<[string, string]>(["CHN", "RUS"]);
  const key = ([one, other]: readonly [string, string]) => [one, other].sort().join("-");
  const isKnown = dyads.some((dyad) => key(dyad) === key([a, b]));
  return (
    <fieldset>
      <legend>Pairs of states</legend>
      <ul>
        {dyads.map((dyad) => (
          <li key={key(dyad)}>
            <States codes={dyad} />{" "}
            <button
              type="button"
              className="plain"
              aria-label={`Take out ${key(dyad)}`}
              onClick={() => onChange(dyads.filter((each) => key(each) !== key(dyad)))}
            >
              Take out
            </button>
          </li>
        ))}
      </ul>
      <StateField label="State" value={a} onChange={(code) => setPair([code, b])} />
      <StateField label="and state" value={b} onChange={(code) => setPair([a, code])} />
      <button type="button" disabled={a === b || isKnown} onClick={() => onChange([...dyads, [a, b]])}>
        Add the pair
      </button>
    </fieldset>
  );
}
