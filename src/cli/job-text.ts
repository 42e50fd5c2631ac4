import type { Job, JobView, Subscription } from "../schema/index.ts";
import { counted, NOTHING } from "./table.ts";

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** `45 s`, `12 min`, `3 h 20 min`. */
export function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A job as a row of a table. */
export const jobLine = ({ id, state, done, share, added, refused, name }: Job): string[] => [
  id,
  state,
  share === undefined || share === 1 ? String(done) : `${done} (${percent(share)})`,
  String(added),
  String(refused),
  name.length > 60 ? `${name.slice(0, 59)}…` : name,
];

function paceWords({ rate, left }: Job): string[] {
  if (!rate) return [];
  const speed = `${rate.documents.toFixed(1)} documents and ${Math.round(rate.words).toLocaleString("en")} words a second`;
  return [left === undefined ? speed : `${speed}, ${durationWords(left)} left`];
}

/** A job with its log, as it is read at a terminal. */
export function jobText({ job, refusals, moreRefusals }: JobView): string {
  const { id, name, state, share, done, added, known, refused, reports, seconds, begun, error } = job;
  const far = share === undefined || share === 1 ? "" : `, ${percent(share)} gone through`;
  return [
    `${id}  ${name}`,
    `${state}${far}; begun ${begun}, ${durationWords(seconds)} at work`,
    `${counted(done, "document")}: ${added} added, ${known} known already, ${refused} refused, ${counted(reports, "new report")}`,
    ...paceWords(job),
    ...(error ? [`failed: ${error.message}`, `  ${error.remedy}`] : []),
    ...refusals.map((refusal) => `refused: ${refusal.input}\n  ${refusal.error.message}`),
    ...(moreRefusals > 0 ? [`and ${moreRefusals} more refusals`] : []),
  ].join("\n");
}

/** How a feed or folder is: when it was looked at, when it will be, why it fails. */
export function healthWords({ failing, looked, succeeded, next }: Subscription): string {
  if (failing)
    return `failing since ${failing.since} (${counted(failing.times, "time")}): ${failing.error.message}${next ? ` Next look ${next}.` : ""}`;
  if (!looked) return "not looked at yet";
  return `well at ${succeeded ?? NOTHING}${next ? `, next look ${next}` : ""}`;
}
