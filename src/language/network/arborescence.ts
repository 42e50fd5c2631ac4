/** A node while the tree is sought: a token, or a cycle of nodes contracted to one. */
interface Node {
  /** Best weight of an edge from each token into the node. */
  readonly weights: Float64Array;
  /** The token inside the node that each such edge enters. */
  readonly targets: Int32Array;
  readonly members: readonly number[];
  /** The contraction that the node went into, -1 for none. */
  parent: number;
  /** The edge chosen: from a token outside to a token inside. */
  source: number;
  target: number;
}

/**
 * The best arborescence from node 0: the best head of every other node such that no cycle is left (Chu and Liu 1965,
 * Edmonds 1967; in the manner of Tarjan 1977 for dense graphs, in time quadratic in the number of nodes). `weights` are
 * [dependent, head], rows of `size`.
 */
export function arborescence(weights: Float64Array, size: number): Int32Array {
  const search = new Search(weights, size);
  for (let token = 1; token < size; token++) search.connect(token);
  return search.heads();
}

class Search {
  readonly #size: number;
  readonly #nodes: Node[] = [];
  /** Union-find over nodes: towards the contraction that a node is in. */
  readonly #up: number[] = [];
  /** Whether a node is connected to node 0 already. */
  readonly #connected: boolean[] = [];

  constructor(weights: Float64Array, size: number) {
    this.#size = size;
    for (let token = 0; token < size; token++) {
      this.#add(weights.slice(token * size, (token + 1) * size), new Int32Array(size).fill(token), []);
    }
    this.#connected[0] = true;
  }

  #add(weights: Float64Array, targets: Int32Array, members: readonly number[]): number {
    const node = this.#nodes.length;
    this.#nodes.push({ weights, targets, members, parent: -1, source: -1, target: -1 });
    this.#up.push(node);
    this.#connected.push(false);
    return node;
  }

  #find(node: number): number {
    let top = node;
    while (this.#up[top] !== top) top = this.#up[top];
    for (let at = node; this.#up[at] !== top; ) {
      const next = this.#up[at];
      this.#up[at] = top;
      at = next;
    }
    return top;
  }

  /** Follows best edges backwards from a token until they reach what is connected, contracting cycles on the way. */
  connect(token: number): void {
    const path: number[] = [];
    let node = this.#find(token);
    while (!this.#connected[node]) {
      path.push(node);
      this.#choose(node);
      node = this.#find(this.#nodes[node].source);
      const at = path.indexOf(node);
      if (at >= 0) node = this.#contract(path.splice(at));
    }
    for (const passed of path) this.#connected[passed] = true;
  }

  /** Chooses the best edge into a node from outside it. */
  #choose(index: number): void {
    const node = this.#nodes[index];
    let best = -1;
    for (let source = 0; source < this.#size; source++) {
      if (best >= 0 && node.weights[source] <= node.weights[best]) continue;
      if (this.#find(source) !== index) best = source;
    }
    node.source = best;
    node.target = node.targets[best];
  }

  /** Makes one node of a cycle: an edge into it replaces the cycle's own edge into the member that it enters. */
  #contract(cycle: readonly number[]): number {
    const weights = new Float64Array(this.#size).fill(Number.NEGATIVE_INFINITY);
    const targets = new Int32Array(this.#size);
    for (const index of cycle) {
      const member = this.#nodes[index];
      const own = member.weights[member.source];
      for (let source = 0; source < this.#size; source++) {
        const gain = member.weights[source] - own;
        if (gain <= weights[source]) continue;
        weights[source] = gain;
        targets[source] = member.targets[source];
      }
    }
    const node = this.#add(weights, targets, cycle);
    for (const index of cycle) {
      this.#up[index] = node;
      this.#nodes[index].parent = node;
    }
    return node;
  }

  /** Opens the contractions: of each, the member that an edge enters gives up its own. */
  heads(): Int32Array {
    const heads = new Int32Array(this.#size);
    const open: number[] = [];
    for (const [node, { parent }] of this.#nodes.entries()) if (node > 0 && parent < 0) open.push(node);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { source, target } = this.#nodes[next];
      heads[target] = source;
      for (let at = target; at !== next; at = this.#nodes[at].parent) {
        const { members } = this.#nodes[this.#nodes[at].parent];
        for (const member of members) if (member !== at) open.push(member);
      }
    }
    return heads;
  }
}
