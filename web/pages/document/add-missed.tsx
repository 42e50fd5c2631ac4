import { useEffect, useRef, useState } from "react";
import type { Correction, Document, EventType, Span } from "../../../src/schema/index.ts";
import { useReview } from "../../api/reviews.ts";
import { CodingForm } from "../../parts/coding-form.tsx";
import { ReviewerName, useReviewer } from "../../parts/reviewer.tsx";
import { WordMode } from "../../parts/word-mode.tsx";
import { useSelectedSpan } from "./selection.ts";

/** Offers to add the event that selected words tell of and the coder missed; `start` is where words are selected by key from. */
export function AddMissed({ document, start }: { document: Document; start: number }) {
  const selected = useSelectedSpan(document.text);
  const [spans, setSpans] = useState<readonly Span[]>([]);
  const [told, setTold] = useState<string>();
  const wordsOf = ([start, end]: Span): string => document.text.slice(start, end);
  const known = (span: Span): boolean => spans.some((each) => each.join() === span.join());
  const isNew = selected && !known(selected);
  return (
    <>
      <p role="status" className="added-told">
        {told}
      </p>
      <WordMode
        text={document.text}
        boxOf={() => globalThis.document.querySelector<HTMLElement>(".document-text")}
        start={start}
        does="adds an event they tell of"
        onTake={(span) => {
          if (!known(span)) setSpans([...spans, span]);
        }}
      />
      {isNew && (
        <div className="selection-bar">
          <q className="serif">{wordsOf(selected)}</q>
          <button type="button" className="main" onClick={() => setSpans([...spans, selected])}>
            {spans.length === 0 ? "Add an event the coder missed" : "Add these words as evidence too"}
          </button>
        </div>
      )}
      {spans.length > 0 && (
        <AddForm
          document={document}
          spans={spans}
          onLeave={() => setSpans([])}
          onAdded={() => {
            setSpans([]);
            setTold("The event was added. It stands among the reports, and in its incident.");
          }}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly document: Document;
  readonly spans: readonly Span[];
  readonly onLeave: () => void;
  readonly onAdded: () => void;
}

const isWhole = (coding: Correction): coding is Correction & { type: EventType; actors: string[] } =>
  coding.type !== undefined && coding.actors !== undefined;

function AddForm({ document, spans, onLeave, onAdded }: FormProps) {
  const reviewer = useReviewer();
  const review = useReview();
  const [refused, setRefused] = useState<string>();
  const name = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLElement>(null);
  useEffect(() => form.current?.focus({ preventScroll: spans.length > 1 }), [spans.length]);
  const save = (coding: Correction, note: string | undefined) => {
    if (reviewer === "") {
      setRefused("Say who adds it.");
      name.current?.focus();
      return;
    }
    if (!isWhole(coding)) return;
    const act = { kind: "add" as const, document: document.id, spans: [...spans], coding, reviewer };
    review.mutate({ ...act, ...(note && { note }) }, { onSuccess: onAdded });
  };
  return (
    <section ref={form} tabIndex={-1} className="add-form" aria-label="An event the coder missed">
      <h2>An event the coder missed</h2>
      {spans.map(([start, end]) => (
        <blockquote key={start} className="serif">
          {document.text.slice(start, end)}
        </blockquote>
      ))}
      <p className="muted small">Select more words above to add them as evidence.</p>
      <ReviewerName field={name} />
      <CodingForm
        coded={{}}
        label="Add the event"
        busy={review.isPending}
        error={review.error?.message ?? refused}
        onSave={save}
        onCancel={onLeave}
      />
    </section>
  );
}
