import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { Subscription } from "../../../src/schema/index.ts";
import { ApiError } from "../../api/client.ts";
import { intake, intakeQueries } from "../../api/intake.ts";
import { Remedy } from "../../parts/remedy.tsx";

const EVERY = [
  [300, "5 minutes"],
  [900, "15 minutes"],
  [3600, "hour"],
  [21_600, "6 hours"],
  [86_400, "day"],
] as const;

const KINDS = {
  feed: {
    label: "Address of a feed (RSS, Atom or JSON)",
    input: { type: "url", inputMode: "url", placeholder: "https://…" },
    add: "Add the feed",
    every: 900,
    note: undefined,
  },
  folder: {
    label: "Path of a folder",
    input: {
      type: "text",
      inputMode: "text",
      placeholder: "~/Documents/press",
      spellCheck: false,
      autoComplete: "off",
    },
    add: "Watch the folder",
    every: 300,
    note: "A folder of the machine that Entente runs on, within your home folder (~). What lies in it and what is put there later is taken in by itself; the files stay as they are.",
  },
} as const;

/** Subscribes to a feed or a folder, and looks at it at once. */
export function SubscriptionForm({ kind }: { kind: Subscription["kind"] }) {
  const { label, input, add: words, every: usual, note } = KINDS[kind];
  const client = useQueryClient();
  const [address, setAddress] = useState("");
  const [every, setEvery] = useState<number>(usual);
  const ids = { address: useId(), every: useId(), note: useId() };
  const add = useMutation({
    mutationFn: async () => {
      const { id } = await intake.subscribe({ kind, address: address.trim(), every });
      return intake.refresh(id);
    },
    onSuccess: () => setAddress(""),
    onSettled: () => client.invalidateQueries({ queryKey: intakeQueries.subscriptions().queryKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!add.isPending) add.mutate();
  };
  return (
    <form className="subscription-form" onSubmit={submit}>
      <div className="field address">
        <label htmlFor={ids.address}>{label}</label>
        <input
          id={ids.address}
          {...input}
          aria-describedby={note && ids.note}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          required
        />
      </div>
      <div className="field">
        <label htmlFor={ids.every}>Look at it every</label>
        <select id={ids.every} value={every} onChange={(event) => setEvery(Number(event.target.value))}>
          {EVERY.map(([seconds, words]) => (
            <option key={seconds} value={seconds}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="main" disabled={add.isPending}>
        {add.isPending ? "Looking …" : words}
      </button>
      {note && (
        <p id={ids.note} className="small muted about">
          {note}
        </p>
      )}
      <div role="alert" className="outcome">
        {add.error && (
          <p className="reason">
            {add.error.message} {add.error instanceof ApiError && <Remedy of={add.error} />}
          </p>
        )}
      </div>
    </form>
  );
}
