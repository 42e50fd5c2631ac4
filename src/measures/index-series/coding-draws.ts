import type { Random } from "../random.ts";
import type { Cells } from "./cells.ts";
import { addTo, emptySums, type IndexKind, type Sums } from "./observations.ts";

/** Periods with more incidents than this draw their net score from its normal limit. */
const MANY = 24;

/** Draws of what was really there, given how sure the coding is. The sums returned are reused by the next draw. */
export function codingDraws(cells: Cells, kind: IndexKind, random: Random, normal: () => number): () => Sums {
  return kind === "net" || kind === "sum" ? netDraws(cells, random, normal) : keptDraws(cells, random);
}

/** Each incident is kept with its confidence. */
function keptDraws(cells: Cells, random: Random): () => Sums {
  const sums = emptySums(cells.periods.length);
  return () => {
    for (const column of Object.values(sums)) column.fill(0);
    for (let incident = 0; incident < cells.score.length; incident += 1) {
      if (random() < cells.confidence[incident]) addTo(sums, cells, incident, 1);
    }
    return sums;
  };
}

/**
 * The same for the net score alone: incident by incident in periods with few, and in those with many a normal number
 * with the same mean and variance, sum of s c and sum of s^2 c (1 - c).
 */
function netDraws(cells: Cells, random: Random, normal: () => number): () => Sums {
  const { score, confidence, period } = cells;
  const sums = emptySums(cells.periods.length);
  const [count, mean, spread] = [0, 1, 2].map(() => new Float64Array(cells.periods.length));
  for (const at of period) count[at] += 1;
  const single: number[] = [];
  for (let incident = 0; incident < score.length; incident += 1) {
    const at = period[incident];
    if (count[at] <= MANY && confidence[incident] < 1) single.push(incident);
    else {
      mean[at] += score[incident] * confidence[incident];
      spread[at] += score[incident] ** 2 * confidence[incident] * (1 - confidence[incident]);
    }
  }
  const where = Int32Array.from(single, (incident) => period[incident]);
  const sure = Float64Array.from(single, (incident) => confidence[incident]);
  const worth = Float64Array.from(single, (incident) => score[incident]);
  spread.forEach((variance, at) => {
    spread[at] = Math.sqrt(variance);
  });
  return () => {
    for (let at = 0; at < mean.length; at += 1) {
      sums.net[at] = spread[at] > 0 ? mean[at] + spread[at] * normal() : mean[at];
    }
    const { net } = sums;
    for (let at = 0; at < where.length; at += 1) net[where[at]] += random() < sure[at] ? worth[at] : 0;
    return sums;
  };
}
