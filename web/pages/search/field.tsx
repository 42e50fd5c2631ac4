import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

const route = getRouteApi("/search");
const PAUSE = 350;

/** The field for the words; what is typed goes into the address after a pause, or at once by Enter. */
export function Field() {
  const { q = "" } = route.useSearch();
  const [typed, setTyped] = useState(q);
  const [last, setLast] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const ask = useAsk();
  if (last !== q) {
    setLast(q);
    if (q !== typed.trim()) setTyped(q);
  }
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => ask(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, q, ask]);
  useSlash(() => field.current?.select());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    document.querySelector<HTMLElement>(".hits [data-step]")?.focus();
  };
  return (
    <search>
      <form
        className="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
      >
        <label className="unseen" htmlFor="search-words">
          Search the ledger
        </label>
        <input
          id="search-words"
          ref={field}
          type="search"
          className="search-field"
          placeholder="Words, “a phrase”, -without"
          maxLength={500}
          // biome-ignore lint/a11y/noAutofocus: whoever opens the search wants to type
          autoFocus={q === ""}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
        />
        <button type="submit" className="main">
          Search
        </button>
      </form>
    </search>
  );
}

function useAsk(): (words: string) => void {
  const navigate = useNavigate({ from: "/search" });
  return useStable((words: string) => {
    const q = words.trim() === "" ? undefined : words.trim();
    void navigate({ search: (before) => ({ ...before, q, page: undefined }), replace: true, resetScroll: false });
  });
}

/** The same function at every turn, so that a timer is not set anew by it. */
function useStable<A>(work: (argument: A) => void): (argument: A) => void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  const [stable] = useState(() => (argument: A) => latest.current(argument));
  return stable;
}

/** On this page the key / leads to the field, not to the palette. */
function useSlash(onSlash: () => void): void {
  const go = useStable<void>(onSlash);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog");
      if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      go();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [go]);
}
