import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Job } from "../../src/schema/index.ts";
import { intakeQueries, isAtWork, useIntakeEvents } from "../api/intake.ts";
import { JobBar } from "../parts/job-bar.tsx";
import { counted } from "../parts/words.ts";
import { addFiles, type Drop, forgetDrops, useDrops } from "./intake.ts";

interface Told {
  readonly drop: Drop;
  readonly job?: Job;
}

const isOpen = ({ drop, job }: Told): boolean => drop.reason === undefined && (job === undefined || isAtWork(job));

/** Takes files dropped anywhere, and shows what becomes of them. */
export function Jobs() {
  const over = useFileDrop();
  const drops = useDrops();
  const { data: jobs = [] } = useQuery({ ...intakeQueries.jobs(), enabled: drops.length > 0 });
  const told = drops.map((drop): Told => ({ drop, job: jobs.find(({ id }) => id === drop.job) }));
  const open = told.filter(isOpen).length;
  useIntakeEvents(open > 0);
  const files = drops.reduce((sum, { names }) => sum + names.length, 0);
  const done = told.reduce((sum, one) => sum + (isOpen(one) ? 0 : one.drop.names.length), 0);
  return (
    <>
      {over && (
        <div className="drop-here" aria-hidden="true">
          Drop to add to the ledger
        </div>
      )}
      <aside className="jobs" aria-label="Intake" aria-live="polite" hidden={drops.length === 0}>
        <header>
          <strong>{open > 0 ? `Adding: ${done} of ${files} done` : `${counted(files, "file")} done`}</strong>
          <button
            type="button"
            className="plain"
            onClick={() => forgetDrops(told.filter((one) => !isOpen(one)).map(({ drop }) => drop.key))}
            disabled={open === told.length}
          >
            Clear
          </button>
        </header>
        {told.map((one) => (
          <DropLines key={one.drop.key} {...one} />
        ))}
        <footer>
          <Link to="/sources">All jobs and sources</Link>
        </footer>
      </aside>
    </>
  );
}

function DropLines({ drop, job }: Told) {
  if (drop.reason !== undefined)
    return (
      <ul>
        <li>
          {drop.names.length === 1 && <span>{drop.names[0]} </span>}
          <span className="reason">{drop.reason}</span>
        </li>
      </ul>
    );
  if (!job) return <Names names={drop.names} state="waiting" />;
  if (isAtWork(job)) return <JobBar job={job} />;
  return <Outcome job={job} />;
}

function Names({ names, state }: { names: readonly string[]; state: string }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          {name} <span className="muted">{state}</span>
        </li>
      ))}
    </ul>
  );
}

/** What became of each file. */
function Outcome({ job }: { job: Job }) {
  const { data } = useQuery(intakeQueries.job(job.id));
  const { documents } = data?.job ?? job;
  const more = job.added + job.known - documents.length;
  return (
    <ul>
      {documents.map(({ input, document, state, reports }) => (
        <li key={`${input} ${document}`}>
          <Link to="/documents/$id" params={{ id: document }}>
            {input}
          </Link>{" "}
          <span className="muted">{state === "added" ? `added, ${counted(reports, "report")}` : "known already"}</span>
        </li>
      ))}
      {data && more > 0 && <li className="muted">and {counted(more, "document")} more</li>}
      {data?.refusals.map(({ input, error }) => (
        <li key={input}>
          {!error.message.startsWith(input) && <span>{input} </span>}
          <span className="reason">{error.message}</span>
        </li>
      ))}
      {job.error && <li className="reason">{job.error.message}</li>}
    </ul>
  );
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** Whether files hang over the window; when they fall, they are added. */
function useFileDrop(): boolean {
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(event.type === "dragover");
      if (event.type === "drop") addFiles([...(event.dataTransfer?.files ?? [])], client);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    for (const name of ["dragover", "drop"] as const) window.addEventListener(name, onDrag);
    window.addEventListener("dragleave", onLeave);
    return () => {
      for (const name of ["dragover", "drop"] as const) window.removeEventListener(name, onDrag);
      window.removeEventListener("dragleave", onLeave);
    };
  }, [client]);
  return over;
}
