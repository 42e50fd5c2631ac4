import type { Random } from "../random.ts";
import type { IncidentRow } from "../rows.ts";
import type { NoValueReason } from "../value.ts";
import { centralityOf, communitiesOf, cooperationGraph } from "./graph.ts";
import { networkOf, type Tie } from "./network.ts";

/** One state in the network. */
export interface Member {
  readonly state: string;
  /** Number of its bloc, 0 the largest. */
  readonly bloc: number;
  /** Mean share of resamplings in which it shares a bloc with each other member of its bloc; 1 where it is alone. */
  readonly stability: number;
  /** Sum of its ties' weights: what it gives and gets, net. */
  readonly strength: number;
  /** Eigenvector centrality in the cooperation network, 0 to 1 (P. Bonacich, American Journal of Sociology 92 (1987)). */
  readonly centrality: number;
}

/** The blocs of a period, or the reason why there are none. */
export type Blocs =
  | {
      readonly members: readonly Member[];
      readonly ties: readonly Tie[];
      /** Modularity of the blocs in the cooperation network. */
      readonly modularity: number;
      /** Share of the weight of all ties that is out of place: conflict inside a bloc, cooperation between two. */
      readonly frustration: number;
      readonly reason?: undefined;
    }
  | { readonly reason: NoValueReason };

export interface BlocOptions {
  readonly random: Random;
  /** Resamplings of the incidents for the stability; 100 unless told. */
  readonly draws?: number;
}

/**
 * Blocs: communities of the cooperation network (ties with a positive net weight) by the Louvain method; conflict keeps
 * states apart by not tying them, and counts in `frustration`. Stability by the bootstrap over the incidents of each tie,
 * each kept with its confidence.
 * Source: V. D. Blondel et al., "Fast Unfolding of Communities in Large Networks", Journal of Statistical Mechanics
 * (2008) P10008; frustration: P. Doreian and A. Mrvar, Social Networks 18 (1996), 149-168.
 * No value with fewer than 3 states that cooperate.
 */
export const blocsOf = (rows: readonly IncidentRow[], options: BlocOptions): Blocs =>
  blocsOfTies(networkOf(rows), options);

/** The same of a network that is there. */
export function blocsOfTies(ties: readonly Tie[], options: BlocOptions): Blocs {
  const graph = cooperationGraph(ties);
  if (graph.order < 3) return { reason: "too few pairs" };
  const { communities, modularity } = communitiesOf(graph, options.random);
  const together = stability(ties, options);
  const order = bySize(communities);
  const centrality = centralityOf(graph);
  const states = [...new Set(ties.flatMap((tie) => [tie.a, tie.b]))].filter((state) => graph.hasNode(state)).sort();
  const members = states.map((state) => {
    const peers = states.filter((other) => other !== state && communities[other] === communities[state]);
    const shares = peers.map((other) => together(state, other));
    return {
      state,
      bloc: order.indexOf(communities[state]),
      stability: peers.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / peers.length,
      strength: ties.reduce((sum, tie) => sum + (tie.a === state || tie.b === state ? tie.weight : 0), 0),
      centrality: centrality[state],
    };
  });
  return { members, ties, modularity, frustration: frustrationOf(ties, communities) };
}

/** Numbers of the communities, the largest first, ties by the first state's name. */
function bySize(communities: Readonly<Record<string, number>>): number[] {
  const members = Map.groupBy(Object.keys(communities).sort(), (state) => communities[state]);
  return [...members].sort(([, a], [, b]) => b.length - a.length || (a[0] < b[0] ? -1 : 1)).map(([number]) => number);
}

/** Share of resamplings in which two states are in one bloc. */
function stability(ties: readonly Tie[], { random, draws = 100 }: BlocOptions): (a: string, b: string) => number {
  const counts = new Map<string, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    const graph = cooperationGraph(ties.map((tie) => ({ a: tie.a, b: tie.b, weight: resampledWeight(tie, random) })));
    if (graph.size === 0) continue;
    const { communities } = communitiesOf(graph, random);
    const groups = Map.groupBy(Object.entries(communities), ([, bloc]) => bloc);
    for (const group of groups.values()) {
      for (const [a] of group)
        for (const [b] of group) if (a < b) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  return (a, b) => (counts.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0) / draws;
}

function resampledWeight({ score, confidence }: Tie, random: Random): number {
  let weight = 0;
  for (let draw = 0; draw < score.length; draw += 1) {
    const incident = Math.floor(random() * score.length);
    if (random() < confidence[incident]) weight += score[incident];
  }
  return weight;
}

function frustrationOf(ties: readonly Tie[], blocs: Readonly<Record<string, number>>): number {
  let [wrong, all] = [0, 0];
  for (const { a, b, weight } of ties) {
    const inside = blocs[a] !== undefined && blocs[a] === blocs[b];
    all += Math.abs(weight);
    if (weight > 0 !== inside) wrong += Math.abs(weight);
  }
  return wrong / all;
}

/** A state that is with others than before. */
export interface Move {
  readonly state: string;
  /** States of its old bloc that it left behind, and of its new one that it was not with before. */
  readonly left: readonly string[];
  readonly joined: readonly string[];
}

/**
 * Who moved between two periods: states whose bloc is not the one that most of their old bloc went to.
 * Only states that are in the network of both periods are looked at.
 */
export function movesBetween(before: readonly Member[], after: readonly Member[]): Move[] {
  const now = new Map(after.map((member) => [member.state, member.bloc]));
  const stayed = before.filter((member) => now.has(member.state));
  const blocs = Map.groupBy(stayed, (member) => member.bloc);
  return stayed.flatMap((member): Move[] => {
    const peers = blocs.get(member.bloc) ?? [];
    const counts = Map.groupBy(peers, (peer) => now.get(peer.state));
    const most = Math.max(...[...counts.values()].map((group) => group.length));
    if (counts.get(now.get(member.state))?.length === most) return [];
    const company = stayed.filter((other) => other !== member && now.get(other.state) === now.get(member.state));
    return [
      {
        state: member.state,
        left: peers.filter((peer) => now.get(peer.state) !== now.get(member.state)).map((peer) => peer.state),
        joined: company.filter((other) => other.bloc !== member.bloc).map((other) => other.state),
      },
    ];
  });
}
