import { getRouteApi, Link } from "@tanstack/react-router";
import type { EventType, SearchFacet } from "../../../src/schema/index.ts";
import { Disclosed } from "../../parts/disclosed.tsx";
import { Glyph } from "../../parts/glyph.tsx";
import { STATUS_WORDS, TYPE_WORDS } from "../../parts/words.ts";
import { choiceOf, isChosen } from "./address.ts";

const route = getRouteApi("/search");

const TITLES: Readonly<Record<SearchFacet["name"], string>> = {
  type: "Type of event",
  domain: "Domain",
  status: "Status",
  year: "Year",
  side: "Country of the outlet",
  media: "Owner of the outlet",
  outlet: "Outlet",
  language: "Language",
};

const SHOWN = 8;

/** What the results can be narrowed to, with how many of them there are. */
export function Facets({ facets, approximate }: { facets: readonly SearchFacet[]; approximate: boolean }) {
  const told = facets.filter(({ values }) => values.length > 0);
  return (
    <div className="facets">
      {approximate && <p className="muted small">Of so many results the counts are estimated from one in several.</p>}
      {told.map((facet) => (
        <Values key={facet.name} facet={facet} />
      ))}
    </div>
  );
}

function Values({ facet: { name, values } }: { facet: SearchFacet }) {
  const [first, rest] = [values.slice(0, SHOWN), values.slice(SHOWN)];
  return (
    <section>
      <h3>{TITLES[name]}</h3>
      <ul>
        {first.map((value) => (
          <Value key={value.value} name={name} {...value} />
        ))}
      </ul>
      {rest.length > 0 && (
        <Disclosed title={`${rest.length} more`}>
          {() => (
            <ul>
              {rest.map((value) => (
                <Value key={value.value} name={name} {...value} />
              ))}
            </ul>
          )}
        </Disclosed>
      )}
    </section>
  );
}

function labelOf(name: SearchFacet["name"], value: string, label: string): string {
  if (name === "type") return TYPE_WORDS[value as EventType];
  return name === "status" ? STATUS_WORDS[value as keyof typeof STATUS_WORDS] : label;
}

function Value(props: { name: SearchFacet["name"]; value: string; label: string; count: number }) {
  const { name, value, label, count } = props;
  const address = route.useSearch();
  const chosen = isChosen(address, name, value);
  const cleared = name === "year" ? { from: undefined, to: undefined } : { [name]: undefined };
  const change = chosen ? cleared : choiceOf(name, value);
  return (
    <li>
      <Link
        to="/search"
        search={{ ...address, ...change, page: undefined }}
        resetScroll={false}
        className={chosen ? "value chosen" : "value"}
        aria-current={chosen ? "true" : undefined}
      >
        <span>
          {name === "type" && <Glyph type={value as EventType} />} {labelOf(name, value, label)}
        </span>
        <span className="number">{count.toLocaleString("en")}</span>
      </Link>
    </li>
  );
}
