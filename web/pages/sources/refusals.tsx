import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Job } from "../../../src/schema/index.ts";
import { intakeQueries } from "../../api/intake.ts";
import { Load } from "../../parts/load.tsx";
import { counted } from "../../parts/words.ts";

/** What a job refused and why, fetched when it is opened. */
export function Refusals({ job }: { job: Job }) {
  const [open, setOpen] = useState(false);
  const log = useQuery({ ...intakeQueries.job(job.id), enabled: open });
  if (job.refused === 0) return null;
  return (
    <details className="refusals" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {counted(job.refused, "refusal")}
        <span className="unseen"> of {job.name}</span>
      </summary>
      {open && (
        <Load query={log}>
          {({ refusals, moreRefusals }) => (
            <ul>
              {refusals.map(({ input, error }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows at its end, and an input can come twice
                <li key={at}>
                  {!error.message.startsWith(input) && <span className="input">{input}</span>}{" "}
                  <span className="reason">{error.message}</span>{" "}
                  <span className="muted">{error.remedy.replaceAll("`", "")}</span>
                </li>
              ))}
              {moreRefusals > 0 && (
                <li className="muted">
                  and {moreRefusals} more: <code>entente jobs show {job.id}</code>
                </li>
              )}
            </ul>
          )}
        </Load>
      )}
    </details>
  );
}
