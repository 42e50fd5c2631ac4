import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Subscription } from "../../../src/schema/index.ts";
import { intake, intakeQueries } from "../../api/intake.ts";
import { agoWords, durationWords, fromNow, useNow } from "../../parts/durations.ts";
import { Empty } from "../../parts/load.tsx";
import { Remedy } from "../../parts/remedy.tsx";
import { useSome } from "../../parts/some.tsx";
import { counted } from "../../parts/words.ts";

const STEP = 40;

/** Feeds and watched folders with their health, those that fail first. */
export function Feeds({ subscriptions }: { subscriptions: readonly Subscription[] }) {
  const order = subscriptions.toSorted((a, b) => Number(!a.failing) - Number(!b.failing));
  const [shown, more] = useSome(order, STEP);
  if (subscriptions.length === 0)
    return (
      <Empty title="No feed and no folder yet">
        A feed is read by itself while the service runs; each entry is taken in once. A watched folder is one into which
        you put what you want to have read.
      </Empty>
    );
  return (
    <>
      <ul className="feed-list">
        {shown.map((one) => (
          <Feed key={one.id} one={one} />
        ))}
      </ul>
      {more}
    </>
  );
}

function Feed({ one }: { one: Subscription }) {
  const { kind, address, title, taken, refused, every } = one;
  return (
    <li className={one.failing ? "failing" : "well"}>
      <div className="what">
        <h3>{title ?? address}</h3>
        <p className="small muted address">
          {kind === "feed" ? <a href={address}>{address}</a> : address}
          {" · "}every {durationWords(every)}
        </p>
        <Health one={one} />
        <p className="small muted number">
          {counted(taken, "document")} taken in
          {refused > 0 && `, ${refused.toLocaleString("en")} refused`}
        </p>
      </div>
      <FeedActions one={one} />
    </li>
  );
}

/** How it is: in words and with a sign, never by colour alone. */
function Health({ one: { failing, looked, next, busy } }: { one: Subscription }) {
  const now = useNow(5_000);
  const soon = next && Date.parse(next) > now ? `next look ${fromNow(next, now)}` : "the next look is due";
  if (busy) return <p className="health">◌ being looked at …</p>;
  if (failing)
    return (
      <div className="health">
        <p className="reason">
          ▲ Failing since {agoWords(failing.since, now)}
          {failing.times > 1 && `, ${failing.times} times in a row`}; {soon}.
        </p>
        <p className="small">
          {failing.error.message} <Remedy of={failing.error} />
        </p>
      </div>
    );
  if (!looked) return <p className="health">○ Not looked at yet; {soon}.</p>;
  return (
    <p className="health">
      ● Well; last look {agoWords(looked, now)}, {soon}.
    </p>
  );
}

function FeedActions({ one }: { one: Subscription }) {
  const client = useQueryClient();
  const fresh = () => client.invalidateQueries({ queryKey: intakeQueries.subscriptions().queryKey });
  const refresh = useMutation({ mutationFn: () => intake.refresh(one.id), onSettled: fresh });
  const remove = useMutation({ mutationFn: () => intake.remove(one.id), onSettled: fresh });
  const name = one.title ?? one.address;
  const error = refresh.error ?? remove.error;
  return (
    <div className="actions">
      <button
        type="button"
        aria-label={`Look now at ${name}`}
        onClick={() => refresh.mutate()}
        disabled={refresh.isPending || one.busy}
      >
        Look now
      </button>
      <button
        type="button"
        aria-label={`Remove ${name}`}
        title="Its documents stay"
        onClick={() => remove.mutate()}
        disabled={remove.isPending}
      >
        Remove
      </button>
      {error && <p role="alert">{error.message}</p>}
    </div>
  );
}
