import type { Position } from "../similarity/portfolios.ts";
import type { Item } from "./graded-response.ts";

/** Votes by item: who took which level. */
export interface Votes {
  readonly states: readonly string[];
  readonly items: readonly { readonly state: Int32Array; readonly level: Int32Array }[];
}

/** The votes on divided items; positions outside the scale are absences. */
export function votesOf(positions: readonly Position[], levels: readonly number[]): Votes {
  const known = positions.filter((position) => levels.includes(position.level));
  const divided = [...Map.groupBy(known, (position) => position.item).values()].filter(
    (votes) => new Set(votes.map((vote) => vote.level)).size > 1,
  );
  const states = [...new Set(divided.flat().map((vote) => vote.state))].sort();
  const index = new Map(states.map((state, at) => [state, at]));
  return {
    states,
    items: divided.map((votes) => ({
      state: Int32Array.from(votes, (vote) => index.get(vote.state) as number),
      level: Int32Array.from(votes, (vote) => levels.indexOf(vote.level)),
    })),
  };
}

/** First guesses: slopes from the votes' first principal component, thresholds from the shares of the levels. */
export function startItems(votes: Votes, levels: number): Item[] {
  const scores = firstComponent(votes);
  return votes.items.map(({ state, level }) => {
    const slope =
      1.5 *
      covariance(
        level,
        Array.from(state, (at) => scores[at]),
      );
    const thresholds = Array.from({ length: levels - 1 }, (_, at) => {
      const share = (level.filter((vote) => vote > at).length + 0.5) / (level.length + 1);
      return Math.log(share / (1 - share)) - 1e-3 * at;
    });
    return { slope, thresholds };
  });
}

/** Scores of the states on the first principal component of the centred votes, by power iteration; mean square 1. */
function firstComponent(votes: Votes): Float64Array {
  let scores = Float64Array.from(votes.states, (_, at) => Math.sin(at + 1));
  const means = votes.items.map(({ level }) => level.reduce((sum, vote) => sum + vote, 0) / level.length);
  for (let round = 0; round < 60; round += 1) {
    const next = new Float64Array(scores.length);
    for (const [at, { state, level }] of votes.items.entries()) {
      let loading = 0;
      for (let vote = 0; vote < state.length; vote += 1) loading += (level[vote] - means[at]) * scores[state[vote]];
      for (let vote = 0; vote < state.length; vote += 1) next[state[vote]] += (level[vote] - means[at]) * loading;
    }
    const size = Math.sqrt(next.reduce((sum, score) => sum + score * score, 0) / next.length);
    scores = next.map((score) => score / (size || 1));
  }
  return scores;
}

function covariance(level: Int32Array, scores: readonly number[]): number {
  const mean = level.reduce((sum, vote) => sum + vote, 0) / level.length;
  return scores.reduce((sum, score, at) => sum + score * (level[at] - mean), 0) / scores.length;
}
