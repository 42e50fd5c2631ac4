import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { Span } from "../../src/schema/index.ts";
import { edgeFrom, lineFrom, rangeOf, sentenceFrom, wordsOf } from "./word-steps.ts";

interface Props {
  /** The text that the box shows, and nothing else. */
  readonly text: string;
  readonly boxOf: () => HTMLElement | null;
  /** Where the reader was sent to: there it begins. */
  readonly start: number;
  /** What Enter does with the words, in words. */
  readonly does: string;
  /** Takes the words that are selected. */
  readonly onTake: (span: Span) => void;
}

/** Selects words of a text by the keyboard alone: each word that is reached is told, each further one with it. */
export function WordMode({ text, boxOf, start, does, onTake }: Props) {
  const [on, setOn] = useState(false);
  const [told, setTold] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const hint = useId();
  const words = useMemo(() => wordsOf(text), [text]);
  const ends = useRef<readonly [number, number]>([0, 0]);
  const take = useRef(onTake);
  take.current = onTake;
  const find = useRef(boxOf);
  find.current = boxOf;
  useEffect(() => {
    const box = find.current();
    if (!on || !box || words.length === 0) return;
    const show = (anchor: number, at: number) => {
      ends.current = [anchor, at];
      const span: Span = [words[Math.min(anchor, at)][0], words[Math.max(anchor, at)][1]];
      select(box, span);
      bringIntoView(box, words[at]);
      setTold(anchor === at ? text.slice(...span) : `${Math.abs(at - anchor) + 1} words: ${text.slice(...span)}`);
    };
    const leave = () => {
      setOn(false);
      button.current?.focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.metaKey) return;
      const [anchor, at] = ends.current;
      const to = targetOf(event, { text, box, words, at });
      if (to === undefined && event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      if (to !== undefined) show(event.shiftKey ? anchor : to, to);
      else {
        leave();
        if (event.key === "Enter") take.current([words[Math.min(anchor, at)][0], words[Math.max(anchor, at)][1]]);
        else document.getSelection()?.removeAllRanges();
      }
    };
    const release = dress(box, hint);
    box.addEventListener("keydown", onKeyDown);
    box.focus({ preventScroll: true });
    const first = Math.max(
      0,
      words.findIndex(([, end]) => end > start),
    );
    show(first, first);
    return () => {
      box.removeEventListener("keydown", onKeyDown);
      release();
    };
  }, [on, words, text, start, hint]);
  return (
    <div className="word-mode">
      <button ref={button} type="button" className="plain" aria-pressed={on} onClick={() => setOn(!on)}>
        Select words by key
      </button>
      <p id={hint} className={on ? "muted small" : "unseen"}>
        <kbd>←</kbd> <kbd>→</kbd> a word, <kbd>↑</kbd> <kbd>↓</kbd> a line, <kbd>Ctrl</kbd> with them a sentence;{" "}
        <kbd>⇧</kbd> takes more in, <kbd>Enter</kbd> {does}, <kbd>Esc</kbd> leaves.
      </p>
      <p role="status" className="unseen">
        {on && told}
      </p>
    </div>
  );
}

interface Place {
  readonly text: string;
  readonly box: Element;
  readonly words: readonly Span[];
  readonly at: number;
}

/** The word that a key leads to; undefined where it leads nowhere. */
function targetOf({ key, ctrlKey }: KeyboardEvent, { text, box, words, at }: Place): number | undefined {
  const last = words.length - 1;
  const by = key === "ArrowLeft" || key === "ArrowUp" || key === "Home" ? -1 : 1;
  if (key === "Home" || key === "End") return ctrlKey ? (by < 0 ? 0 : last) : edgeFrom(text, words, at, by);
  if (!/^Arrow(Left|Right|Up|Down)$/.test(key)) return undefined;
  if (ctrlKey) return sentenceFrom(text, words, at, by);
  if (key === "ArrowUp" || key === "ArrowDown") return lineFrom(box, words, at, by);
  return Math.max(0, Math.min(last, at + by));
}

function select(box: Element, span: Span): void {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(rangeOf(box, span));
}

/** Some lines of a box that scrolls by itself. */
const LINES = 48;

function scrollWithin(box: Element, word: Span): void {
  if (box.scrollHeight <= box.clientHeight) return;
  const [{ top, bottom }, frame] = [rangeOf(box, word).getBoundingClientRect(), box.getBoundingClientRect()];
  if (top < frame.top + LINES) box.scrollTop += top - frame.top - LINES;
  else if (bottom > frame.bottom - LINES) box.scrollTop += bottom - frame.bottom + LINES;
}

const MARGIN = 140;

function bringIntoView(box: Element, word: Span): void {
  scrollWithin(box, word);
  const { top, bottom } = rangeOf(box, word).getBoundingClientRect();
  if (top < MARGIN) window.scrollBy(0, top - MARGIN);
  else if (bottom > window.innerHeight - MARGIN) window.scrollBy(0, bottom - window.innerHeight + MARGIN);
}

/** The text as what takes keys of its own, for as long as words are selected; gives back the way to undo it. */
function dress(box: HTMLElement, hint: string): () => void {
  const attributes = {
    tabindex: "-1",
    role: "application",
    "aria-label": "Words of the document",
    "aria-describedby": hint,
  };
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
  return () => {
    for (const name of Object.keys(attributes)) box.removeAttribute(name);
  };
}
