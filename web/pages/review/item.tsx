import { Link } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Coding as CodingOf, codedAs, type QueueItem, type Review } from "../../../src/schema/index.ts";
import { ApiError } from "../../api/client.ts";
import { Chain } from "../../parts/chain.tsx";
import { Coding } from "../../parts/coding.tsx";
import { CodingForm } from "../../parts/coding-form.tsx";
import { Remedy } from "../../parts/remedy.tsx";
import { deedOf, ReviewHistory, ReviewTag } from "../../parts/reviewed.tsx";
import { Confidence } from "../../parts/score.tsx";
import { EvidenceLink, SourceLine } from "../../parts/source.tsx";
import { Term } from "../../parts/term.tsx";
import { counted, TYPE_WORDS } from "../../parts/words.ts";
import { judgedCoding } from "./course.ts";
import { Passage } from "./passage.tsx";
import type { Said } from "./said.ts";

interface Props {
  readonly item: QueueItem;
  /** Whether what others said is kept from view, for a judgement of one's own. */
  readonly blind: boolean;
  readonly done: readonly Review[];
  readonly mode: "look" | "correct" | "comment";
  readonly busy: boolean;
  readonly error: Error | null;
  readonly taken: boolean;
  readonly place: { readonly at: number; readonly of: number; readonly left: number };
  readonly onMode: (mode: Props["mode"]) => void;
  readonly onAct: (said: Said) => void;
  readonly onSecond: () => void;
  readonly onStep: (by: number) => void;
  readonly onUndo: () => void;
  /** Takes back what was said before this visit; without it nobody can. */
  readonly onTakeBack?: (id: string) => void;
}

/** One report: its words in their paragraph, what was coded from them, and what can be done. */
export function Item(props: Props) {
  const { item, blind, place, mode } = props;
  const coding = judgedCoding(item, blind);
  return (
    <article className="review-item" aria-label={`Report ${place.at} of ${place.of}`}>
      <header>
        <p className="small muted number">
          {place.at} of the {place.of} at hand, {place.left} of them to judge
        </p>
        <SourceLine source={item.source} />
        <h2>
          <EvidenceLink source={item.source} spans={item.report.evidence}>
            {item.source.title ?? "Untitled document"}
          </EvidenceLink>
        </h2>
      </header>
      <Passage report={coding.report} passage={item.passage} />
      <section className="review-coding" aria-label="What was coded">
        {mode === "correct" ? (
          <CodingForm
            coded={codedAs(coding)}
            label="Save the correction"
            busy={props.busy}
            error={props.error?.message}
            onSave={(correction, note) => props.onAct({ kind: "correct", correction, ...(note && { note }) })}
            onCancel={() => props.onMode("look")}
          />
        ) : (
          <Look {...props} coding={coding} />
        )}
      </section>
    </article>
  );
}

function Look(props: Props & { coding: CodingOf }) {
  const { item, coding, blind, done, mode, error, taken } = props;
  const { review, incident, alternatives, priority } = item;
  return (
    <>
      {done.map((one) => (
        <p key={one.id} className="review-done">
          You {deedOf(one)}.
        </p>
      ))}
      {review && !blind && (
        <p>
          <ReviewTag state={review.state} rejected={review.verdict === "rejected"} />{" "}
          {review.orphaned && <span className="muted">The coder, as it is now, has no such report.</span>}
        </p>
      )}
      <Coding coding={coding} machine={blind ? undefined : review?.machine} />
      <Chain attribution={coding.report.attribution} />
      <p className="small muted">
        <Term name="confidence" /> <Confidence value={coding.report.confidence} /> · <Term name="rule" />{" "}
        <code>{coding.report.rule}</code>
        {priority && <> · weighs {priority.value.toFixed(2)}</>}
      </p>
      {alternatives.length > 0 && (
        <p className="small">
          Or else:{" "}
          {alternatives.map(({ type, confidence }, at) => (
            <span key={type}>
              {at > 0 && ", "}
              {TYPE_WORDS[type].toLowerCase()} <Confidence value={confidence} />
            </span>
          ))}
        </p>
      )}
      {incident && (
        <p className="small">
          <Link to="/incidents/$id" params={{ id: incident.id }}>
            The incident
          </Link>
          : {counted(incident.documents, "document")}, {counted(incident.families, "independent source")}
        </p>
      )}
      {review && !blind && <ReviewHistory review={review} {...(props.onTakeBack && { onUndo: props.onTakeBack })} />}
      {error && <Refused error={error} taken={taken} onSecond={props.onSecond} />}
      {mode === "comment" ? <CommentForm {...props} /> : <Actions {...props} />}
    </>
  );
}

function Refused({ error, taken, onSecond }: { error: Error; taken: boolean; onSecond: () => void }) {
  return (
    <div className="review-refused" role="alert">
      <p>{error.message}</p>
      {taken ? (
        <button type="button" onClick={onSecond}>
          Judge it too, as a second reviewer <kbd>s</kbd>
        </button>
      ) : (
        error instanceof ApiError && (
          <p>
            <Remedy of={error} />
          </p>
        )
      )}
    </div>
  );
}

function Actions({ busy, onAct, onMode, onStep, onUndo }: Props) {
  return (
    <p className="actions review-actions">
      <button type="button" className="main" disabled={busy} onClick={() => onAct({ kind: "accept" })}>
        Accept <kbd>a</kbd>
      </button>
      <button type="button" disabled={busy} onClick={() => onMode("correct")}>
        Correct <kbd>e</kbd>
      </button>
      <button type="button" disabled={busy} onClick={() => onAct({ kind: "reject" })}>
        Reject <kbd>r</kbd>
      </button>
      <button type="button" disabled={busy} onClick={() => onMode("comment")}>
        Comment <kbd>c</kbd>
      </button>
      <button type="button" disabled={busy} onClick={onUndo}>
        Undo <kbd>u</kbd>
      </button>
      <button type="button" onClick={() => onStep(-1)}>
        Back <kbd>k</kbd>
      </button>
      <button type="button" onClick={() => onStep(1)}>
        Next <kbd>j</kbd>
      </button>
    </p>
  );
}

function CommentForm({ busy, onAct, onMode }: Props) {
  const [note, setNote] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() !== "") onAct({ kind: "comment", note: note.trim() });
  };
  return (
    <form className="comment-form" onSubmit={submit}>
      <label>
        Comment
        <textarea
          ref={field}
          rows={3}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") onMode("look");
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      <p className="actions">
        <button type="submit" className="main" disabled={busy || note.trim() === ""}>
          Save <kbd>Ctrl ↵</kbd>
        </button>
        <button type="button" onClick={() => onMode("look")}>
          Cancel <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}
