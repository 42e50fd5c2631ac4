import { type FormEvent, useState } from "react";
import type { WatchGiven, WatchView } from "../../../src/schema/index.ts";
import { Field } from "./fields.tsx";
import { CLOCKS } from "./words.ts";

/** A clock by name, or as a cron pattern. */
export function ClockField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (to: string) => void;
}) {
  const [own, setOwn] = useState(!CLOCKS.some(([pattern]) => pattern === value));
  return (
    <>
      <Field label={label}>
        {(id) => (
          <select
            id={id}
            value={own ? "" : value}
            onChange={(event) => {
              setOwn(event.target.value === "");
              if (event.target.value) onChange(event.target.value);
            }}
          >
            {CLOCKS.map(([pattern, words]) => (
              <option key={pattern} value={pattern}>
                {words}
              </option>
            ))}
            <option value="">by a cron pattern of your own</option>
          </select>
        )}
      </Field>
      {own && (
        <Field label={`${label}: cron pattern (UTC)`}>
          {(id) => (
            <input
              id={id}
              value={value}
              placeholder="30 7 * * 1-5"
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  );
}

interface Props {
  readonly view: WatchView;
  readonly busy: boolean;
  readonly onSave: (change: Pick<WatchGiven, "days" | "every">) => void;
}

/** How often alerts are looked for, and of what period verdicts are. */
export function ClockForm({ view, busy, onSave }: Props) {
  const [every, setEvery] = useState(view.every);
  const [days, setDays] = useState(String(view.days));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ every, days: Number(days) });
  };
  return (
    <section>
      <h2>How often, and over what time</h2>
      <form className="clock-form" onSubmit={submit}>
        <ClockField label="Look" value={every} onChange={setEvery} />
        <Field label="Verdicts are of the last … days">
          {(id) => (
            <input
              id={id}
              type="number"
              min={7}
              max={3660}
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" disabled={busy}>
          Keep
        </button>
      </form>
    </section>
  );
}
