import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Brief } from "../../../src/schema/index.ts";
import { periodOf } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import { Load } from "../../parts/load.tsx";
import { SourceLine } from "../../parts/source.tsx";
import { State } from "../../parts/state.tsx";
import { Section } from "./section.tsx";

const route = getRouteApi("/relations/$dyad/brief");

/** `/relations/CHN-RUS/brief?from&to`: the sourced account of a dyad, each sentence beside what it rests on. */
export function BriefPage() {
  const { dyad } = route.useParams();
  const { from, to } = route.useSearch();
  const [a = "", b = ""] = dyad.split("-");
  const query = useQuery(queries.brief({ a, b, from, to }));
  return (
    <>
      <title>{`Brief ${dyad} · Entente`}</title>
      <Load query={query}>{(brief) => <Sheet brief={brief} />}</Load>
    </>
  );
}

function Sheet({ brief }: { brief: Brief }) {
  const numbers = new Map(brief.sources.map(({ document }, at) => [document, at + 1]));
  return (
    <article className="brief">
      <BriefHead brief={brief} />
      {brief.sections.map((section, at) => (
        <Section
          key={section.id}
          section={section}
          opensPart={section.part !== undefined && section.part !== brief.sections[at - 1]?.part}
          numbers={numbers}
        />
      ))}
      <section>
        <h2>Sources</h2>
        <ol className="sources">
          {brief.sources.map((source) => (
            <li key={source.document}>
              <Link to="/documents/$id" params={{ id: source.document }} className="serif">
                {source.title ?? "Untitled document"}
              </Link>
              <SourceLine source={source} />
            </li>
          ))}
        </ol>
      </section>
      <p className="muted small">
        Coder {brief.coder}. Written from the ledger by fixed sentences; nothing is invented.
      </p>
    </article>
  );
}

/** What the brief is saved as: to hand out, to work on, to send, to cite. */
const FORMATS = [
  ["pdf", "Save as PDF"],
  ["html", "HTML"],
  ["md", "Markdown"],
  ["eml", "Mail"],
  ["bib", "BibTeX"],
  ["ris", "RIS"],
] as const;

function BriefHead({ brief }: { brief: Brief }) {
  const search = route.useSearch();
  const { dyad } = route.useParams();
  return (
    <header className="head">
      <p className="crumbs">
        <Link to="/relations/$dyad" params={{ dyad }} search={search}>
          <State code={brief.dyad[0]} /> and <State code={brief.dyad[1]} />
        </Link>
      </p>
      <h1>{brief.title}</h1>
      <p className="actions no-print">
        {FORMATS.map(([format, words], at) => (
          <a
            key={format}
            className={at === 0 ? "button main" : "button"}
            href={`/api/relations/${dyad}/brief.${format}${periodOf(search)}`}
            download={`entente-${dyad}.${format}`}
          >
            {words}
          </a>
        ))}
      </p>
    </header>
  );
}
