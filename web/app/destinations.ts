import type { Overview } from "../../src/schema/index.ts";
import { dayWords } from "../parts/dates.ts";
import { incidentTitle } from "../parts/words.ts";

/** Somewhere the palette can go. */
export interface Destination {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly href: string;
}

interface Known {
  readonly overview?: Overview;
  readonly states: readonly { code: string; name: string }[];
}

const PAGES: readonly Destination[] = [
  { key: "page /", label: "Overview", hint: "page", href: "/" },
  { key: "page /blocs", label: "Blocs: who is with whom", hint: "page", href: "/blocs" },
  { key: "page /search", label: "Search the ledger", hint: "page", href: "/search" },
  { key: "page /sources", label: "Sources: feeds, jobs, outlets", hint: "page", href: "/sources" },
  { key: "page /review", label: "Review what was coded", hint: "page", href: "/review" },
  { key: "page /read", label: "Read a text", hint: "page", href: "/read" },
  { key: "page /alerts", label: "Alerts and the digest", hint: "page", href: "/alerts" },
  { key: "page /try", label: "Try the coder", hint: "page", href: "/try" },
  { key: "page /reference", label: "API reference", hint: "page", href: "/reference" },
  { key: "page /help", label: "Help: words, signs and keys", hint: "page", href: "/help" },
];

const SHOWN = 12;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether each word asked for begins a word of the text. */
function fits(text: string, asked: readonly string[]): boolean {
  const words = wordsOf(text);
  return asked.every((part) => words.some((word) => word.startsWith(part)));
}

/** What fits the words typed: pages, relations of the ledger, its newest incidents, then any two states. */
export function destinationsFor(typed: string, known: Known): Destination[] {
  const asked = wordsOf(typed);
  const held = [...PAGES, ...relationsOf(known), ...incidentsOf(known)].filter(({ label }) => fits(label, asked));
  const keys = new Set(held.map(({ key }) => key));
  return [...held, ...pairsFor(asked, known).filter(({ key }) => !keys.has(key))].slice(0, SHOWN);
}

const relation = (a: Known["states"][number], b: Known["states"][number], hint: string): Destination => {
  const dyad = [a.code, b.code].sort().join("-");
  return {
    key: `relation ${dyad}`,
    label: `${a.name} ${a.code} and ${b.name} ${b.code}`,
    hint,
    href: `/relations/${dyad}`,
  };
};

const relationsOf = ({ overview }: Known): Destination[] =>
  (overview?.dyads ?? []).map(({ dyad, names, incidents }) =>
    relation({ code: dyad[0], name: names[0] }, { code: dyad[1], name: names[1] }, `${incidents} incidents`),
  );

function incidentsOf({ overview, states }: Known): Destination[] {
  const names = new Map(states.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  return (overview?.newest ?? []).map((incident) => ({
    key: `incident ${incident.id}`,
    label: incidentTitle(incident, nameOf),
    hint: incident.date ? dayWords(incident.date.from) : "undated",
    href: `/incidents/${encodeURIComponent(incident.id)}`,
  }));
}

const MOST_STATES = 8;

/** Pairs of states, where the words name two. */
function pairsFor(asked: readonly string[], { states }: Known): Destination[] {
  const named = states.filter(({ code, name }) => asked.some((part) => fits(`${code} ${name}`, [part])));
  if (named.length < 2 || named.length > MOST_STATES) return [];
  return named
    .flatMap((a, at) => named.slice(at + 1).map((b) => relation(a, b, "any two states")))
    .filter(({ label }) => fits(label, asked));
}
