import { useState } from "react";
import type { Brief, EditedBrief, EditsQuery, Statement } from "../../../src/schema/index.ts";
import { ApiError } from "../../api/client.ts";
import { Remedy } from "../../parts/remedy.tsx";
import { actsOn } from "./acts.ts";
import { restored } from "./changes.ts";
import { ChangesList } from "./changes-list.tsx";
import { draftOf, type Writing } from "./drafting.ts";
import type { Draft } from "./editor.tsx";
import { useFocusKept } from "./focus.ts";
import { ImprintForm } from "./imprint-form.tsx";
import { Names } from "./names.tsx";
import { Sheet } from "./sheet.tsx";
import { type Editing, useEdits } from "./use-edits.ts";
import { Versions } from "./versions.tsx";

/** The brief of now, where sentences are rewritten, dropped, moved and noted beside their evidence. */
export function Desk({ opened, query }: { opened: EditedBrief; query: EditsQuery }) {
  const editing = useEdits(query);
  const [chosen, setChosen] = useState<string>();
  const [writing, setWriting] = useState<Writing>();
  const [moved, setMoved] = useState<string>();
  useFocusKept(opened.brief, chosen, moved);
  const draft = writing && draftOf(writing, setWriting, editing);
  const write = (kind: Draft["kind"], { id, sentence, note = "", evidence }: Statement) =>
    setWriting({ kind, of: id, text: kind === "note" ? note : sentence, sources: kind === "note" ? [] : evidence });
  const acts = actsOn(opened.brief, editing, write, setMoved);
  const stale = new Set(
    opened.stale.flatMap((at) => {
      const edit = opened.edits.edits[at];
      return "statement" in edit ? [edit.statement] : [];
    }),
  );
  return (
    <>
      <div className="desk-tools">
        <Progress editing={editing} />
        <p role="status" className="unseen">
          {moved && placeInWords(opened.brief, moved)}
        </p>
        <ImprintForm edits={opened.edits} title={opened.brief.title} editing={editing} />
        <ChangesList opened={opened} editing={editing} />
        <Versions opened={opened} query={query} />
        <Names query={query} />
      </div>
      <Sheet
        brief={opened.brief}
        query={query}
        chosen={chosen}
        stale={stale}
        acts={acts}
        draft={draft}
        onChoose={(statement) => setChosen(statement?.id)}
        onAdd={({ id }) => setWriting({ kind: "add", of: id, text: "", sources: [] })}
        onRestore={({ id }) => editing.change((edits) => restored(edits, id, ["rewrite"]))}
      />
    </>
  );
}

/** Whether everything is kept; a failure in the catalogue's words. */
function Progress({ editing: { pending, error, reload } }: { editing: Editing }) {
  return (
    <>
      <p role="status" className="muted small">
        {pending > 0 ? "Keeping …" : ""}
      </p>
      {error && (
        <div role="alert" className="notice">
          <p>{error.message}</p>
          {error instanceof ApiError && (
            <p>
              <Remedy of={error} />
            </p>
          )}
          <button type="button" onClick={reload}>
            Open what is kept
          </button>
        </div>
      )}
    </>
  );
}

/** Where a moved section stands now, for who does not see it move. */
function placeInWords({ sections }: Brief, moved: string): string {
  const at = sections.findIndex(({ id }) => id === moved.split(" ")[0]);
  return at < 0 ? "" : `${sections[at].heading}: section ${at + 1} of ${sections.length}`;
}
