import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { WatchGiven, WatchView } from "../../../src/schema/index.ts";
import { ApiError } from "../../api/client.ts";
import { watch, watchQueries } from "../../api/watch.ts";
import { Load } from "../../parts/load.tsx";
import { Remedy } from "../../parts/remedy.tsx";
import { ClockForm } from "./clock-form.tsx";
import { DigestForm } from "./digest-form.tsx";
import { MailForm } from "./mail-form.tsx";
import { Preview } from "./preview.tsx";
import { RuleForm } from "./rule-form.tsx";
import { Rules } from "./rules.tsx";
import { type Run, useRun } from "./run.ts";
import { SentLog } from "./sent-log.tsx";
import { momentWords } from "./words.ts";

/** `/alerts`: what is watched, who is told, what would be sent and what was. */
export function AlertsPage() {
  const settings = useQuery(watchQueries.settings());
  return (
    <>
      <title>Alerts · Entente</title>
      <Load query={settings}>{(view) => <Alerts view={view} />}</Load>
    </>
  );
}

/** The settings as they are kept, with a change. */
const given = ({ days, every, alerts, digest }: WatchView, change: Partial<WatchGiven>): WatchGiven => ({
  days,
  every,
  alerts,
  ...(digest && { digest }),
  ...change,
});

function Alerts({ view }: { view: WatchView }) {
  const { run, error, busy } = useRun();
  const [edited, setEdited] = useState<string>();
  const save = (change: Partial<WatchGiven>) => run(() => watch.save(given(view, change)));
  const others = (id: string | undefined) => view.alerts.filter((rule) => rule.id !== id);
  return (
    <article className="alerts">
      <header className="head">
        <h1>Alerts and the digest</h1>
        <p className="lead">
          Entente looks by the clock and tells what is new: a verdict that changes, a rung that is reached, an incident
          of a kind, something told as directed against a third state. Each is told once.
        </p>
        <Clock view={view} run={run} busy={busy} />
      </header>
      <div role="alert">
        {error && (
          <div className="notice">
            <p>{error.message}</p>
            {error instanceof ApiError && (
              <p>
                <Remedy of={error} />
              </p>
            )}
          </div>
        )}
      </div>
      <section>
        <h2>Alerts</h2>
        <Rules
          rules={view.alerts}
          run={run}
          edited={edited}
          onEdit={setEdited}
          onDelete={(id) => void save({ alerts: others(id) })}
        />
        <RuleForm
          key={edited ?? "new"}
          rule={view.alerts.find(({ id }) => id === edited)}
          taken={others(edited).map(({ id }) => id)}
          hasMail={view.mail !== undefined}
          busy={busy}
          onCancel={edited === undefined ? undefined : () => setEdited(undefined)}
          onSave={async (rule) => {
            const kept = await save({ alerts: [...others(edited), rule] });
            if (kept) setEdited(undefined);
            return kept !== undefined;
          }}
        />
      </section>
      <DigestForm view={view} busy={busy} onSave={(digest) => void save({ digest })} />
      <Preview run={run} />
      <ClockForm view={view} busy={busy} onSave={(change) => void save(change)} />
      <MailForm view={view} run={run} busy={busy} />
      <SentLog />
    </article>
  );
}

/** Whether the service looks, and when it does next. */
function Clock({
  view: { watching, next, nextDigest, waiting },
  run,
  busy,
}: {
  view: WatchView;
  run: Run;
  busy: boolean;
}) {
  const [raised, setRaised] = useState<number>();
  const look = async () => {
    const alerts = await run(watch.look);
    if (alerts) setRaised(alerts.length);
  };
  const times = [next && `alerts ${momentWords(next)}`, nextDigest && `the digest ${momentWords(nextDigest)}`];
  return (
    <div className="clock">
      <p>
        {!watching
          ? "Nobody looks by the clock: the service was started without it."
          : times.some(Boolean)
            ? `Next: ${times.filter(Boolean).join(", ")}.`
            : "Nothing is watched yet."}
        {waiting > 0 && ` ${waiting} ${waiting === 1 ? "alert is" : "alerts are"} on the way still and tried again.`}
      </p>
      <p className="actions">
        <button type="button" disabled={busy} onClick={() => void look()}>
          Look now
        </button>
        <a className="button" href="/api/alerts.atom">
          Feed of alerts (Atom)
        </a>
      </p>
      <p role="status">
        {raised !== undefined && (raised === 0 ? "Nothing is new." : `${raised} new; see the list of what was sent.`)}
      </p>
    </div>
  );
}
