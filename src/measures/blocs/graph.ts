import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import eigenvectorModule from "graphology-metrics/centrality/eigenvector.js";
import type { Random } from "../random.ts";

/** The packages are CommonJS functions whose types say `default`. */
const louvain = louvainModule as unknown as typeof louvainModule.default;
const eigenvector = eigenvectorModule as unknown as typeof eigenvectorModule.default;

/** A tie as the graph takes it. */
export interface WeightedTie {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

/** The graph of the ties with a positive weight. */
export function cooperationGraph(ties: readonly WeightedTie[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const { a, b, weight } of ties) {
    if (weight <= 0) continue;
    graph.mergeNode(a);
    graph.mergeNode(b);
    graph.mergeEdge(a, b, { weight });
  }
  return graph;
}

/** Communities by the Louvain method: the number of each state's community, and the modularity. */
export const communitiesOf = (graph: UndirectedGraph, random: Random) =>
  louvain.detailed(graph, { rng: random, getEdgeWeight: "weight" });

/** Eigenvector centrality by weight. */
export const centralityOf = (graph: UndirectedGraph): Record<string, number> =>
  eigenvector(graph, { getEdgeWeight: "weight", maxIterations: 10_000, tolerance: 1e-8 });
