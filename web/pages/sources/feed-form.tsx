import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { ApiError } from "../../api/client.ts";
import { intake, intakeQueries } from "../../api/intake.ts";

const EVERY = [
  [300, "5 minutes"],
  [900, "15 minutes"],
  [3600, "hour"],
  [21_600, "6 hours"],
  [86_400, "day"],
] as const;

/** Subscribes to a feed, and looks at it at once. */
export function FeedForm() {
  const client = useQueryClient();
  const [address, setAddress] = useState("");
  const [every, setEvery] = useState(900);
  const ids = { address: useId(), every: useId() };
  const add = useMutation({
    mutationFn: async () => {
      const { id } = await intake.subscribe({ kind: "feed", address: address.trim(), every });
      return intake.refresh(id);
    },
    onSuccess: () => setAddress(""),
    onSettled: () => client.invalidateQueries({ queryKey: intakeQueries.subscriptions().queryKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="feed-form" onSubmit={submit}>
      <div className="field address">
        <label htmlFor={ids.address}>Address of a feed (RSS, Atom or JSON)</label>
        <input
          id={ids.address}
          type="url"
          inputMode="url"
          placeholder="https://…"
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
        {add.isPending ? "Looking …" : "Add the feed"}
      </button>
      <div role="alert" className="outcome">
        {add.error && (
          <p className="reason">
            {add.error.message} {add.error instanceof ApiError && <span className="muted">{add.error.remedy}</span>}
          </p>
        )}
      </div>
    </form>
  );
}
