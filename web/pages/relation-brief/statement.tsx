import { type KeyboardEvent, useEffect, useRef } from "react";
import type { BriefSection, Statement } from "../../../src/schema/index.ts";
import { placeOf } from "./changes.ts";
import { type Draft, Editor } from "./editor.tsx";

/** What can be done with a sentence; none of it in a version that was kept. */
export interface Acts {
  readonly onRewrite: (statement: Statement) => void;
  readonly onNote: (statement: Statement) => void;
  readonly onDrop: (statement: Statement) => void;
  readonly onMove: (statement: Statement, by: -1 | 1) => void;
  /** Moves a section; with `whole` the part it stands in. */
  readonly onMoveSection: (section: BriefSection, by: -1 | 1, whole: boolean) => void;
  /** Moves the section in which a sentence stands. */
  readonly onMoveAround: (statement: Statement, by: -1 | 1) => void;
  readonly onUndo: () => void;
}

interface Props {
  readonly statement: Statement;
  readonly numbers: ReadonlyMap<string, number>;
  readonly isChosen: boolean;
  readonly isStale: boolean;
  readonly onChoose: (statement: Statement) => void;
  readonly acts?: Acts;
  /** Set while this sentence is being written. */
  readonly draft?: Draft;
}

/** A sentence of a brief with the numbers of its notes; choosing it shows what it rests on. */
export function StatementLine(props: Props) {
  const { statement, numbers, isChosen, isStale, onChoose, acts, draft } = props;
  const { sentence, evidence, by, note } = statement;
  const button = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(false);
  useEffect(() => {
    if (wasWriting.current && !draft) button.current?.focus();
    wasWriting.current = draft !== undefined;
  }, [draft]);
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const marks = evidence.map((each) => numbers.get(placeOf(each))).filter((number) => number !== undefined);
  return (
    <li className={isChosen ? "statement chosen" : "statement"} data-statement={statement.id}>
      {draft?.kind === "rewrite" ? (
        <Editor draft={draft} label="The sentence" />
      ) : (
        <button
          ref={button}
          type="button"
          className="sentence"
          data-step
          aria-pressed={isChosen}
          onClick={() => onChoose(statement)}
          onFocus={() => onChoose(statement)}
          onKeyDown={(event) => acts && onKey(event, statement, acts)}
        >
          {sentence}
          {marks.length > 0 && <sup>{marks.join(", ")}</sup>}
        </button>
      )}
      <p className="marks">
        {by === "analyst" && <span className="tag">analyst’s own</span>}
        {isStale && <span className="tag">the ledger says otherwise by now</span>}
      </p>
      {note && draft?.kind !== "note" && (
        <p className="remark">
          <strong>Note</strong> {note}
        </p>
      )}
      {draft?.kind === "note" && <Editor draft={draft} label="A note on this sentence" />}
      {isChosen && acts && !draft && <Tools statement={statement} acts={acts} />}
    </li>
  );
}

function Tools({ statement, acts }: { statement: Statement; acts: Acts }) {
  return (
    <p className="tools no-print">
      <button type="button" onClick={() => acts.onRewrite(statement)}>
        Rewrite <kbd>e</kbd>
      </button>
      <button type="button" onClick={() => acts.onNote(statement)}>
        Note <kbd>n</kbd>
      </button>
      <button type="button" aria-label="Move up" onClick={() => acts.onMove(statement, -1)}>
        ↑ <kbd>Alt ↑</kbd>
      </button>
      <button type="button" aria-label="Move down" onClick={() => acts.onMove(statement, 1)}>
        ↓ <kbd>Alt ↓</kbd>
      </button>
      <button type="button" onClick={() => acts.onDrop(statement)}>
        Drop <kbd>Del</kbd>
      </button>
    </p>
  );
}

function onKey(event: KeyboardEvent, statement: Statement, acts: Acts): void {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  const named = `${altKey ? "Alt " : ""}${altKey && shiftKey ? "Shift " : ""}${ctrlKey || metaKey ? "Ctrl " : ""}${key}`;
  const act = new Map<string, () => void>([
    ["e", () => acts.onRewrite(statement)],
    ["n", () => acts.onNote(statement)],
    ["Delete", () => acts.onDrop(statement)],
    ["Alt ArrowUp", () => acts.onMove(statement, -1)],
    ["Alt ArrowDown", () => acts.onMove(statement, 1)],
    ["Alt Shift ArrowUp", () => acts.onMoveAround(statement, -1)],
    ["Alt Shift ArrowDown", () => acts.onMoveAround(statement, 1)],
    ["u", acts.onUndo],
    ["Ctrl z", acts.onUndo],
  ]).get(named);
  if (!act) return;
  event.preventDefault();
  act();
}
