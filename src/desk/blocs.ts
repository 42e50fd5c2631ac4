import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import {
  applyRule,
  type Blocs,
  balanceOf,
  blocsOf,
  type CountingRule,
  countingRule,
  DEFAULT_RULE,
  type IncidentRow,
  movesBetween,
  networkOf,
  ruleInWords,
  seededRandom,
} from "../measures/index.ts";
import { type BlocMember, type BlocsQuery, type BlocsView, type DateInterval, EntenteError } from "../schema/index.ts";
import { asksForSources, incidentRows } from "./measure-rows.ts";
import { SEED } from "./measure-views.ts";
import { baselineOf, checkPeriod } from "./period.ts";

/** The days asked for, open ends closed by the first and last document read. Error: brief.nodata. */
async function windowOf({ ground }: Ledger, { from, to }: BlocsQuery): Promise<DateInterval> {
  const read = await ground.readSpan({ from, to });
  const days = [from ?? read?.from, to ?? read?.to];
  if (days[0] === undefined || days[1] === undefined)
    throw new EntenteError("brief.nodata", { names: "any two states" });
  return { from: days[0], to: days[1] };
}

/** Organisations and groups are left out: blocs are of states. */
function ofStates(row: IncidentRow, { stateOf }: Knowledge): IncidentRow {
  const isState = (code: string): boolean => stateOf(code)?.code === code;
  return { ...row, actors: row.actors.filter(isState), recipients: row.recipients.filter(isState) };
}

/** Incidents between states that count, by the middle of their date. */
async function rowsOf(
  ledger: Ledger,
  knowledge: Knowledge,
  { from, to }: DateInterval,
  rule: CountingRule,
): Promise<IncidentRow[]> {
  const incidents = await ledger.ground.happened({ from, to, sources: asksForSources(rule, undefined) });
  const rows = incidentRows(incidents, knowledge);
  const within = rows.filter(({ day }) => day !== undefined && day >= from && day <= to);
  return applyRule(within, rule)
    .rows.map((row) => reciprocal(ofStates(row, knowledge), row))
    .filter(({ actors, recipients }) => new Set([...actors, ...recipients]).size > 1);
}

/** An incident whose recipients were all organisations is none of its actors with each other. */
const reciprocal = (row: IncidentRow, whole: IncidentRow): IncidentRow =>
  row.recipients.length === 0 && whole.recipients.length > 0 ? { ...row, actors: [] } : row;

const membersOf = ({ reason, ...blocs }: Blocs, knowledge: Knowledge): BlocMember[] =>
  "members" in blocs ? blocs.members.map((member) => ({ ...member, name: knowledge.stateName(member.state) })) : [];

function movesOf(before: Blocs, after: Blocs): Pick<BlocsView, "moves" | "movesReason"> {
  if (after.reason) return { moves: [], movesReason: after.reason };
  if (before.reason) return { moves: [], movesReason: before.reason };
  const moves = movesBetween(before.members, after.members);
  return { moves: moves.map(({ state, left, joined }) => ({ state, left: [...left], joined: [...joined] })) };
}

/** Who is with whom in a period. Errors: period.invalid, usage (rule), brief.nodata. */
export async function blocsView(ledger: Ledger, knowledge: Knowledge, query: BlocsQuery): Promise<BlocsView> {
  checkPeriod(query);
  const rule = query.rule === undefined ? DEFAULT_RULE : countingRule(query.rule);
  const period = await windowOf(ledger, query);
  const baseline = baselineOf(period);
  const [rows, earlier] = [
    await rowsOf(ledger, knowledge, period, rule),
    await rowsOf(ledger, knowledge, baseline, rule),
  ];
  const blocs = blocsOf(rows, { random: seededRandom(SEED) });
  const before = blocsOf(earlier, { random: seededRandom(SEED) });
  const ties = networkOf(rows);
  const { triads, share } = balanceOf(ties);
  const read = await ledger.ground.readSpan(period);
  return {
    period,
    baseline,
    rule: { name: rule.name, words: ruleInWords(rule) },
    incidents: rows.length,
    families: read?.families ?? 0,
    members: membersOf(blocs, knowledge),
    ties: ties.map(({ a, b, weight, incidents }) => ({ a, b, weight, incidents: incidents.length })),
    ...(blocs.reason ? { reason: blocs.reason } : { modularity: blocs.modularity, frustration: blocs.frustration }),
    balance: { triads: triads.length, ...(share.value === undefined ? {} : { share: share.value }) },
    ...movesOf(before, blocs),
  };
}
