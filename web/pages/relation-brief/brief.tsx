import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Brief, BriefVersion, EditsQuery } from "../../../src/schema/index.ts";
import { briefQueries, MAIN } from "../../api/briefs.ts";
import { dayWords } from "../../parts/dates.ts";
import { Load } from "../../parts/load.tsx";
import { State } from "../../parts/state.tsx";
import { Desk } from "./desk.tsx";
import { Exports } from "./exports.tsx";
import { Kept } from "./sheet.tsx";

const route = getRouteApi("/relations/$dyad/brief");

/** `/relations/CHN-RUS/brief?from&to&name&version`: the sourced account of a dyad, to read, edit and hand out. */
export function BriefPage() {
  const { dyad } = route.useParams();
  const { from, to, name = MAIN, version } = route.useSearch();
  const [a = "", b = ""] = dyad.split("-");
  const query = { a, b, from, to, name };
  return (
    <>
      <title>{`Brief ${dyad} · Entente`}</title>
      {version === undefined ? <Now query={query} /> : <Then query={query} number={version} />}
    </>
  );
}

/** The brief of now with the edits that are kept. */
function Now({ query }: { query: EditsQuery }) {
  const found = useQuery(briefQueries.open(query));
  return (
    <Load query={found}>
      {(opened) => (
        <article className="brief">
          <BriefHead brief={opened.brief} query={query} />
          <Desk key={JSON.stringify(query)} opened={opened} query={query} />
        </article>
      )}
    </Load>
  );
}

/** A version as it was kept; it can be handed out again, and not be changed. */
function Then({ query, number }: { query: EditsQuery; number: number }) {
  const found = useQuery(briefQueries.version(query, number));
  return (
    <Load query={found}>
      {(version) => (
        <article className="brief">
          <BriefHead brief={version.brief} query={query} version={version} />
          <Kept brief={version.brief} query={query} />
        </article>
      )}
    </Load>
  );
}

function BriefHead({ brief, query, version }: { brief: Brief; query: EditsQuery; version?: BriefVersion }) {
  const { version: _version, name: _name, ...period } = route.useSearch();
  const { dyad } = route.useParams();
  const { byline, organisation, marking, logo } = brief.imprint ?? {};
  const credit = [byline, organisation].filter(Boolean).join(", ");
  return (
    <header className="head">
      {marking && <p className="marking">{marking}</p>}
      <p className="crumbs">
        <Link to="/relations/$dyad" params={{ dyad }} search={period}>
          <State code={brief.dyad[0]} /> and <State code={brief.dyad[1]} />
        </Link>
      </p>
      {logo && <img className="logo" src={logo} alt={organisation ? `Logo of ${organisation}` : "Logo"} />}
      <h1>{brief.title}</h1>
      {credit && <p className="muted">{credit}</p>}
      {version && <VersionNotice version={version} />}
      <Exports query={query} version={version?.number} dyad={dyad} />
    </header>
  );
}

function VersionNotice({ version: { number, at, words } }: { version: BriefVersion }) {
  const { dyad } = route.useParams();
  const { version: _version, ...search } = route.useSearch();
  return (
    <p className="notice">
      Version {number}, kept on {dayWords(at)}
      {words && ` (${words})`}. It stays as it is.{" "}
      <Link to="/relations/$dyad/brief" params={{ dyad }} search={search}>
        To the brief of now
      </Link>
    </p>
  );
}
