import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import type { SearchResult } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { Empty, Load } from "../../parts/load.tsx";
import { isAsked, KIND_WORDS, KINDS, LAST_PAGE, PAGE, queryOf } from "./address.ts";
import { Chosen, MoreConditions } from "./conditions.tsx";
import { Facets } from "./facets.tsx";
import { Field } from "./field.tsx";
import { Hit, keyOf } from "./hits.tsx";

const route = getRouteApi("/search");

/** `/search?q&kind&…`: documents, quotations, incidents and speakers by their words. */
export function SearchPage() {
  const address = route.useSearch();
  return (
    <div className="search-page">
      <title>{address.q ? `${address.q} · Search · Entente` : "Search · Entente"}</title>
      <header className="head">
        <h1>Search</h1>
        <Field />
        <Tabs />
        <Chosen />
      </header>
      {isAsked(address) ? <Results /> : <Start />}
    </div>
  );
}

/** The kinds of results, with how many there are of each. */
function Tabs() {
  const address = route.useSearch();
  const { kind: chosen = "documents", order: _order, ...rest } = address;
  const { data } = useQuery({
    ...queries.searchCounts(queryOf({ ...rest, page: undefined })),
    enabled: isAsked(address),
    placeholderData: (before) => before,
  });
  return (
    <nav aria-label="What is found">
      <ul className="chips">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Link
              to="/search"
              search={{ ...address, kind: kind === "documents" ? undefined : kind, page: undefined }}
              className={kind === chosen ? "chip chosen" : "chip"}
              aria-current={kind === chosen ? "page" : undefined}
              resetScroll={false}
            >
              {KIND_WORDS[kind]}
              {data && isAsked(address) && <span className="number"> {data[kind].toLocaleString("en")}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Start() {
  const examples = ['"joint patrol"', "gas contract", "sanctions -oil"];
  return (
    <>
      <MoreConditions />
      <Empty title="What are you looking for?">
        <p>
          All words must stand in the text; “words in quotation marks” stand there as a phrase; a word behind a minus
          must not. For example:
        </p>
        <ul className="chips">
          {examples.map((q) => (
            <li key={q}>
              <Link to="/search" search={{ q }} className="chip">
                {q}
              </Link>
            </li>
          ))}
        </ul>
      </Empty>
    </>
  );
}

function Results() {
  const address = route.useSearch();
  const query = useQuery({ ...queries.search(queryOf(address)), placeholderData: (before) => before });
  return (
    <div className="search-body" aria-busy={query.isPlaceholderData || query.isFetching}>
      <Load query={query}>{(result) => <Found result={result} />}</Load>
    </div>
  );
}

function Found({ result }: { result: SearchResult }) {
  return (
    <>
      <details className="narrow" open={window.matchMedia("(min-width: 60rem)").matches}>
        <summary>Narrow it down</summary>
        <Facets facets={result.facets} approximate={result.approximate} />
        <MoreConditions />
      </details>
      <section aria-label="Results">
        <Summary result={result} />
        {result.hits.length === 0 ? <Nothing /> : <List result={result} />}
        <Pages matches={result.matches} />
      </section>
    </>
  );
}

const NOUNS = { documents: "document", quotations: "quotation", incidents: "incident", speakers: "speaker or actor" };

function Summary({ result: { kind, matches, ignored } }: { result: SearchResult }) {
  const address = route.useSearch();
  const plural = kind === "speakers" ? "speakers and actors" : `${NOUNS[kind]}s`;
  return (
    <div className="found">
      <p role="status">
        {matches.toLocaleString("en")} {matches === 1 ? NOUNS[kind] : plural}
      </p>
      {kind !== "speakers" && matches > 1 && (
        <Link
          to="/search"
          search={{ ...address, order: address.order ? undefined : "newest", page: undefined }}
          resetScroll={false}
        >
          {address.order ? "Best first" : "Newest first"}
        </Link>
      )}
      {ignored.length > 0 && <p className="muted">Too many words; not looked for: {ignored.join(", ")}</p>}
    </div>
  );
}

function Nothing() {
  return (
    <Empty title="Nothing fits">
      Take out a word or a condition, or look at the other kinds above. Only plurals are taken for their singular; other
      forms of a word are words of their own.
    </Empty>
  );
}

/** The results; the arrow keys walk them as j and k do. */
function List({ result }: { result: SearchResult }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-step]")];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    const next = at + by < 0 ? document.getElementById("search-words") : entries[at + by];
    next?.focus();
  };
  return (
    <ol className="hits" onKeyDown={onKeyDown}>
      {result.hits.map((hit) => (
        <li key={keyOf(hit)} className={hit.kind === "quotation" ? "hit quotation" : "hit"}>
          <Hit hit={hit} />
        </li>
      ))}
    </ol>
  );
}

function Pages({ matches }: { matches: number }) {
  const address = route.useSearch();
  const { page = 1 } = address;
  const last = Math.min(Math.ceil(matches / PAGE), LAST_PAGE);
  if (last < 2) return null;
  const to = (number: number) => ({ ...address, page: number === 1 ? undefined : number });
  return (
    <nav className="pages" aria-label="Pages of results">
      {page > 1 && (
        <Link to="/search" search={to(page - 1)} className="button" rel="prev">
          Before
        </Link>
      )}
      <span className="muted number">
        Page {page.toLocaleString("en")} of {last.toLocaleString("en")}
        {last === LAST_PAGE && matches > LAST_PAGE * PAGE && " (narrow it down to see the rest)"}
      </span>
      {page < last && (
        <Link to="/search" search={to(page + 1)} className="button" rel="next">
          Next
        </Link>
      )}
    </nav>
  );
}
