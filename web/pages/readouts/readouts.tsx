import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReadoutsView, SourceCard } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { Empty, Load } from "../../parts/load.tsx";
import { useSome } from "../../parts/some.tsx";
import { SourceLine } from "../../parts/source.tsx";
import { Term } from "../../parts/term.tsx";
import { counted, signed } from "../../parts/words.ts";
import { SharedPoint, Silence } from "./points.tsx";

/** Points, and other accounts, that are shown at once. */
const STEP = 80;
const OTHERS = 24;

const ofIncident = getRouteApi("/incidents/$id/readouts");
const ofDocuments = getRouteApi("/readouts");

/** `/incidents/:id/readouts`: the two sides' accounts of one incident. */
export function IncidentReadoutsPage() {
  const { id } = ofIncident.useParams();
  const query = useQuery(queries.readouts({ incident: id }));
  return <Load query={query}>{(view) => <Accounts view={view} />}</Load>;
}

/** `/readouts?first&second`: any two documents as accounts. */
export function DocumentReadoutsPage() {
  const { first = "", second = "" } = ofDocuments.useSearch();
  const query = useQuery({ ...queries.readouts({ first, second }), enabled: first !== "" && second !== "" });
  if (first === "" || second === "") {
    return (
      <article className="readouts">
        <title>Two accounts · Entente</title>
        <h1>Two accounts, side by side</h1>
        <Empty title="Which two?">Open an incident with reports of two sides, and compare them from there.</Empty>
      </article>
    );
  }
  return <Load query={query}>{(view) => <Accounts view={view} />}</Load>;
}

function Accounts({ view }: { view: ReadoutsView }) {
  const { first, second, shared, onlyFirst, onlySecond } = view;
  const [points, morePoints] = useSome(shared, STEP);
  const [ofFirst, moreOfFirst] = useSome(onlyFirst, STEP);
  const [ofSecond, moreOfSecond] = useSome(onlySecond, STEP);
  return (
    <article className="readouts">
      <title>Two accounts · Entente</title>
      <header className="head">
        {view.incident && (
          <p className="crumbs">
            <Link to="/incidents/$id" params={{ id: view.incident }}>
              The incident and all its reports
            </Link>
          </p>
        )}
        <h1>Two accounts, side by side</h1>
        <p className="lead">
          {counted(shared.length, "point")} both make, {onlyFirst.length} only the first, {onlySecond.length} only the
          second.
        </p>
        <Others view={view} />
      </header>
      <div className="accounts">
        <AccountHead account={first} />
        <AccountHead account={second} />
        {points.map((point) => (
          <SharedPoint key={`${point.first.id} ${point.second.id}`} point={point} view={view} />
        ))}
        {morePoints}
        {ofFirst.map((statement) => (
          <Silence key={statement.id} statement={statement} source={first.source} side="first" />
        ))}
        {moreOfFirst}
        {ofSecond.map((statement) => (
          <Silence key={statement.id} statement={statement} source={second.source} side="second" />
        ))}
        {moreOfSecond}
      </div>
      <p className="muted small">
        Statements are joined by what they say, not by their order. That one account is silent says nothing of why.
      </p>
    </article>
  );
}

function AccountHead({ account: { source, statements, tone } }: { account: ReadoutsView["first"] }) {
  return (
    <header className="account-head">
      <SourceLine source={source} />
      <h2 className="serif">
        <Link to="/documents/$id" params={{ id: source.document }}>
          {source.title ?? "Untitled document"}
        </Link>
      </h2>
      <p className="muted small">
        {counted(statements, "statement")}
        {tone !== undefined && (
          <>
            , <Term name="tone">tone</Term> {signed(tone)}
          </>
        )}
      </p>
    </header>
  );
}

/** Other accounts of the same incident, to be laid beside the first. */
function Others({ view }: { view: ReadoutsView }) {
  const [shown, more] = useSome(view.others, OTHERS);
  if (view.others.length === 0) return null;
  return (
    <p className="other-accounts">
      <span className="muted">Lay beside the first:</span>{" "}
      {shown.map((source: SourceCard) => (
        <Link
          key={source.document}
          to="/readouts"
          search={{ first: view.first.source.document, second: source.document }}
          className="chip"
        >
          {source.publisher || source.title || "Unnamed source"}
        </Link>
      ))}{" "}
      {more}
    </p>
  );
}
