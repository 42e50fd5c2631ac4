import type { Knowledge } from "../knowledge/index.ts";
import type { DyadTotal, Ledger } from "../ledger/index.ts";
import {
  applyRule,
  type IncidentRow,
  type IndexQuestion,
  isDirected,
  type ThirdState,
  thirdStateOf,
} from "../measures/index.ts";
import type { MeasureQuery, ThirdStateView } from "../schema/index.ts";
import { groundOf, groundQuery } from "./measure-ground.ts";
import { asksForSources, incidentRows } from "./measure-rows.ts";

const MOST = 4;
/** States that are looked at to find them. */
const LOOKED_AT = 8;

/** How many incidents each other state has with this one. */
const partnersOf = (state: string, dyads: readonly DyadTotal[]): Map<string, number> =>
  new Map(
    dyads
      .filter(({ dyad }) => dyad.includes(state))
      .map(({ dyad: [a, b], incidents }) => [a === state ? b : a, incidents]),
  );

/** States that what the two do is said to be directed against, then those with which both have most to do. */
async function thirdsOf(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<readonly string[]> {
  const { dyad, rows } = await groundOf(ledger, knowledge, query);
  const dyads = await ledger.ground.dyads();
  const [first, second] = dyad.map((state) => partnersOf(state, dyads));
  const least = (state: string): number => Math.min(first.get(state) ?? 0, second.get(state) ?? 0);
  const common = [...first.keys()].filter((state) => second.has(state)).sort((a, b) => least(b) - least(a));
  const named = rows.flatMap(({ directedAgainst }) => directedAgainst);
  const isThird = (code: string): boolean => !dyad.includes(code) && knowledge.stateOf(code) !== undefined;
  return [...new Set([...named, ...common])].filter(isThird).slice(0, LOOKED_AT);
}

function viewOf({ third, points, directedAgainst, towards, together }: ThirdState, name: string): ThirdStateView {
  const shown = points.map((point) => ({ ...point, directedAgainst: [...point.directedAgainst] }));
  const common: ThirdStateView = {
    third,
    name,
    points: shown,
    directedAgainst: [...directedAgainst],
    towards: [...towards],
  };
  if (together.value === undefined) return { ...common, reason: together.reason };
  return { ...common, correlation: together.value, interval: [...together.interval] };
}

/** True where both act towards the third, or together against it, in the periods measured. */
const concerns = ({ towards, directedAgainst }: ThirdStateView): boolean =>
  directedAgainst.length > 0 || Math.min(...towards) > 0;

/**
 * What the two states do towards third ones, over the window and its baseline. Held against all families read: what one
 * of them does towards a third is told by sources that don't name the other.
 */
export function thirdStateViews(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<ThirdStateView[]> {
  const asked = groundQuery(query);
  return ledger.kept.of(["third states", asked], () => viewsOf(ledger, knowledge, asked));
}

async function viewsOf(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<ThirdStateView[]> {
  const ground = await groundOf(ledger, knowledge, query);
  const { dyad, rows, rule, baseline, window, outlets } = ground;
  const exposure = ground.exposure.map(({ period, families }) => ({ period, families }));
  const question: IndexQuestion = { ...ground.question, exposure };
  const thirds = await ledger.kept.of(["thirds", query], () => thirdsOf(ledger, knowledge, query));
  if (thirds.length === 0) return [];
  const dyads = thirds.flatMap((third) => dyad.map((state): [string, string] => [state, third]));
  const about = { dyads, from: baseline.from, to: window.to, sources: asksForSources(rule, outlets) };
  const towards = incidentRows(await ledger.ground.happened(about), knowledge, outlets);
  const isOfEither = (row: IncidentRow, third: string): boolean =>
    dyad.some((state) => isDirected(row, state, third) || isDirected(row, third, state));
  return thirds
    .map((third) => {
      const all = [...rows, ...towards.filter((row) => isOfEither(row, third))];
      return viewOf(thirdStateOf(applyRule(all, rule).rows, question, third), knowledge.stateName(third));
    })
    .filter(concerns)
    .slice(0, MOST);
}
