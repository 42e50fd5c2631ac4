import { lazy, Suspense } from "react";
import type { RelationView } from "../../../src/schema/index.ts";

const Timeline = lazy(() => import("./timeline.tsx").then(({ Timeline: component }) => ({ default: component })));

/** The timeline, with room kept for it while its code comes. */
export function TimelineSection({ view }: { view: RelationView }) {
  return (
    <section className="timeline-section" aria-label="Timeline">
      <Suspense fallback={<div className="figure-room" />}>
        <Timeline view={view} />
      </Suspense>
    </section>
  );
}
