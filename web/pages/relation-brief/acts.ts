import type { Brief, Statement } from "../../../src/schema/index.ts";
import { movedSection, moved as movedStatement, sectionOf, undone, withEdit } from "./changes.ts";
import type { Draft } from "./editor.tsx";
import { focusNeighbour } from "./focus.ts";
import type { Acts } from "./statement.tsx";
import type { Editing } from "./use-edits.ts";

/**
 * What can be done to the sentences and sections of a brief: `write` opens the editor, `onMoved` learns which button moved
 * a section.
 */
export function actsOn(
  shown: Brief,
  editing: Editing,
  write: (kind: Draft["kind"], statement: Statement) => void,
  onMoved: (moved: string) => void,
): Acts {
  const moveSection = (id: string, by: -1 | 1, whole?: boolean): void =>
    editing.change((edits, brief) => {
      const edit = movedSection(brief, id, by, whole);
      return edit && withEdit(edits, edit);
    });
  return {
    onRewrite: (statement) => write("rewrite", statement),
    onNote: (statement) => write("note", statement),
    onDrop: ({ id, sentence }) => {
      focusNeighbour(id);
      editing.change((edits) => withEdit(edits, { kind: "drop", statement: id, was: sentence }));
    },
    onMove: ({ id }, by) =>
      editing.change((edits, brief) => {
        const edit = movedStatement(brief, id, by);
        return edit && withEdit(edits, edit);
      }),
    onMoveSection: ({ id }, by, whole) => {
      onMoved(`${id} ${by}${whole ? " whole" : ""}`);
      moveSection(id, by, whole);
    },
    onMoveAround: ({ id }, by) => {
      const section = sectionOf(shown, id);
      if (!section) return;
      onMoved(`${section.id} by a sentence`);
      moveSection(section.id, by);
    },
    onUndo: () => editing.change((edits) => (edits.edits.length > 0 ? undone(edits) : undefined)),
  };
}
