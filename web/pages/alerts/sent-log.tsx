import { useQuery } from "@tanstack/react-query";
import type { SentEntry } from "../../../src/schema/index.ts";
import { watchQueries } from "../../api/watch.ts";
import { Empty, Load } from "../../parts/load.tsx";
import { useSome } from "../../parts/some.tsx";
import { momentWords } from "./words.ts";

/** What was sent and what was not, the newest first. */
export function SentLog() {
  const sent = useQuery(watchQueries.sent());
  return (
    <section>
      <h2>What was sent</h2>
      <Load query={sent}>{(entries) => <Entries entries={entries} />}</Load>
    </section>
  );
}

const STEP = 50;

function Entries({ entries }: { entries: readonly SentEntry[] }) {
  const [shown, more] = useSome(entries, STEP);
  if (entries.length === 0)
    return <Empty title="Nothing was sent yet">What goes out, and what fails, is listed here.</Empty>;
  return (
    <>
      <ul className="sent-log">
        {shown.map(({ at, kind, title, target, outcome, detail }) => (
          <li key={`${at} ${kind} ${title} ${target}`} data-outcome={outcome}>
            <time dateTime={at}>{momentWords(at)}</time>
            <span className="tag">{kind}</span>
            <span>{title}</span>
            <span className="muted">to {target}</span>
            <strong>{outcome === "sent" ? "sent" : "failed"}</strong>
            {detail && <span className="muted small">{detail}</span>}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
