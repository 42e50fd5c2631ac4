import { useEffect } from "react";

/** The keys of every page, for the help page too. */
export const KEYS = [
  ["Ctrl K, /", "go to a page, a relation, an incident"],
  ["j, k", "next and previous entry of a list"],
  ["Enter", "open it"],
  ["e, n, Del, u", "on a sentence of a brief: rewrite, note, drop, undo"],
  ["Alt ↑, Alt ↓", "on a sentence of a brief: move it"],
  ["Alt ⇧ ↑, Alt ⇧ ↓", "on a sentence of a brief: move its section"],
  [
    "←, →, ↑, ↓",
    "on a document, after “Select words by key”: to another word or line, with Ctrl another sentence, with ⇧ take it in; Enter adds an event",
  ],
  ["?", "this help"],
] as const;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], dialog") !== null;

/** Moves the focus to the next or previous entry of the page's lists. */
function step(by: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>("main [data-step]")];
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (by > 0 ? 0 : entries.length - 1) : at + by;
  entries[next]?.focus();
}

interface Actions {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** Listens to the keys that work everywhere, except where somebody types. */
export function useKeys({ onPalette, onHelp }: Actions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event, { onPalette, onHelp });
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onPalette, onHelp]);
}

function actionOf(event: KeyboardEvent, { onPalette, onHelp }: Actions): (() => void) | undefined {
  if ((event.ctrlKey || event.metaKey) && event.key === "k") return onPalette;
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return undefined;
  const plain = new Map([
    ["/", onPalette],
    ["?", onHelp],
    ["j", () => step(1)],
    ["k", () => step(-1)],
  ]);
  return plain.get(event.key);
}
