import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { RelationView } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import type { PeriodLength } from "../../app/search.ts";
import { Load, Waiting } from "../../parts/load.tsx";
import { Coverage } from "./coverage.tsx";
import { MeasureSwitches } from "./measure-switches.tsx";
import { Verdict } from "./verdict.tsx";

const route = getRouteApi("/relations/$dyad");

const MeasureFigures = lazy(() =>
  import("./measure-figures.tsx").then(({ MeasureFigures: component }) => ({ default: component })),
);

const LONG = 36;

/** Months for up to three years, quarters beyond. */
function defaultLength(period: RelationView["period"]): PeriodLength {
  if (period === undefined) return "month";
  const [from, to] = [period.from, period.to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return to - from < LONG ? "month" : "quarter";
}

/** Whether the two moved closer, in what, and how sure that is; under one counting rule, which can be switched. */
export function Measures({ view, whole }: { view: RelationView; whole: RelationView }) {
  const { from, to, rule, kind, sources, length = defaultLength(view.period) } = route.useSearch();
  const [a, b] = view.dyad;
  const question = { a, b, from, to, rule, kind, sources, length };
  const query = useQuery({ ...queries.measures(question), placeholderData: (before) => before });
  return (
    <section className="measures" aria-busy={query.isPlaceholderData}>
      <h2>Did they move closer?</h2>
      <MeasureSwitches length={length} leftOut={query.data?.leftOut ?? {}} />
      <Load query={query}>
        {(measures) => (
          <>
            <Verdict verdict={measures.verdict} incidents={whole.incidents} />
            <Coverage measures={measures} />
            <Suspense fallback={<Waiting what="Drawing" />}>
              <MeasureFigures measures={measures} incidents={whole.incidents} />
            </Suspense>
          </>
        )}
      </Load>
    </section>
  );
}
