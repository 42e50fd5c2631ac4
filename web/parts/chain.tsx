import type { Attribution } from "../../src/schema/index.ts";
import { Term } from "./term.tsx";

/** How the document knows: the publisher first, then whom it cites. */
export function Chain({ attribution }: { attribution: readonly Attribution[] }) {
  if (attribution.length === 0) return null;
  return (
    <p className="chain small">
      <Term name="attribution">According to</Term>{" "}
      {attribution.map(({ kind, name }, at) => (
        <span key={`${kind} ${name}`}>
          {at > 0 && <span className="muted"> citing </span>}
          {name || "an unnamed publisher"}
        </span>
      ))}
    </p>
  );
}
