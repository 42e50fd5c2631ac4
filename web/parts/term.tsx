import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { type TermName, termOf } from "./terms.ts";

/** A word that explains itself when asked. */
export function Term({ name, children }: { name: TermName; children?: ReactNode }) {
  const id = useId();
  const term = termOf(name);
  return (
    <>
      <button
        type="button"
        className="term"
        popoverTarget={id}
        aria-label={`${textOf(children, term.name)}: what is it?`}
      >
        {children ?? term.name}
      </button>
      <span popover="auto" id={id} className="explanation">
        <strong>{term.name}</strong>
        <span>{term.text}</span>
        {term.formula && <span className="formula">{term.formula}</span>}
        <Link to="/help" hash={name}>
          All words and formulas
        </Link>
      </span>
    </>
  );
}

const textOf = (children: ReactNode, name: string): string => (typeof children === "string" ? children : name);
