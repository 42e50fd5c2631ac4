import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { DyadMeasures, RelationView } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import type { PeriodLength } from "../../app/search.ts";
import { DisputedNotes } from "../../parts/disputed.tsx";
import { GlyphKey } from "../../parts/glyph.tsx";
import { Empty, Load } from "../../parts/load.tsx";
import { State } from "../../parts/state.tsx";
import { Accounts } from "./accounts.tsx";
import { Incidents } from "./incidents.tsx";
import { MeasureSwitches } from "./measure-switches.tsx";
import { Depth, Index, Third, VerdictPart } from "./measured.tsx";
import { MonthTable } from "./month-table.tsx";
import { Days, Places } from "./more-views.tsx";
import { lengthFor } from "./period-length.ts";
import { PeriodPicker } from "./period-picker.tsx";
import { QuotationList } from "./quotation-list.tsx";
import { Reporting } from "./reporting.tsx";
import { Section, SectionNav } from "./sections.tsx";
import { TimelineSection } from "./timeline-section.tsx";

/** Incidents that the figures draw one by one, and quotations at hand; all are counted. */
const LISTED = 500;

const route = getRouteApi("/relations/$dyad");

/** `/relations/CHN-RUS?from&to`: whether the two moved closer, and all that is known of them, each mark with its evidence. */
export function RelationPage() {
  const { dyad } = route.useParams();
  const { from, to, rule, sources, length } = route.useSearch();
  const [a = "", b = ""] = dyad.split("-");
  const whole = useQuery(queries.relation({ a, b, limit: LISTED }));
  const measured = sources === "fixed" ? (length ?? (whole.data && lengthFor(whole.data, { from, to }))) : undefined;
  const counting = { rule, sources, length: measured };
  const query = useQuery({
    ...queries.relation({ a, b, from, to, ...counting, limit: LISTED }),
    enabled: sources !== "fixed" || measured !== undefined || whole.isError,
    placeholderData: ofSameDyad(a, b),
  });
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
  const nothing = view.incidents.length === 0 && view.quotations.length === 0;
  return (
    <div className="relation">
      <header className="head">
        <p className="dyad-names">
          <State code={view.dyad[0]} /> <span className="and">and</span> <State code={view.dyad[1]} />
          {!nothing && (
            <Link to="/relations/$dyad/brief" params={{ dyad: view.dyad.join("-") }} search={{ from, to }}>
              The brief of this period
            </Link>
          )}
        </p>
        <h1>
          Did {view.names[0]} and {view.names[1]} move closer?
        </h1>
        <DisputedNotes codes={view.dyad} />
        <PeriodPicker key={`${from} ${to}`} whole={whole} shown={view.period} />
      </header>
      {nothing ? <Nothing whole={whole} /> : <Findings view={view} whole={whole} />}
    </div>
  );
}

function Findings({ view, whole }: { view: RelationView; whole: RelationView }) {
  const { from, to, rule, kind, sources, length = lengthFor(whole, { from, to }) } = route.useSearch();
  const [a, b] = view.dyad;
  const question = { a, b, from, to, rule, kind, sources, length };
  const measures = useQuery({ ...queries.measures(question), placeholderData: (before) => before });
  return (
    <div className="findings" aria-busy={measures.isPlaceholderData}>
      <MeasureSwitches length={length} leftOut={measures.data?.leftOut ?? {}} />
      <SectionNav />
      <VerdictPart query={measures} headline={view.headline} halves={from === undefined && to === undefined} />
      <Figures view={view} measures={measures} />
      <Lists view={view} measures={measures.data} length={length} />
    </div>
  );
}

function Figures({ view, measures }: { view: RelationView; measures: UseQueryResult<DyadMeasures> }) {
  const { data } = measures;
  const room = measures.isError ? null : <div className="figure-room" />;
  return (
    <>
      {data ? <Index measures={data} /> : room}
      {data ? <Depth measures={data} /> : room}
      {view.months.length > 0 && (
        <Section name="timeline" title="What happened, month by month">
          <TimelineSection view={view} read={data?.period} />
          <MonthTable view={view} />
          <Days view={view} />
        </Section>
      )}
      <Section name="map" title="Where it happened">
        <Places view={view} />
      </Section>
      {data && <Third measures={data} incidents={[...data.told, ...view.incidents]} />}
    </>
  );
}

interface ListProps {
  readonly view: RelationView;
  readonly measures?: DyadMeasures;
  readonly length: PeriodLength;
}

function Lists({ view, measures, length }: ListProps) {
  return (
    <>
      <Section name="incidents" title="Incidents">
        <GlyphKey />
        <Incidents dyad={view.dyad} length={length} />
      </Section>
      <Section name="accounts" title="Two sides of one meeting">
        <Accounts incidents={view.incidents} />
      </Section>
      <Section name="quotations" title="In their words">
        <QuotationList quotations={view.quotations} />
      </Section>
      {measures && <Reporting measures={measures} />}
    </>
  );
}

function Nothing({ whole }: { whole: RelationView }) {
  const { rule, sources } = route.useSearch();
  const known = whole.incidents.length + (whole.moreIncidents ?? 0);
  const counting = rule !== undefined || sources !== undefined ? ", or outside of what is counted" : "";
  return (
    <Empty title="Nothing in this period">
      {known > 0
        ? `The ledger holds ${known} incidents of these two outside of it${counting}.`
        : "No document that was read tells of these two. That nothing is known does not mean that nothing happened."}
    </Empty>
  );
}
