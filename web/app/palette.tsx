import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { queries } from "../api/queries.ts";
import { type Destination, destinationsFor } from "./destinations.ts";
import { useFound } from "./found.ts";

const LIST = "palette-list";

/** Everything reachable by typing a few letters: Ctrl-K. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="palette" aria-label="Go to" onClose={onClose}>
      {open && <Chooser onClose={onClose} />}
    </dialog>
  );
}

function Chooser({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = useDestinations(typed);
  const navigate = useNavigate();
  const go = (destination: Destination | undefined) => {
    if (destination === undefined) return;
    onClose();
    void navigate({ to: destination.href });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setAt((at + step + found.length) % found.length);
    else if (event.key === "Enter") go(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in
        autoFocus
        role="combobox"
        aria-label="Go to"
        aria-expanded="true"
        aria-controls={LIST}
        aria-activedescendant={found[at] && `${LIST}-${at}`}
        placeholder="A page, two states, an incident …"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Found found={found} at={at} onGo={go} />
      <p className="keys muted small">
        <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>↵</kbd> go <kbd>Esc</kbd> close
      </p>
    </>
  );
}

function useDestinations(typed: string): Destination[] {
  const overview = useQuery(queries.overview());
  const states = useQuery(queries.states());
  const found = useFound(typed);
  return useMemo(
    () => [...destinationsFor(typed, { overview: overview.data, states: states.data ?? [] }), ...found],
    [typed, overview.data, states.data, found],
  );
}

function Found({ found, at, onGo }: { found: readonly Destination[]; at: number; onGo: (to: Destination) => void }) {
  if (found.length === 0)
    return <p className="muted nothing">Nothing fits. Two states go by name or code: “chn usa”.</p>;
  return (
    <div id={LIST} role="listbox" aria-label="Destinations">
      {found.map((destination, order) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
        <div
          key={destination.key}
          id={`${LIST}-${order}`}
          role="option"
          tabIndex={-1}
          aria-selected={order === at}
          onClick={() => onGo(destination)}
        >
          <span>{destination.label}</span> <span className="muted small">{destination.hint}</span>
        </div>
      ))}
    </div>
  );
}
