import { Link } from "@tanstack/react-router";
import type { Job } from "../../../src/schema/index.ts";
import { agoWords, durationWords, useNow } from "../../parts/durations.ts";
import { doneWords } from "../../parts/job-bar.tsx";
import { Empty } from "../../parts/load.tsx";
import { Remedy } from "../../parts/remedy.tsx";
import { useSome } from "../../parts/some.tsx";
import { counted } from "../../parts/words.ts";
import { JobActions } from "./job-card.tsx";
import { Refusals } from "./refusals.tsx";
import { STATE_WORDS } from "./words.ts";

const STEP = 10;

/** Jobs that have ended, the newest first. */
export function JobTable({ jobs }: { jobs: readonly Job[] }) {
  const [shown, more] = useSome(jobs, STEP);
  const now = useNow(30_000);
  if (jobs.length === 0)
    return <Empty title="Nothing yet">Drop files on this page, add a feed, or paste a text.</Empty>;
  return (
    <>
      <ul className="job-list">
        {shown.map((job) => (
          <li key={job.id}>
            <Ended instant={job.ended ?? job.begun} now={now} />
            <div className="what">
              <JobName job={job} />
              <span className="small muted number">
                {doneWords(job)}
                {job.reports > 0 && `, ${counted(job.reports, "new report")}`}, in {durationWords(job.seconds)}
              </span>
              {job.error && (
                <span className="reason">
                  {job.error.message} <Remedy of={job.error} />
                </span>
              )}
              <Refusals job={job} />
            </div>
            {job.state !== "done" && (
              <div className="state">
                <span className="tag">{STATE_WORDS[job.state]}</span> <JobActions job={job} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function Ended({ instant, now }: { instant: string; now: number }) {
  return (
    <time className="when" dateTime={instant} title={instant}>
      {agoWords(instant, now)}
    </time>
  );
}

/** What was taken in; where it was one document, the way to it. */
function JobName({ job: { name, documents, added, known } }: { job: Job }) {
  if (documents.length !== 1 || added + known !== 1) return <span className="name">{name}</span>;
  return (
    <Link className="name" to="/documents/$id" params={{ id: documents[0].document }}>
      {name}
    </Link>
  );
}
