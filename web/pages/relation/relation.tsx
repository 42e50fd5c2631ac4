import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { RelationView } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { GlyphKey } from "../../parts/glyph.tsx";
import { Empty, Load } from "../../parts/load.tsx";
import { State } from "../../parts/state.tsx";
import { Incidents } from "./incidents.tsx";
import { Measures } from "./measures.tsx";
import { MonthTable } from "./month-table.tsx";
import { MoreViews } from "./more-views.tsx";
import { PeriodPicker } from "./period-picker.tsx";
import { QuotationList } from "./quotation-list.tsx";
import { TimelineSection } from "./timeline-section.tsx";

/** Incidents and quotations that a page lists; all are counted. */
const LISTED = 500;

const route = getRouteApi("/relations/$dyad");

/** `/relations/CHN-RUS?from&to`: what is known of a dyad, each mark with its evidence. */
export function RelationPage() {
  const { dyad } = route.useParams();
  const { from, to } = route.useSearch();
  const [a = "", b = ""] = dyad.split("-");
  const query = useQuery({ ...queries.relation({ a, b, from, to, limit: LISTED }), placeholderData: ofSameDyad(a, b) });
  const whole = useQuery(queries.relation({ a, b, limit: LISTED }));
  return (
    <div aria-busy={query.isPlaceholderData}>
      <title>{`${dyad} · Entente`}</title>
      <Load query={query}>{(view) => <Relation view={view} whole={whole.data ?? view} />}</Load>
    </div>
  );
}

/** While another period of the same dyad is fetched, what was there stays in view. */
const ofSameDyad = (a: string, b: string) => (before: RelationView | undefined) =>
  before?.dyad.includes(a) && before.dyad.includes(b) ? before : undefined;

function Relation({ view, whole }: { view: RelationView; whole: RelationView }) {
  const { from, to } = route.useSearch();
  return (
    <div className="relation">
      <header className="head">
        <p className="dyad-names">
          <State code={view.dyad[0]} /> <span className="and">and</span> <State code={view.dyad[1]} />
        </p>
        <h1>{view.headline}</h1>
        {view.incidents.length > 0 && (
          <p>
            <Link to="/relations/$dyad/brief" params={{ dyad: view.dyad.join("-") }} search={{ from, to }}>
              The brief of this period
            </Link>
          </p>
        )}
        <PeriodPicker key={`${from} ${to}`} whole={whole} shown={view.period} />
      </header>
      {view.incidents.length === 0 && view.quotations.length === 0 ? (
        <Nothing whole={whole} />
      ) : (
        <Findings view={view} whole={whole} />
      )}
    </div>
  );
}

function Findings({ view, whole }: { view: RelationView; whole: RelationView }) {
  return (
    <>
      {view.months.length > 0 && (
        <>
          <TimelineSection view={view} />
          <MonthTable view={view} />
          <MoreViews view={view} />
          <Measures view={view} whole={whole} />
        </>
      )}
      <div className="columns">
        <section className="incident-section">
          <h2 id="incidents">Incidents</h2>
          <GlyphKey />
          {view.moreIncidents !== undefined && (
            <p className="muted">
              The newest {view.incidents.length}; {view.moreIncidents} earlier ones are counted above. A shorter period
              lists them.
            </p>
          )}
          <Incidents incidents={view.incidents} months={view.months} />
        </section>
        <section className="quotation-section">
          <h2>In their words</h2>
          <QuotationList quotations={view.quotations} />
        </section>
      </div>
    </>
  );
}

const Nothing = ({ whole }: { whole: RelationView }) => (
  <Empty title="Nothing in this period">
    {whole.incidents.length > 0
      ? `The ledger holds ${whole.incidents.length} incidents of these two outside of it.`
      : "No document that was read tells of these two. That nothing is known does not mean that nothing happened."}
  </Empty>
);
