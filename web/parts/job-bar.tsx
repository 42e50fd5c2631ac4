import type { Job } from "../../src/schema/index.ts";
import { durationWords } from "./durations.ts";
import { counted } from "./words.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });

/** `4.2 documents and 860 words a second, 3 min left`. */
export function paceWords({ rate, left }: Pick<Job, "rate" | "left">): string {
  if (!rate) return "";
  const documents = rate.documents < 10 ? fine.format(rate.documents) : whole.format(rate.documents);
  const pace = `${documents} documents and ${whole.format(rate.words)} words a second`;
  return left === undefined ? pace : `${pace}, ${durationWords(left)} left`;
}

/** What a job has done so far. */
export const doneWords = ({ added, known, refused }: Pick<Job, "added" | "known" | "refused">): string =>
  [
    `${counted(added, "document")} added`,
    ...(known > 0 ? [`${known.toLocaleString("en")} known already`] : []),
    ...(refused > 0 ? [`${refused.toLocaleString("en")} refused`] : []),
  ].join(", ");

/** How far a job is, how fast it goes, and how long it will take. */
export function JobBar({ job }: { job: Job }) {
  const { share, done, state } = job;
  return (
    <div className="job-bar">
      <progress aria-label={`How far ${job.name} is`} value={share} max={1} />
      <p className="small muted number">
        {share !== undefined && `${Math.floor(share * 100)} % · `}
        {counted(done, "document")} gone through
        {state === "running" && job.rate ? ` · ${paceWords(job)}` : ""}
        {state === "waiting" && " · waiting for other jobs"}
        {state === "paused" && " · paused"}
      </p>
    </div>
  );
}
