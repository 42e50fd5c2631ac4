import { useEffect, useRef } from "react";

/** The keys of the queue, as they are shown. */
export const REVIEW_KEYS = [
  ["j", "next report"],
  ["k", "previous report"],
  ["a", "accept, and on to the next"],
  ["r", "reject"],
  ["e", "correct"],
  ["c", "comment"],
  ["u", "take back what you did last"],
  ["s", "judge it as a second reviewer, where somebody was first"],
  ["o", "open the document"],
  ["?", "show or hide these keys"],
] as const;

export type ReviewKey = (typeof REVIEW_KEYS)[number][0];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], dialog") !== null;

/** Listens to the queue's keys before those of every page, except where somebody types. */
export function useReviewKeys(actions: Readonly<Record<ReviewKey, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (!Object.hasOwn(latest.current, event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current[event.key as ReviewKey]();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
