import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { intake, keepJob } from "../../api/intake.ts";

/** Adds the samples, and shows how they come in. */
function AddSamples() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const add = useMutation({
    mutationFn: intake.samples,
    onSuccess: (job) => {
      keepJob(client, job);
      void navigate({ to: "/sources" });
    },
  });
  return (
    <>
      <button type="button" onClick={() => add.mutate()} disabled={add.isPending}>
        Add the samples
      </button>
      {add.error && <p role="alert">{add.error.message}</p>}
    </>
  );
}

/** The first page of an empty ledger: what this is, and how to begin. */
export function FirstRun() {
  return (
    <div className="first-run">
      <h1>The ledger is empty</h1>
      <p className="lead">
        Entente reads what is published about states and keeps a ledger of who did what to whom, and who said so. Every
        entry is tied to the exact words it came from. Nothing leaves this machine.
      </p>
      <ol className="ways">
        <li>
          <h2>Read one text</h2>
          <p>Paste an article or give its address, see it coded, and keep it if you like.</p>
          <Link to="/read" className="button main">
            Read a text
          </Link>
        </li>
        <li>
          <h2>Add your own</h2>
          <p>Drop files on any page: texts, web pages, PDF, mail, tables. A whole folder goes by the terminal:</p>
          <code className="command">npx entente add my-articles/</code>
        </li>
        <li>
          <h2>Follow a feed</h2>
          <p>What a ministry or an agency publishes comes in by itself while the service runs.</p>
          <Link to="/sources" className="button">
            Add a feed
          </Link>
        </li>
        <li>
          <h2>Look at the samples</h2>
          <p>The sample archive that comes with Entente, ten pairs of states from 2019 to 2024.</p>
          <AddSamples />
        </li>
      </ol>
    </div>
  );
}
