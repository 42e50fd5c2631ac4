import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Job } from "../../../src/schema/index.ts";
import { intake, isAtWork, keepJob } from "../../api/intake.ts";
import { doneWords, JobBar } from "../../parts/job-bar.tsx";
import { useSome } from "../../parts/some.tsx";
import { Refusals } from "./refusals.tsx";
import { STATE_WORDS } from "./words.ts";

const STEP = 20;

type Action = "pause" | "resume" | "cancel";

/** Jobs that are at work, or broke off and wait for a decision. */
export const needsCare = (job: Job): boolean => isAtWork(job) || job.state === "interrupted";

const ACTIONS: Readonly<Record<Job["state"], readonly Action[]>> = {
  waiting: ["cancel"],
  running: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  interrupted: ["resume", "cancel"],
  failed: ["resume"],
  cancelled: ["resume"],
  done: [],
};

const LABELS: Readonly<Record<Action, string>> = { pause: "Pause", resume: "Resume", cancel: "Cancel" };

/** Jobs with their progress as it is made, and what can be done about them. */
export function JobCards({ jobs }: { jobs: readonly Job[] }) {
  const [shown, more] = useSome(jobs, STEP);
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="at-work">
      <h2 id="at-work">At work</h2>
      <ul className="job-cards">
        {shown.map((job) => (
          <JobCard key={job.id} job={job} />
        ))}
      </ul>
      {more}
    </section>
  );
}

function JobCard({ job }: { job: Job }) {
  return (
    <li className={`job-card ${job.state}`}>
      <header>
        <h3>{job.name}</h3>
        <span className="tag">{STATE_WORDS[job.state]}</span>
        <JobActions job={job} />
      </header>
      {isAtWork(job) && <JobBar job={job} />}
      {job.current && <p className="small muted current">{job.current}</p>}
      <p className="small">{doneWords(job)}</p>
      {job.state === "interrupted" && (
        <p className="small muted">
          The program ended before the job did. Resumed, it goes through its source again; documents that are in are
          known and not coded again.
        </p>
      )}
      <Refusals job={job} />
    </li>
  );
}

/** What can be done with a job in its state. */
export function JobActions({ job }: { job: Job }) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (action: Action) => intake.act(job.id, action),
    onSuccess: (changed) => keepJob(client, changed),
  });
  return (
    <span className="actions">
      {ACTIONS[job.state].map((action) => (
        <button
          key={action}
          type="button"
          aria-label={`${LABELS[action]} ${job.name}`}
          onClick={() => act.mutate(action)}
          disabled={act.isPending}
        >
          {LABELS[action]}
        </button>
      ))}
      {act.error && <span role="alert">{act.error.message}</span>}
    </span>
  );
}
