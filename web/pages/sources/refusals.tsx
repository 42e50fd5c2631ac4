import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Job } from "../../../src/schema/index.ts";
import { intakeQueries } from "../../api/intake.ts";
import { Load } from "../../parts/load.tsx";
import { Remedy } from "../../parts/remedy.tsx";
import { counted } from "../../parts/words.ts";

/** What a job refused and why, fetched when it is opened. */
export function Refusals({ job }: { job: Job }) {
  const [open, setOpen] = useState(false);
  const log = useInfiniteQuery({ ...intakeQueries.refusals(job.id), enabled: open });
  if (job.refused === 0) return null;
  return (
    <details className="refusals" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {counted(job.refused, "refusal")}
        <span className="unseen"> of {job.name}</span>
      </summary>
      {open && (
        <Load query={log}>
          {({ pages }) => (
            <ul>
              {pages
                .flatMap(({ refusals }) => refusals)
                .map(({ input, error }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows at its end, and an input can come twice
                  <li key={at}>
                    {!error.message.startsWith(input) && <span className="input">{input}</span>}{" "}
                    <span className="reason">{error.message}</span> <Remedy of={error} />
                  </li>
                ))}
              {log.hasNextPage && (
                <li>
                  <button type="button" disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
                    Show more of {(pages.at(-1)?.moreRefusals ?? 0).toLocaleString("en")}
                  </button>
                </li>
              )}
            </ul>
          )}
        </Load>
      )}
    </details>
  );
}
