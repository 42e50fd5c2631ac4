import { lazy, Suspense } from "react";
import type { DateInterval, RelationView } from "../../../src/schema/index.ts";

const Timeline = lazy(() => import("./timeline.tsx").then(({ Timeline: component }) => ({ default: component })));

/** The timeline, with room kept for it while its code comes. */
export function TimelineSection({ view, read }: { view: RelationView; read?: DateInterval }) {
  return (
    <Suspense fallback={<div className="figure-room" />}>
      <Timeline view={view} read={read} />
    </Suspense>
  );
}
