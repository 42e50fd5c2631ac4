import {
  type BlocsView,
  EntenteError,
  type Incident,
  type ReadoutsQuery,
  type ReadoutsView,
  type StatementView,
} from "../../../src/schema/index.ts";
import type { FakeEntry } from "./build.ts";

const member = (state: string, name: string, bloc: number, centrality: number) => ({
  ...{ state, name, bloc, centrality },
  stability: 0.9,
  strength: 12,
});

/** Two blocs of the fake world. */
export const blocsOf = (from: string, to: string, rule = "default"): BlocsView => ({
  period: { from, to },
  baseline: { from: "2019-01-01", to: "2019-12-31" },
  rule: { name: rule, words: `Counting rule "${rule}".` },
  incidents: rule === "default" ? 24 : 18,
  families: 30,
  members: [
    member("JPN", "Japan", 0, 0.6),
    member("KOR", "Republic of Korea", 0, 0.5),
    member("USA", "United States of America", 0, 0.6),
    member("CHN", "China", 1, 0.3),
    member("RUS", "Russian Federation", 1, 0.3),
  ],
  ties: [
    { a: "CHN", b: "RUS", weight: 24.5, incidents: 4 },
    { a: "CHN", b: "USA", weight: -9, incidents: 3 },
    { a: "JPN", b: "USA", weight: 11, incidents: 2 },
    { a: "KOR", b: "USA", weight: 8.5, incidents: 2 },
  ],
  modularity: 0.31,
  frustration: 0.1,
  balance: { triads: 0 },
  moves: [{ state: "KOR", left: ["CHN"], joined: ["JPN", "USA"] }],
});

/** A document's first sentence as its only statement. */
function statementOf({ view: { document } }: FakeEntry): StatementView {
  const end = document.text.indexOf(".") + 1 || document.text.length;
  return { id: `s0-${end}`, text: document.text.slice(0, end), span: [0, end] };
}

/** The first two documents of an incident, or the two named, that share nothing. */
export function readoutsOf(
  query: ReadoutsQuery,
  incident: Incident | undefined,
  entryOf: (id: string) => FakeEntry,
): ReadoutsView {
  const told = [...new Set(incident?.reports.map(({ evidence: [{ source }] }) => source.document))];
  const [first, second] = "incident" in query ? told : [query.first, query.second];
  if (second === undefined) throw new EntenteError("readouts.oneside", { id: incident?.id ?? "" });
  if (first === second) throw new EntenteError("readouts.same", { id: first });
  const accounts = [entryOf(first), entryOf(second)];
  return {
    ...(incident && { incident: incident.id }),
    first: { source: accounts[0].view.source, statements: 1 },
    second: { source: accounts[1].view.source, statements: 1 },
    shared: [],
    onlyFirst: [statementOf(accounts[0])],
    onlySecond: [statementOf(accounts[1])],
    others: [],
  };
}
