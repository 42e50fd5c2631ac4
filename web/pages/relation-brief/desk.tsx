import { useEffect, useRef, useState } from "react";
import type { Brief, BriefSection, EditedBrief, EditsQuery, Evidence, Statement } from "../../../src/schema/index.ts";
import { ApiError } from "../../api/client.ts";
import {
  freshId,
  movedSection,
  moved as movedStatement,
  numbersOf,
  restored,
  sameSources,
  sectionOf,
  statementsOf,
  undone,
  withEdit,
} from "./changes.ts";
import { ChangesList } from "./changes-list.tsx";
import type { Draft } from "./editor.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";
import { ImprintForm } from "./imprint-form.tsx";
import { Names } from "./names.tsx";
import { Section } from "./section.tsx";
import { Notes, Sources } from "./sources.tsx";
import type { Acts } from "./statement.tsx";
import { type Editing, useEdits } from "./use-edits.ts";
import { Versions } from "./versions.tsx";

/** What is being written, without what becomes of it. */
type Writing = Pick<Draft, "kind" | "of" | "text" | "sources">;

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
  const acts: Acts = {
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
    onMoveSection: (section, by, whole) => {
      setMoved(`${section.id} ${by}${whole ? " whole" : ""}`);
      editing.change((edits, brief) => {
        const edit = movedSection(brief, section.id, by, whole);
        return edit && withEdit(edits, edit);
      });
    },
    onMoveAround: ({ id }, by) => {
      const section = sectionOf(opened.brief, id);
      if (!section) return;
      setMoved(`${section.id} by a sentence`);
      editing.change((edits, brief) => {
        const edit = movedSection(brief, section.id, by);
        return edit && withEdit(edits, edit);
      });
    },
    onUndo: () => editing.change((edits) => (edits.edits.length > 0 ? undone(edits) : undefined)),
  };
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

/** A version that was kept, to read. */
export function Kept({ brief, query }: { brief: Brief; query: EditsQuery }) {
  const [chosen, setChosen] = useState<string>();
  return (
    <Sheet
      brief={brief}
      query={query}
      chosen={chosen}
      stale={new Set()}
      onChoose={(statement) => setChosen(statement?.id)}
    />
  );
}

interface SheetProps {
  readonly brief: Brief;
  readonly query: EditsQuery;
  readonly chosen: string | undefined;
  readonly stale: ReadonlySet<string>;
  readonly onChoose: (statement: Statement | undefined) => void;
  readonly acts?: Acts;
  readonly draft?: Draft;
  readonly onAdd?: (section: BriefSection) => void;
  readonly onRestore?: (statement: Statement) => void;
}

function Sheet({ brief, query, chosen, stale, onChoose, acts, draft, onAdd, onRestore }: SheetProps) {
  const numbers = numbersOf(brief);
  const statement = statementsOf(brief).find(({ id }) => id === chosen);
  const cites = draft && draft.kind !== "note";
  return (
    <div className="brief-sheet">
      <div className="paper-column">
        {brief.sections.map((section, at) => (
          <Section
            key={section.id}
            section={section}
            opensPart={section.part !== undefined && section.part !== brief.sections[at - 1]?.part}
            numbers={numbers}
            chosen={chosen}
            stale={stale}
            onChoose={onChoose}
            acts={acts}
            onAdd={onAdd}
            draft={draft}
          />
        ))}
        <Sources brief={brief} query={query} />
        <Notes brief={brief} />
        <p className="muted small">
          Coder {brief.coder}. Written from the ledger by fixed sentences; what a person wrote is marked.
        </p>
      </div>
      <EvidencePanel
        statement={statement}
        numbers={numbers}
        onClose={() => onChoose(undefined)}
        onCite={cites ? (evidence: Evidence) => draft.onSources([...draft.sources, evidence]) : undefined}
        onRestore={onRestore}
      />
    </div>
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
          {error instanceof ApiError && <p className="muted">{error.remedy}</p>}
          <button type="button" onClick={reload}>
            Open what is kept
          </button>
        </div>
      )}
    </>
  );
}

/** What is being written, with what becomes of it. */
function draftOf(writing: Writing, set: (writing: Writing | undefined) => void, editing: Editing): Draft {
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
      editing.change((edits, brief) => {
        if (kind === "note") return withEdit(edits, { kind, statement: of, note: text });
        const evidence = [...writing.sources];
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
      });
      done();
    },
  };
}

const sentences = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".sentence")];

/** Before a sentence goes, the focus goes to the next one. */
function focusNeighbour(id: string): void {
  const all = sentences();
  const at = all.findIndex((one) => one.closest("[data-statement]")?.getAttribute("data-statement") === id);
  (all[at + 1] ?? all[at - 1])?.focus();
}

/** Where a moved section stands now, for who does not see it move. */
function placeInWords({ sections }: Brief, moved: string): string {
  const at = sections.findIndex(({ id }) => id === moved.split(" ")[0]);
  return at < 0 ? "" : `${sections[at].heading}: section ${at + 1} of ${sections.length}`;
}

/** What is moved in the page loses the focus; it is given back. */
function useFocusKept(brief: Brief, chosen: string | undefined, moved: string | undefined): void {
  const last = useRef(brief);
  useEffect(() => {
    if (last.current === brief) return;
    last.current = brief;
    if (document.activeElement !== document.body) return;
    const places = [
      chosen && `[data-statement="${CSS.escape(chosen)}"] .sentence`,
      moved && `[data-move="${CSS.escape(moved)}"]`,
    ].filter(Boolean);
    for (const place of places.reverse()) {
      const found = document.querySelector<HTMLElement>(String(place));
      if (found) return found.focus();
    }
  }, [brief, chosen, moved]);
}
