import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Job, Subscription } from "../../../src/schema/index.ts";
import { intakeQueries, useIntakeEvents } from "../../api/intake.ts";
import { Load } from "../../parts/load.tsx";
import { counted } from "../../parts/words.ts";
import { FileChoice } from "../read/file-choice.tsx";
import { Feeds } from "./feeds.tsx";
import { JobCards, needsCare } from "./job-card.tsx";
import { JobTable } from "./job-table.tsx";
import { Outlets } from "./outlets.tsx";
import { SubscriptionForm } from "./subscription-form.tsx";

/** `/sources`: where documents come from, how it is with each, and what the intake is at. */
export function SourcesPage() {
  useIntakeEvents(true);
  const jobs = useQuery(intakeQueries.jobs());
  const subscriptions = useQuery(intakeQueries.subscriptions());
  return (
    <article className="sources">
      <title>Sources · Entente</title>
      <header className="head">
        <h1>Sources</h1>
        <p className="lead">{jobs.data && subscriptions.data ? stateWords(jobs.data, subscriptions.data) : "…"}</p>
      </header>
      <Load query={jobs}>{(all) => <JobCards jobs={all.filter(needsCare)} />}</Load>
      <section aria-labelledby="feeds">
        <h2 id="feeds">Feeds and watched folders</h2>
        <SubscriptionForm kind="feed" />
        <details className="watch-folder">
          <summary>Watch a folder</summary>
          <SubscriptionForm kind="folder" />
        </details>
        <Load query={subscriptions}>{(all) => <Feeds subscriptions={all} />}</Load>
      </section>
      <section aria-labelledby="add">
        <h2 id="add">Add by hand</h2>
        <FileChoice label="Files of this machine" />
        <p>
          <Link to="/read">Paste a text or an address</Link> to see it coded first. A whole folder is added from a
          terminal: <code>npx entente add my-articles/</code>
        </p>
      </section>
      <section aria-labelledby="jobs">
        <h2 id="jobs">What was taken in</h2>
        <Load query={jobs}>{(all) => <JobTable jobs={all.filter((job) => !needsCare(job))} />}</Load>
      </section>
      <Outlets />
    </article>
  );
}

const FOLLOWED = [
  "no feed or folder is followed",
  "one feed or folder is followed",
  "# feeds and folders are followed",
];

/** The state of the intake in a sentence. */
function stateWords(jobs: readonly Job[], subscriptions: readonly Subscription[]): string {
  const open = jobs.filter(needsCare).length;
  const failing = subscriptions.filter((one) => one.failing).length;
  const parts = [
    open === 0 ? "Nothing is being taken in" : `${counted(open, "job")} at work`,
    FOLLOWED[Math.min(subscriptions.length, 2)].replace("#", String(subscriptions.length)),
    ...(failing > 0 ? [`${failing} of them failing`] : []),
  ];
  return `${parts.join("; ")}.`;
}
