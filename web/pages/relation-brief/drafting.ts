import type { Brief, BriefEdits } from "../../../src/schema/index.ts";
import { freshId, restored, sameSources, statementsOf, withEdit } from "./changes.ts";
import type { Draft } from "./editor.tsx";
import type { Editing } from "./use-edits.ts";

/** What is being written, without what becomes of it. */
export type Writing = Pick<Draft, "kind" | "of" | "text" | "sources">;

/** The edits with what was written, or nothing where it changes nothing. */
function written(
  { kind, of, sources }: Writing,
  text: string,
  edits: BriefEdits,
  brief: Brief,
): BriefEdits | undefined {
  if (kind === "note") return withEdit(edits, { kind, statement: of, note: text });
  const evidence = [...sources];
  if (kind === "add")
    return withEdit(edits, { kind, section: of, statement: freshId(edits), sentence: text, evidence });
  const was = statementsOf(brief).find(({ id }) => id === of);
  const kept = was !== undefined && sameSources(was.evidence, evidence);
  if (kept && was.sentence === text) return undefined;
  return withEdit(edits, {
    kind,
    statement: of,
    sentence: text,
    ...(was && { was: was.sentence }),
    ...(!kept && { evidence }),
  });
}

/** What is being written, with what becomes of it. */
export function draftOf(writing: Writing, set: (writing: Writing | undefined) => void, editing: Editing): Draft {
  const { kind, of } = writing;
  const done = () => set(undefined);
  return {
    ...writing,
    onSources: (sources) => set({ ...writing, sources }),
    onCancel: done,
    ...(kind === "note" &&
      writing.text !== "" && {
        onRemove: () => {
          editing.change((edits) => restored(edits, of, ["note"]));
          done();
        },
      }),
    onDone: (text) => {
      editing.change((edits, brief) => written(writing, text, edits, brief));
      done();
    },
  };
}
