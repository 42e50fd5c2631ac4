import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import {
  type Blocs,
  balanceOf,
  blocsOfTies,
  countingRule,
  DEFAULT_RULE,
  movesBetween,
  ruleInWords,
  seededRandom,
  tiesOf,
} from "../measures/index.ts";
import { type BlocMember, type BlocsQuery, type BlocsView, type DateInterval, EntenteError } from "../schema/index.ts";
import { actsOf } from "./blocs-acts.ts";
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
  const acts = await actsOf(ledger, knowledge, period, rule);
  const ties = tiesOf(acts);
  const blocs = blocsOfTies(ties, { random: seededRandom(SEED) });
  const earlier = tiesOf(await actsOf(ledger, knowledge, baseline, rule));
  const before = blocsOfTies(earlier, { random: seededRandom(SEED) });
  const { triads, share } = balanceOf(ties);
  const read = await ledger.ground.readSpan(period);
  return {
    period,
    baseline,
    rule: { name: rule.name, words: ruleInWords(rule) },
    incidents: acts.party.length,
    families: read?.families ?? 0,
    members: membersOf(blocs, knowledge),
    ties: ties.map(({ a, b, weight, score }) => ({ a, b, weight, incidents: score.length })),
    ...(blocs.reason ? { reason: blocs.reason } : { modularity: blocs.modularity, frustration: blocs.frustration }),
    balance: { triads: triads.length, ...(share.value === undefined ? {} : { share: share.value }) },
    ...movesOf(before, blocs),
  };
}
