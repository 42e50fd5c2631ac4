import type { EditedBrief } from "../../../src/schema/index.ts";
import { editInWords, undone, withoutEdit } from "./changes.ts";
import type { Editing } from "./use-edits.ts";

/** What was changed, each change with a way to take it back; those that find no place any more come first. */
export function ChangesList({ opened, editing }: { opened: EditedBrief; editing: Editing }) {
  const { edits, brief, lost, stale } = opened;
  if (edits.edits.length === 0) return null;
  const troubled = lost.length + stale.length;
  const signs = new Map([
    ...stale.map((at) => [at, "its sentence says something else by now"] as const),
    ...lost.map((at) => [at, "its sentence is not in the brief any more"] as const),
  ]);
  const order = edits.edits.map((_, at) => at).sort((a, b) => Number(signs.has(b)) - Number(signs.has(a)) || b - a);
  return (
    <details className="changes no-print" open={troubled > 0}>
      <summary>
        Changes <span className="number muted">{edits.edits.length}</span>
        {troubled > 0 && <span className="tag">{troubled} to look at</span>}
      </summary>
      <p>
        <button type="button" onClick={() => editing.change(undone)}>
          Undo the last <kbd>u</kbd>
        </button>
      </p>
      <ul>
        {order.map((at) => {
          const { verb, words } = editInWords(edits.edits[at], brief);
          return (
            <li key={at}>
              <span>
                <strong>{verb}</strong> {words}
              </span>
              {signs.has(at) && <span className="tag">{signs.get(at)}</span>}
              <button
                type="button"
                className="plain"
                onClick={() => editing.change((kept) => withoutEdit(kept, at))}
                aria-label={`Take back: ${verb}, ${words}`}
              >
                Take back
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
