import { type RefObject, useId, useSyncExternalStore } from "react";

const KEY = "entente.reviewer";
const listeners = new Set<() => void>();

const storedName = (): string => localStorage.getItem(KEY) ?? "";

function setName(name: string): void {
  localStorage.setItem(KEY, name);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The name under which this browser reviews; empty until somebody says it. */
export const useReviewer = (): string => useSyncExternalStore(listen, storedName).trim();

/** Who reviews; the name stays in this browser. */
export function ReviewerName({ field }: { field?: RefObject<HTMLInputElement | null> }) {
  const name = useSyncExternalStore(listen, storedName);
  const id = useId();
  return (
    <p className="reviewer-name">
      <label htmlFor={id}>Reviewer</label>
      <input
        id={id}
        ref={field}
        value={name}
        maxLength={80}
        autoComplete="name"
        placeholder="Your name"
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
    </p>
  );
}
