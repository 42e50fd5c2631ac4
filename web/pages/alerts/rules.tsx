import { useState } from "react";
import type { SentEntry } from "../../../src/schema/index.ts";
import { watch } from "../../api/watch.ts";
import { Empty } from "../../parts/load.tsx";
import { useSome } from "../../parts/some.tsx";
import { States } from "../../parts/state.tsx";
import type { Run } from "./run.ts";
import { conditionWords, type Rule, targetWords } from "./words.ts";

const STEP = 40;

interface Props {
  readonly rules: readonly Rule[];
  readonly run: Run;
  readonly edited: string | undefined;
  readonly onEdit: (id: string) => void;
  readonly onDelete: (id: string) => void;
}

/** The alerts that are kept: each can be tried, changed and deleted. */
export function Rules({ rules, run, edited, onEdit, onDelete }: Props) {
  const [shown, more] = useSome(rules, STEP);
  if (rules.length === 0) return <Empty title="No alert is set yet">Add one below: who is told, and of what.</Empty>;
  return (
    <>
      <ul className="rules">
        {shown.map((rule) => (
          <li key={rule.id} className={rule.id === edited ? "edited" : undefined}>
            <h3>{rule.id}</h3>
            <p>
              <States codes={rule.dyad} />: when {conditionWords(rule)}
            </p>
            <p className="muted small">Told to {rule.to.map(targetWords).join("; ")}</p>
            <p className="actions">
              <Test id={rule.id} run={run} />
              <button type="button" aria-label={`Change ${rule.id}`} onClick={() => onEdit(rule.id)}>
                Change
              </button>
              <button type="button" aria-label={`Delete ${rule.id}`} onClick={() => onDelete(rule.id)}>
                Delete
              </button>
            </p>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

/** Sends a made-up alert to the targets of a rule, and says what became of it. */
function Test({ id, run }: { id: string; run: Run }) {
  const [entries, setEntries] = useState<readonly SentEntry[]>();
  return (
    <>
      <button
        type="button"
        aria-label={`Send a test of ${id}`}
        onClick={async () => setEntries(await run(() => watch.test(id)))}
      >
        Send a test
      </button>
      <span role="status" className="small">
        {entries?.map(({ target, outcome, detail }) => (
          <span key={target} className="outcome">
            {target}: {outcome}
            {detail && ` (${detail})`}
          </span>
        ))}
      </span>
    </>
  );
}
