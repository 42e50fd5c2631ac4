import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import {
  applyRule,
  type CountingRule,
  type IncidentRow,
  type IndexQuestion,
  type ThirdState,
  thirdStateOf,
} from "../measures/index.ts";
import type { DateInterval, ThirdStateView } from "../schema/index.ts";
import { incidentRows } from "./measure-rows.ts";

const MOST = 4;

interface Where {
  readonly ledger: Ledger;
  readonly knowledge: Knowledge;
  readonly rule: CountingRule;
  readonly span: DateInterval;
}

/** The states that what the dyad does is said to be directed against, then those that both have most to do with. */
async function thirdsOf(
  { ledger, knowledge }: Where,
  dyad: readonly [string, string],
  rows: readonly IncidentRow[],
): Promise<string[]> {
  const named = rows.flatMap(({ directedAgainst }) => directedAgainst);
  const others = (state: string, dyads: readonly { readonly dyad: readonly [string, string] }[]): string[] =>
    dyads.filter(({ dyad: pair }) => pair.includes(state)).map(({ dyad: [a, b] }) => (a === state ? b : a));
  const dyads = await ledger.dyads();
  const second = new Set(others(dyad[1], dyads));
  const common = others(dyad[0], dyads).filter((state) => second.has(state));
  const isThird = (code: string): boolean => !dyad.includes(code) && knowledge.stateOf(code) !== undefined;
  return [...new Set([...named, ...common])].filter(isThird).slice(0, MOST);
}

function viewOf({ third, points, directedAgainst, together }: ThirdState, name: string): ThirdStateView {
  const shown = points.map((point) => ({ ...point, directedAgainst: [...point.directedAgainst] }));
  const common = { third, name, points: shown, directedAgainst: [...directedAgainst] };
  if (together.value === undefined) return { ...common, reason: together.reason };
  return { ...common, correlation: together.value, interval: [...together.interval] };
}

/** What the two states of the question do towards third ones. */
export async function thirdStateViews(
  where: Where,
  question: IndexQuestion,
  rows: readonly IncidentRow[],
): Promise<ThirdStateView[]> {
  const { ledger, knowledge, rule, span } = where;
  const views: ThirdStateView[] = [];
  for (const third of await thirdsOf(where, question.dyad, rows)) {
    const towards = await Promise.all(
      question.dyad.map((state) => ledger.incidents({ dyad: [state, third], ...span })),
    );
    const all = [...rows, ...(await incidentRows(ledger, knowledge, towards.flat()))];
    views.push(viewOf(thirdStateOf(applyRule(all, rule).rows, question, third), knowledge.stateName(third)));
  }
  return views;
}
