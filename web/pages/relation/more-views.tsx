import { lazy, Suspense } from "react";
import type { RelationView } from "../../../src/schema/index.ts";
import { Disclosed } from "../../parts/disclosed.tsx";
import { Waiting } from "../../parts/load.tsx";

const Where = lazy(() => import("./where-when.tsx").then(({ Where: component }) => ({ default: component })));
const When = lazy(() => import("./where-when.tsx").then(({ When: component }) => ({ default: component })));

/** The same incidents on the map and in the calendar, drawn when asked for. */
export function MoreViews({ view }: { view: RelationView }) {
  return (
    <div className="more-views">
      <Disclosed title="On the map">
        {() => (
          <Suspense fallback={<Waiting what="Drawing" />}>
            <Where view={view} />
          </Suspense>
        )}
      </Disclosed>
      <Disclosed title="Day by day">
        {() => (
          <Suspense fallback={<Waiting what="Drawing" />}>
            <When view={view} />
          </Suspense>
        )}
      </Disclosed>
    </div>
  );
}
