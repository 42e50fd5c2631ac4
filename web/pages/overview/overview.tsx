import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Overview } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { GlyphKey } from "../../parts/glyph.tsx";
import { IncidentList } from "../../parts/incident-list.tsx";
import { Load } from "../../parts/load.tsx";
import { Term } from "../../parts/term.tsx";
import { counted } from "../../parts/words.ts";
import { DyadTable } from "./dyad-table.tsx";
import { FirstRun } from "./first-run.tsx";
import { IntakeState } from "./intake-state.tsx";
import { OpenRelation } from "./open-relation.tsx";

const World = lazy(() => import("./world.tsx").then(({ World: component }) => ({ default: component })));

/** `/`: what the ledger holds, which relations, what is new. */
export function OverviewPage() {
  const query = useQuery(queries.overview());
  return (
    <>
      <title>Entente</title>
      <Load query={query}>
        {(overview) => (overview.documents === 0 ? <FirstRun /> : <Holdings overview={overview} />)}
      </Load>
    </>
  );
}

function Holdings({ overview }: { overview: Overview }) {
  return (
    <div className="overview">
      <header className="head">
        <h1>
          {counted(overview.incidents, "incident")}, {counted(overview.dyads.length, "pair")} of states
        </h1>
        <Counts overview={overview} />
        <IntakeState />
      </header>
      <section className="relations">
        <h2>Relations</h2>
        <DyadTable dyads={overview.dyads} />
        <OpenRelation />
      </section>
      <section className="newest">
        {overview.places.length > 0 && (
          <Suspense fallback={<div className="figure-room" />}>
            <World places={overview.places} />
          </Suspense>
        )}
        <h2>Newest incidents</h2>
        <GlyphKey />
        <IncidentList incidents={overview.newest} />
      </section>
    </div>
  );
}

function Counts({ overview }: { overview: Overview }) {
  const { documents, reports, quotations, notCoded } = overview;
  return (
    <p className="lead">
      From {counted(documents, "document")}, which told them in <Term name="report">{counted(reports, "report")}</Term>{" "}
      and {counted(quotations, "quotation")}.
      {notCoded > 0 && ` ${counted(notCoded, "document")} in other languages than English are kept and not coded.`}
    </p>
  );
}
