import { useEffect, useRef } from "react";
import type { Brief } from "../../../src/schema/index.ts";

const sentences = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".sentence")];

/** Before a sentence goes, the focus goes to the next one. */
export function focusNeighbour(id: string): void {
  const all = sentences();
  const at = all.findIndex((one) => one.closest("[data-statement]")?.getAttribute("data-statement") === id);
  (all[at + 1] ?? all[at - 1])?.focus();
}

/** What is moved in the page loses the focus; it is given back. */
export function useFocusKept(brief: Brief, chosen: string | undefined, moved: string | undefined): void {
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
