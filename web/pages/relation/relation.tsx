import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { DyadMeasures, RelationPage as RelationPageQuery, RelationView } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
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
  const whole = useQuery(queries.relation({ a, b, limit: 0 }));
  const measured = sources === "fixed" ? (length ?? (whole.data && lengthFor(whole.data, { from, to }))) : undefined;
  const question = { a, b, from, to, rule, sources, length: measured };
  const query = useQuery({
    ...queries.relation({ ...question, limit: 0 }),
    enabled: sources !== "fixed" || measured !== undefined || whole.isError,
    placeholderData: ofSameDyad(a, b),
  });
  return (
    <div aria-busy={query.isPlaceholderData}>
      <title>{`${dyad} · Entente`}</title>
      <Load query={query}>{(view) => <Relation view={view} whole={whole.data ?? view} question={question} />}</Load>
    </div>
  );
}

/** While another period of the same dyad is fetched, what was there stays in view. */
const ofSameDyad = (a: string, b: string) => (before: RelationView | undefined) =>
  before?.dyad.includes(a) && before.dyad.includes(b) ? before : undefined;

/** The incidents and quotations of a question, told; they come after what is only counted. */
const useListed = (question: RelationQuestion, enabled: boolean) =>
  useQuery({
    ...queries.relation({ ...question, limit: LISTED }),
    enabled,
    placeholderData: ofSameDyad(question.a, question.b),
  });

type RelationQuestion = Omit<RelationPageQuery, "limit">;

interface Props {
  /** What is counted of the period, with no incident told. */
  readonly view: RelationView;
  readonly whole: RelationView;
  readonly question: RelationQuestion;
}

const countIn = ({ incidents, moreIncidents = 0 }: RelationView): number => incidents.length + moreIncidents;

function Relation({ view, whole, question }: Props) {
  const { from, to } = route.useSearch();
  const counted = countIn(view) > 0;
  const listed = useListed(question, !counted);
  const nothing = !counted && !listed.data?.quotations.length;
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
      {!nothing && <Findings view={view} whole={whole} question={question} />}
      {nothing && <Load query={listed}>{() => <Nothing whole={whole} />}</Load>}
    </div>
  );
}

function Findings({ view, whole, question }: Props) {
  const { from, to, rule, kind, sources, length = lengthFor(whole, { from, to }) } = route.useSearch();
  const [a, b] = view.dyad;
  const measures = useQuery({
    ...queries.measures({ a, b, from, to, rule, kind, sources, length }),
    placeholderData: (before) => before,
  });
  const listed = useListed(question, !measures.isPending);
  return (
    <div className="findings" aria-busy={measures.isPlaceholderData}>
      <MeasureSwitches length={length} leftOut={measures.data?.leftOut ?? {}} />
      <SectionNav />
      <VerdictPart query={measures} headline={view.headline} halves={from === undefined && to === undefined} />
      <Figures view={view} listed={listed.data} measures={measures} />
      <Section name="incidents" title="Incidents">
        <GlyphKey />
        <Incidents dyad={view.dyad} length={length} />
      </Section>
      <Lists listed={listed} measures={measures.data} />
    </div>
  );
}

const ROOM = <div className="figure-room" />;

interface FiguresProps {
  readonly view: RelationView;
  readonly listed?: RelationView;
  readonly measures: UseQueryResult<DyadMeasures>;
}

function Figures({ view, listed, measures }: FiguresProps) {
  const { data } = measures;
  const room = measures.isError ? null : ROOM;
  const drawn = countIn(view) > LISTED ? view : listed;
  return (
    <>
      {data ? <Index measures={data} /> : room}
      {data ? <Depth measures={data} /> : room}
      {view.months.length > 0 && (
        <Section name="timeline" title="What happened, month by month">
          {drawn ? <TimelineSection view={drawn} read={data?.period} /> : ROOM}
          <MonthTable view={view} />
          {listed && <Days view={listed} />}
        </Section>
      )}
      <Section name="map" title="Where it happened">
        {listed ? <Places view={listed} /> : ROOM}
      </Section>
      {data && <Third measures={data} incidents={[...data.told, ...(listed?.incidents ?? [])]} />}
    </>
  );
}

interface ListProps {
  readonly listed: UseQueryResult<RelationView>;
  readonly measures?: DyadMeasures;
}

function Lists({ listed, measures }: ListProps) {
  return (
    <>
      <Section name="accounts" title="Two sides of one meeting">
        <Load query={listed}>{({ incidents }) => <Accounts incidents={incidents} />}</Load>
      </Section>
      <Section name="quotations" title="In their words">
        <Load query={listed}>{({ quotations }) => <QuotationList quotations={quotations} />}</Load>
      </Section>
      {measures && <Reporting measures={measures} />}
    </>
  );
}

function Nothing({ whole }: { whole: RelationView }) {
  const { rule, sources } = route.useSearch();
  const known = countIn(whole);
  const counting = rule !== undefined || sources !== undefined ? ", or outside of what is counted" : "";
  return (
    <Empty title={known > 0 ? "Nothing in this period" : "Nothing is known of these two"}>
      {known > 0
        ? `The ledger holds ${known} incidents of these two outside of it${counting}.`
        : "No document that was read tells of these two. That nothing is known does not mean that nothing happened."}
    </Empty>
  );
}
