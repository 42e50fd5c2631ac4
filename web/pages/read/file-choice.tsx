import { useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { addFiles } from "../../app/intake.ts";

/** Files for the ledger, for who would rather choose than drop. */
export function FileChoice({ label = "Or add files to the ledger at once" }: { label?: string }) {
  const client = useQueryClient();
  const id = useId();
  return (
    <p className="file-choice">
      <label htmlFor={id}>{label}</label>{" "}
      <input
        id={id}
        type="file"
        multiple
        accept=".txt,.md,.markdown,.html,.htm,.xhtml,.pdf,.eml,.mbox,.csv,.ndjson,.jsonl,.warc,.opml,text/plain,text/html"
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])], client);
          event.target.value = "";
        }}
      />
      <span className="muted">They can also be dropped anywhere on these pages.</span>
    </p>
  );
}
