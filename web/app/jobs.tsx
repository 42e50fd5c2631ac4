import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { counted } from "../parts/words.ts";
import { addFiles, clearJobs, type Job, useJobs } from "./intake.ts";

/** Takes files dropped anywhere, and shows what becomes of them. */
export function Jobs() {
  const over = useFileDrop();
  const jobs = useJobs();
  const open = jobs.filter(({ state }) => state === "waiting" || state === "adding").length;
  return (
    <>
      {over && (
        <div className="drop-here" aria-hidden="true">
          Drop to add to the ledger
        </div>
      )}
      <aside className="jobs" aria-label="Intake" aria-live="polite" hidden={jobs.length === 0}>
        <header>
          <strong>
            {open > 0 ? `Adding: ${jobs.length - open} of ${jobs.length} done` : `${counted(jobs.length, "file")} done`}
          </strong>
          <button type="button" className="plain" onClick={clearJobs} disabled={open === jobs.length}>
            Clear
          </button>
        </header>
        <ul>
          {jobs.map((job) => (
            <li key={job.key}>
              <JobLine job={job} />
            </li>
          ))}
        </ul>
      </aside>
    </>
  );
}

const WORDS = { waiting: "waiting", adding: "being read …", added: "added", known: "known already" } as const;

function JobLine({ job: { name, state, document, reports, reason } }: { job: Job }) {
  if (state === "refused") {
    return (
      <>
        <span>{name}</span> <span className="reason">{reason}</span>
      </>
    );
  }
  return (
    <>
      {document ? (
        <Link to="/documents/$id" params={{ id: document }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}{" "}
      <span className="muted">
        {WORDS[state]}
        {state === "added" && `, ${counted(reports ?? 0, "report")}`}
      </span>
    </>
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
      if (event.type === "drop")
        addFiles([...(event.dataTransfer?.files ?? [])], () => void client.invalidateQueries());
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
