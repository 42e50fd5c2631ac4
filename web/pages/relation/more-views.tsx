import { lazy, Suspense } from "react";
import type { RelationView } from "../../../src/schema/index.ts";
import { Disclosed } from "../../parts/disclosed.tsx";
import { Waiting } from "../../parts/load.tsx";
import { WhenNear } from "../../parts/when-near.tsx";

const Where = lazy(() => import("./where-when.tsx").then(({ Where: component }) => ({ default: component })));
const When = lazy(() => import("./where-when.tsx").then(({ When: component }) => ({ default: component })));

/** The incidents in the calendar, drawn when asked for. */
export function Days({ view }: { view: RelationView }) {
  return (
    <div className="more-views">
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

/** The incidents on the map, drawn when the reader comes near it. */
export function Places({ view }: { view: RelationView }) {
  return (
    <WhenNear>
      {() => (
        <Suspense fallback={<div className="figure-room" />}>
          <Where view={view} />
        </Suspense>
      )}
    </WhenNear>
  );
}
