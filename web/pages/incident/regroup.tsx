import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Incident } from "../../../src/schema/index.ts";
import { queries, useStateName } from "../../api/queries.ts";
import { useMerge, useSplit } from "../../api/reviews.ts";
import { intervalWords } from "../../parts/dates.ts";
import { Disclosed } from "../../parts/disclosed.tsx";
import { Load } from "../../parts/load.tsx";
import { ReviewerName, useReviewer } from "../../parts/reviewer.tsx";
import { counted, incidentTitle } from "../../parts/words.ts";

interface SplitProps {
  readonly incident: Incident;
  /** `document report` of each report that was chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly onDone: () => void;
}

/** Takes the chosen reports out of the incident. */
export function Split({ incident, chosen, onDone }: SplitProps) {
  const split = useSplit();
  const navigate = useNavigate();
  const rest = incident.reports.length - chosen.size;
  const reports = [...chosen].map((key) => {
    const [document, report] = key.split(" ");
    return { document, report };
  });
  return (
    <Signed
      label={`Split: ${counted(chosen.size, "report")} out, ${rest} left`}
      disabled={chosen.size === 0 || rest === 0 || split.isPending}
      error={split.error}
      onSubmit={(reviewer, note) =>
        split.mutate(
          { incident: incident.id, reports, reviewer, ...note },
          {
            onSuccess: ({ incidents }) => {
              onDone();
              if (!incidents.includes(incident.id))
                void navigate({ to: "/incidents/$id", params: { id: incidents[0] }, replace: true });
            },
          },
        )
      }
    >
      <p className="muted">
        {chosen.size === 0
          ? "Choose the reports that tell of something else: “Take out” stands under each."
          : rest === 0
            ? "One report at least must stay."
            : "The chosen ones become an incident of their own; that is remembered, and can be taken back."}
      </p>
    </Signed>
  );
}

const NEAR_DAYS = 10;

/** The days around an incident, among which those to merge it with are looked for. */
function around({ date }: Incident): { from?: string; to?: string } {
  if (!date) return {};
  const moved = (day: string, by: number): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
  return { from: moved(date.from, -NEAR_DAYS), to: moved(date.to, NEAR_DAYS) };
}

/** Puts other incidents of the same two states and days together with this one. */
export function Merge({ incident }: { incident: Incident }) {
  const [a, b] = [...new Set([...incident.actors, ...incident.recipients])].sort();
  if (b === undefined) return null;
  return (
    <Disclosed title="Merge with another incident">{() => <Candidates incident={incident} a={a} b={b} />}</Disclosed>
  );
}

function Candidates({ incident, a, b }: { incident: Incident; a: string; b: string }) {
  const query = useQuery(queries.relation({ a, b, ...around(incident) }));
  return (
    <Load query={query}>
      {({ incidents }) => <Choice incident={incident} others={incidents.filter(({ id }) => id !== incident.id)} />}
    </Load>
  );
}

function Choice({
  incident,
  others,
}: {
  incident: Incident;
  others: readonly Omit<Incident, "reports" | "groupings">[];
}) {
  const nameOf = useStateName();
  const merge = useMerge();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setChosen(new Set(chosen).symmetricDifference(new Set([id])));
  if (others.length === 0)
    return <p className="muted">No other incident of these two is known within {NEAR_DAYS} days.</p>;
  return (
    <Signed
      label={`Merge ${counted(chosen.size + 1, "incident")}`}
      disabled={chosen.size === 0 || merge.isPending}
      error={merge.error}
      onSubmit={(reviewer, note) =>
        merge.mutate(
          { incidents: [incident.id, ...chosen], reviewer, ...note },
          {
            onSuccess: ({ incidents: [id] }) => {
              setChosen(new Set());
              if (id !== undefined) void navigate({ to: "/incidents/$id", params: { id }, replace: true });
            },
          },
        )
      }
    >
      <ul className="merge-list">
        {others.map((other) => (
          <li key={other.id}>
            <label>
              <input type="checkbox" checked={chosen.has(other.id)} onChange={() => toggle(other.id)} />
              <span>
                <strong>{incidentTitle(other, nameOf)}</strong>{" "}
                <span className="muted">{other.date ? intervalWords(other.date) : "undated"}</span>
                <span className="serif merge-words">{other.evidence.words}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Signed>
  );
}

interface SignedProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly error: Error | null;
  readonly onSubmit: (reviewer: string, note: { note?: string }) => void;
  readonly children: ReactNode;
}

/** What somebody does with incidents: under their name, with their reason. */
function Signed({ label, disabled, error, onSubmit, children }: SignedProps) {
  const reviewer = useReviewer();
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(reviewer, note.trim() === "" ? {} : { note: note.trim() });
  };
  return (
    <form className="signed-form" onSubmit={submit}>
      {children}
      <div className="review-bar">
        <ReviewerName />
        <p>
          <label>
            Why
            <input value={note} onChange={(event) => setNote(event.target.value)} autoComplete="off" />
          </label>
        </p>
      </div>
      {error && (
        <p className="form-error" role="alert">
          {error.message}
        </p>
      )}
      <p className="actions">
        <button type="submit" className="main" disabled={disabled || reviewer === ""}>
          {label}
        </button>
        {reviewer === "" && <span className="muted">Say who you are first.</span>}
      </p>
    </form>
  );
}
