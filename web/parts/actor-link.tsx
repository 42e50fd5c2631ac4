import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** A name that leads to whoever bears it; the name alone where the tables don't know them. */
export function ActorLink({ id, children }: { id?: string; children: ReactNode }) {
  if (id === undefined) return children;
  return (
    <Link to="/actors/$id" params={{ id }} className="actor">
      {children}
    </Link>
  );
}
