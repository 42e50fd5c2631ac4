import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { WatchPreview } from "../../../src/schema/index.ts";
import { watch, watchQueries } from "../../api/watch.ts";
import { Load } from "../../parts/load.tsx";
import type { Run } from "./run.ts";

/** What would be sent now, before anything is. */
export function Preview({ run }: { run: Run }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <h2>What would be sent now</h2>
      {isOpen ? (
        <Found run={run} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          Show it
        </button>
      )}
    </section>
  );
}

function Found({ run }: { run: Run }) {
  const found = useQuery(watchQueries.preview());
  return <Load query={found}>{(preview) => <Shown preview={preview} run={run} />}</Load>;
}

function Shown({ preview: { alerts, digest, unseen }, run }: { preview: WatchPreview; run: Run }) {
  const [sent, setSent] = useState<boolean>();
  const send = async () => setSent((await run(watch.sendDigest))?.sent);
  return (
    <div className="preview">
      {alerts.length === 0 && !digest && <p>Nothing is new.</p>}
      {unseen.length > 0 && (
        <p className="muted small">
          Not looked at yet: {unseen.join(", ")}. The first look only sees what is there; what comes after it is new.
        </p>
      )}
      <ul>
        {alerts.map(({ id, title, text }) => (
          <li key={id}>
            <strong>{title}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      {digest && (
        <>
          <h3>The digest, to {digest.to.join(", ")}</h3>
          <pre className="digest-text">{digest.text}</pre>
          <button type="button" onClick={() => void send()}>
            Send it now
          </button>
        </>
      )}
      <p role="status">{sent !== undefined && (sent ? "Sent." : "Nothing was new.")}</p>
    </div>
  );
}
