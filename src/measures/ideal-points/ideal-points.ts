import { normals, type Random } from "../random.ts";
import type { Position } from "../similarity/portfolios.ts";
import type { NoValueReason } from "../value.ts";
import { drawItem, fitItem, type Item, logTable } from "./graded-response.ts";
import { startItems, type Votes, votesOf } from "./votes.ts";

/** A state's position on the one dimension: mean and 90 % interval of its posterior. */
export interface IdealPoint {
  readonly state: string;
  readonly point: number;
  readonly interval: readonly [number, number];
  /** Items on which it took a position. */
  readonly items: number;
}

/** Ideal points, or the reason why there are none. */
export type IdealPoints =
  | {
      readonly points: readonly IdealPoint[];
      readonly items: number;
      readonly rounds: number;
      readonly reason?: undefined;
    }
  | { readonly reason: NoValueReason };

export interface IdealPointQuestion {
  /** The full ordered scale. */
  readonly levels: readonly number[];
  /** The two states that fix the sign: the first lies below the second. */
  readonly poles: readonly [string, string];
  /** The only source of chance. */
  readonly random: Random;
}

const LEAST_STATES = 10;
const LEAST_ITEMS = 10;
const ROUNDS = 300;
const TOLERANCE = 2e-3;
const DRAWS = 30;
const REACH = 4.5;

/** Positions at which the posterior is held: even steps over the standard normal prior's range. */
const NODES = Float64Array.from({ length: 91 }, (_, at) => -REACH + (2 * REACH * at) / 90);

/**
 * One-dimensional ideal points from votes: graded response model, standard normal prior, item parameters by marginal
 * maximum a posteriori (EM), points as posterior means with the 5 % and 95 % quantiles. The intervals allow for unsure
 * items: the posterior is averaged over draws of all items. Items on which all agree say nothing and are left out.
 * Source: R. D. Bock and M. Aitkin, "Marginal Maximum Likelihood Estimation of Item Parameters", Psychometrika 46
 * (1981), 443-459; for votes in the General Assembly: M. A. Bailey, A. Strezhnev and E. Voeten, "Estimating Dynamic
 * State Preferences from United Nations Voting Data", Journal of Conflict Resolution 61 (2017), 430-456 (there dynamic
 * and by Gibbs sampling; here each year by itself).
 * No value with fewer than 10 states or 10 divided items, or where EM does not settle in 300 rounds.
 */
export function idealPointsOf(positions: readonly Position[], question: IdealPointQuestion): IdealPoints {
  const votes = votesOf(positions, question.levels);
  if (votes.states.length < LEAST_STATES || votes.items.length < LEAST_ITEMS) return { reason: "no items" };
  if (question.poles.some((pole) => !votes.states.includes(pole))) return { reason: "no items" };
  let items = startItems(votes, question.levels.length);
  let points = new Float64Array(votes.states.length);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const posterior = posteriorOf(votes, items);
    const means = Float64Array.from(posterior, meanOf);
    const settled = means.every((mean, at) => Math.abs(mean - points[at]) < TOLERANCE);
    points = means;
    if (settled) {
      const unsure = averagedPosterior(votes, items, posterior, question);
      return { points: oriented(votes, unsure, question.poles), items: items.length, rounds: round };
    }
    items = votes.items.map((item, at) =>
      fitItem(expectedCounts(item, posterior, question.levels.length), NODES, items[at]),
    );
  }
  return { reason: "does not converge" };
}

/** Each state's posterior over the nodes. */
function posteriorOf(votes: Votes, items: readonly Item[]): Float64Array[] {
  const logs = votes.states.map(() => NODES.map((t) => (-t * t) / 2));
  for (const [at, { state, level }] of votes.items.entries()) {
    const table = logTable(items[at], NODES);
    for (let vote = 0; vote < state.length; vote += 1) {
      const own = logs[state[vote]];
      const row = table[level[vote]];
      for (let node = 0; node < own.length; node += 1) own[node] += row[node];
    }
  }
  return logs.map(normalised);
}

/** Each state's posterior, averaged over draws of all items. */
function averagedPosterior(
  votes: Votes,
  items: readonly Item[],
  posterior: readonly Float64Array[],
  { levels, random }: IdealPointQuestion,
): Float64Array[] {
  const normal = normals(random);
  const counts = votes.items.map((item) => expectedCounts(item, posterior, levels.length));
  const sums = votes.states.map(() => new Float64Array(NODES.length));
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = items.map((item, at) => drawItem(item, counts[at], NODES, normal));
    for (const [state, own] of posteriorOf(votes, drawn).entries()) {
      for (let node = 0; node < own.length; node += 1) sums[state][node] += own[node] / DRAWS;
    }
  }
  return sums;
}

function normalised(logs: Float64Array): Float64Array {
  const top = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((value) => Math.exp(value - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

const meanOf = (posterior: Float64Array): number =>
  posterior.reduce((sum, weight, node) => sum + weight * NODES[node], 0);

function expectedCounts(
  { state, level }: Votes["items"][number],
  posterior: readonly Float64Array[],
  levels: number,
): Float64Array[] {
  const counts = Array.from({ length: levels }, () => new Float64Array(NODES.length));
  for (let vote = 0; vote < state.length; vote += 1) {
    const row = counts[level[vote]];
    const own = posterior[state[vote]];
    for (let node = 0; node < row.length; node += 1) row[node] += own[node];
  }
  return counts;
}

/** The points with their sign fixed: the first pole lies below the second. */
function oriented(
  votes: Votes,
  posterior: readonly Float64Array[],
  [low, high]: readonly [string, string],
): IdealPoint[] {
  const at = (state: string): number => meanOf(posterior[votes.states.indexOf(state)]);
  const sign = at(low) <= at(high) ? 1 : -1;
  const items = new Int32Array(votes.states.length);
  for (const { state } of votes.items) for (const voter of state) items[voter] += 1;
  return votes.states.map((state, index) => {
    const [lower, upper] = [quantileOf(posterior[index], 0.05), quantileOf(posterior[index], 0.95)];
    const interval: [number, number] = sign > 0 ? [lower, upper] : [-upper, -lower];
    return { state, point: sign * meanOf(posterior[index]), interval, items: items[index] };
  });
}

/** Where the posterior's running sum reaches a share, linear between nodes. */
function quantileOf(posterior: Float64Array, share: number): number {
  const width = NODES[1] - NODES[0];
  let below = 0;
  for (let node = 0; node < posterior.length; node += 1) {
    if (below + posterior[node] >= share) return NODES[node] - width / 2 + (width * (share - below)) / posterior[node];
    below += posterior[node];
  }
  return REACH;
}
