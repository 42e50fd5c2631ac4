import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { DyadMeasures, IncidentSummary } from "../../../src/schema/index.ts";
import { ApiError } from "../../api/client.ts";
import { Disclosed } from "../../parts/disclosed.tsx";
import { Empty, Load, Waiting } from "../../parts/load.tsx";
import { Remedy } from "../../parts/remedy.tsx";
import { Coverage } from "./coverage.tsx";
import { Section } from "./sections.tsx";
import { ThirdTable } from "./third-table.tsx";
import { Verdict } from "./verdict.tsx";

const IndexFigures = lazy(() =>
  import("./measure-figures.tsx").then(({ IndexFigures: component }) => ({ default: component })),
);
const DepthFigure = lazy(() =>
  import("./measure-figures.tsx").then(({ DepthFigure: component }) => ({ default: component })),
);
const Directed = lazy(() => import("./directed.tsx").then(({ Directed: component }) => ({ default: component })));
const ThirdDetails = lazy(() =>
  import("./third-states.tsx").then(({ ThirdDetails: component }) => ({ default: component })),
);

interface VerdictProps {
  readonly query: UseQueryResult<DyadMeasures>;
  readonly headline: string;
  /** Whether the halves of all that was read are held against each other. */
  readonly halves: boolean;
}

/** What is known of two, though nothing of it can be measured. */
function Unmeasured({ error, headline }: { error: ApiError; headline: string }) {
  return (
    <Empty title="No date to measure by">
      <p className="known">{headline}</p>
      <p>{error.message}</p>
      <p>
        <Remedy of={error} />
      </p>
    </Empty>
  );
}

/** The answer to the page's question, with its reasons and what it rests on. */
export function VerdictPart({ query, headline, halves }: VerdictProps) {
  if (query.error instanceof ApiError && query.error.code === "measure.undated")
    return (
      <Section name="verdict" title="The verdict">
        <Unmeasured error={query.error} headline={headline} />
      </Section>
    );
  return (
    <Section name="verdict" title="The verdict">
      <Load query={query}>
        {(measures) => (
          <>
            <Verdict measures={measures} halves={halves} />
            <p className="known">{headline}</p>
            <Coverage measures={measures} />
          </>
        )}
      </Load>
    </Section>
  );
}

const drawing = <div className="figure-room" />;

/** The index over time; on demand what each does to the other. */
export function Index({ measures }: { measures: DyadMeasures }) {
  return (
    <Section name="index" title="Alignment over time">
      <Suspense fallback={drawing}>
        <IndexFigures measures={measures} />
      </Suspense>
      <Disclosed title="Who does more for whom">
        {() => (
          <Suspense fallback={<Waiting what="Drawing" />}>
            <Directed measures={measures} />
          </Suspense>
        )}
      </Disclosed>
    </Section>
  );
}

/** How deep the cooperation goes, by domain. */
export function Depth({ measures }: { measures: DyadMeasures }) {
  return (
    <Section name="depth" title="How deep it goes">
      <Suspense fallback={drawing}>
        <DepthFigure measures={measures} />
      </Suspense>
    </Section>
  );
}

interface ThirdProps {
  readonly measures: DyadMeasures;
  readonly incidents: readonly IncidentSummary[];
}

/** The two towards others: what they do against them together, and whether they move alike. */
export function Third({ measures, incidents }: ThirdProps) {
  return (
    <Section name="third" title="Towards others">
      {measures.thirdStates.length === 0 ? (
        <p className="muted">Towards no third state do both act, as far as it was read.</p>
      ) : (
        <div className="third-states">
          <ThirdTable measures={measures} />
          <Suspense fallback={<Waiting what="Drawing" />}>
            <ThirdDetails measures={measures} incidents={incidents} />
          </Suspense>
        </div>
      )}
    </Section>
  );
}
