import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { ActorCard, ActorView } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { dayWords, intervalWords } from "../../parts/dates.ts";
import { IncidentList } from "../../parts/incident-list.tsx";
import { Empty, Load } from "../../parts/load.tsx";
import { QuotationItem } from "../../parts/quotation.tsx";
import { State } from "../../parts/state.tsx";
import { counted } from "../../parts/words.ts";
import { Period } from "./period.tsx";
import { Counterparts, Outlets, Topics } from "./tables.tsx";

const Activity = lazy(() => import("./activity.tsx").then(({ Activity: component }) => ({ default: component })));
const route = getRouteApi("/actors/$id");

/** `/actors/:id?from&to`: what one person, organ, organisation or state said and did. */
export function ActorPage() {
  const { id } = route.useParams();
  const period = route.useSearch();
  const query = useQuery({ ...queries.actor({ id, ...period }), placeholderData: (before) => before });
  return <Load query={query}>{(view) => <Sheet view={view} />}</Load>;
}

const KIND_WORDS: Readonly<Record<ActorCard["kind"], string>> = {
  person: "person",
  organ: "organ of a state",
  organisation: "organisation",
  state: "state",
};

function Sheet({ view }: { view: ActorView }) {
  const { actor, said, did, documents } = view;
  return (
    <div className="actor-page">
      <title>{`${actor.name} · Entente`}</title>
      <header className="head">
        <h1>{actor.name}</h1>
        <Who actor={actor} />
        <p className="lead">
          Named in {counted(documents, "document")}, quoted {counted(said, "time")}, acting in{" "}
          {counted(did, "incident")} that happened{view.period ? `, ${intervalWords(view.period)}` : ""}.
        </p>
        <Period />
      </header>
      <Offices view={view} />
      {documents + said + did === 0 ? (
        <Empty title="Nothing in this period">No document in the ledger names {actor.name} in it.</Empty>
      ) : (
        <Body view={view} />
      )}
    </div>
  );
}

function Who({ actor: { kind, country, sector, office, id } }: { actor: ActorCard }) {
  return (
    <p className="who">
      <span>{KIND_WORDS[kind]}</span>
      {office && <span>{office}, as last known</span>}
      {country && kind !== "state" && <State code={country} />}
      {sector && <span>sector {sector}</span>}
      <code>{id}</code>
    </p>
  );
}

function Body({ view }: { view: ActorView }) {
  return (
    <>
      {view.months.length > 0 && (
        <Suspense fallback={<div className="figure-room" />}>
          <Activity view={view} />
        </Suspense>
      )}
      <div className="actor-tables">
        <Topics view={view} />
        <Counterparts view={view} />
        <Outlets view={view} />
      </div>
      <Said view={view} />
      <Did view={view} />
    </>
  );
}

const FIRST_SHOWN = 8;
const INCIDENTS_SHOWN = 12;

function Said({ view: { actor, quotations, said } }: { view: ActorView }) {
  const period = route.useSearch();
  const [shown, setShown] = useState(FIRST_SHOWN);
  return (
    <section>
      <h2>Said</h2>
      {quotations.length === 0 ? (
        <p className="muted">No quotation is known in this period.</p>
      ) : (
        <ul className="quotations">
          {quotations.slice(0, shown).map((quotation) => (
            <li key={`${quotation.source.document} ${quotation.id}`}>
              <QuotationItem quotation={quotation} />
            </li>
          ))}
        </ul>
      )}
      {quotations.length > shown && (
        <button type="button" onClick={() => setShown(quotations.length)}>
          Show {quotations.length - shown} more
        </button>
      )}
      {said > quotations.length && (
        <p>
          <Link to="/search" search={{ ...period, kind: "quotations", actor: actor.id, order: "newest" }}>
            All {counted(said, "quotation")}
          </Link>
        </p>
      )}
    </section>
  );
}

function Did({ view: { actor, incidents, did } }: { view: ActorView }) {
  const period = route.useSearch();
  return (
    <section>
      <h2>Done</h2>
      {incidents.length === 0 ? (
        <p className="muted">No incident is known in this period.</p>
      ) : (
        <IncidentList incidents={incidents.slice(0, INCIDENTS_SHOWN)} />
      )}
      {did > INCIDENTS_SHOWN && (
        <p>
          <Link to="/search" search={{ ...period, kind: "incidents", actor: actor.id, order: "newest" }}>
            All incidents with a part in them
          </Link>
        </p>
      )}
    </section>
  );
}

/** Offices with their dates and where the tables have them from. */
function Offices({ view: { offices } }: { view: ActorView }) {
  if (offices.length === 0) return null;
  return (
    <section>
      <h2>Offices</h2>
      <ul className="offices">
        {offices.map(({ office, country, from, to, source }) => (
          <li key={`${office} ${country} ${from}`}>
            <span>
              {office}, <State code={country} />
            </span>
            <span className="number">
              {from ? dayWords(from) : "not known"} – {to ? dayWords(to) : "open"}
            </span>
            <span className="muted small">{source}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
