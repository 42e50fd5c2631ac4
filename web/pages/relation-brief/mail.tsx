import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Delivery, EditsQuery } from "../../../src/schema/index.ts";
import { briefs, exportOf } from "../../api/briefs.ts";
import { watchQueries } from "../../api/watch.ts";

interface Props {
  readonly query: EditsQuery;
  readonly paper: string;
  readonly onClose: () => void;
}

/** The mail as it would go out, and to whom; it is sent where a mail server is set. */
export function MailDialog({ query, paper, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { data: settings } = useQuery(watchQueries.settings());
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="mail" aria-labelledby="mail-title" onClose={onClose}>
      <header>
        <h2 id="mail-title">Send by mail</h2>
        <button type="button" className="plain" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {settings?.mail ? (
        <SendForm query={query} paper={paper} from={settings.mail.from} />
      ) : (
        <p>
          No mail server is set. <Link to="/alerts">Set one</Link>, or save the mail as a file and send it by your own
          program.
        </p>
      )}
      <iframe title="The mail as it would go out" src={exportOf(query, "mail.html")} />
      <p className="small muted">
        A text part, the figures and the PDF go with it.{" "}
        <a href={exportOf(query, "eml", undefined, paper)} download={`entente-${query.a}-${query.b}.eml`}>
          Save as a mail file
        </a>
      </p>
    </dialog>
  );
}

const addressesIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

function SendForm({ query, paper, from }: { query: EditsQuery; paper: string; from: string }) {
  const [to, setTo] = useState("");
  const [state, setState] = useState<{ busy?: true; fault?: string; delivery?: Delivery }>({});
  const id = useId();
  const receivers = addressesIn(to);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState({ busy: true });
    try {
      setState({ delivery: await briefs.send(query, receivers, paper) });
    } catch (thrown) {
      setState({ fault: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="small muted">From {from}</p>
      <label htmlFor={id}>To</label>
      <textarea
        id={id}
        rows={2}
        value={to}
        placeholder="reader@example.org, Name <name@example.org>"
        onChange={(event) => setTo(event.target.value)}
      />
      <button type="submit" className="main" disabled={state.busy || receivers.length === 0}>
        {state.busy ? "Sending …" : `Send to ${receivers.length}`}
      </button>
      <div role="status">{state.delivery && <Delivered delivery={state.delivery} />}</div>
      {state.fault && <p role="alert">{state.fault}</p>}
    </form>
  );
}

function Delivered({ delivery: { sent, skipped, refused } }: { delivery: Delivery }) {
  return (
    <ul>
      {sent.length > 0 && <li>Sent to {sent.join(", ")}.</li>}
      {skipped.length > 0 && <li>{skipped.join(", ")} had it already; it was not sent again.</li>}
      {refused.map(({ recipient, detail }) => (
        <li key={recipient}>
          Not sent to {recipient}: {detail}
        </li>
      ))}
    </ul>
  );
}
