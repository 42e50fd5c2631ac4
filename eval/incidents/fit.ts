import { noteSigns } from "../../src/ledger/incidents/signs.ts";
import type { Sign } from "../../src/ledger/incidents/weights.ts";
import { PRIOR } from "./prior.ts";
import type { Read } from "./run.ts";

type Weights = Record<Sign, number>;

/** A pair of reports: its signs with their strengths, and whether it is of one event (1) or not (0). */
export interface Example {
  readonly signs: readonly (readonly [Sign, number])[];
  readonly same: number;
}

/** A pair of reports that can be compared, as an example. */
export function exampleOf(one: Read, other: Read): Example {
  const signs: [Sign, number][] = [];
  noteSigns(one.telling, other.telling, (sign, strength = 1) => signs.push([sign, strength]));
  return { signs, same: Number(one.label.event === other.label.event) };
}

/** How strongly weights are drawn towards those of PRIOR; 8 to 16 do equally well by cross-validation. */
const RIDGE = 12;
const MOST_STEPS = 30;
const SMALLEST_STEP = 1e-4;

export const SIGNS = Object.keys(PRIOR) as Sign[];
const AT = new Map(SIGNS.map((sign, index) => [sign, index]));
const rowOf = ({ signs }: Example): (readonly [number, number])[] =>
  signs.map(([sign, strength]) => [AT.get(sign) ?? 0, strength]);

interface Slopes {
  readonly gradient: number[];
  readonly hessian: number[][];
}

function slopesAt(weights: readonly number[], examples: readonly Example[]): Slopes {
  const gradient = weights.map((weight, index) => RIDGE * (weight - PRIOR[SIGNS[index]]));
  const hessian = weights.map((_, row) => weights.map((_each, column) => (row === column ? RIDGE : 0)));
  for (const example of examples) {
    const row = rowOf(example);
    const share = 1 / (1 + Math.exp(-row.reduce((sum, [index, strength]) => sum + strength * weights[index], 0)));
    for (const [index, strength] of row) {
      gradient[index] += (share - example.same) * strength;
      for (const [other, also] of row) hessian[index][other] += share * (1 - share) * strength * also;
    }
  }
  return { gradient, hessian };
}

/** The solution of a system of linear equations with a positive definite matrix, by elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]]);
  const size = rows.length;
  for (const [at, pivot] of rows.entries())
    for (const row of rows.slice(at + 1)) {
      const factor = row[at] / pivot[at];
      if (factor !== 0) for (let column = at; column <= size; column += 1) row[column] -= factor * pivot[column];
    }
  const solution = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1)
    solution[at] =
      solution.reduce((rest, value, index) => rest - rows[at][index] * value, rows[at][size]) / rows[at][at];
  return solution;
}

/** The weights of a logistic regression over examples, drawn towards PRIOR, by Newton's method. */
export function fitted(examples: readonly Example[]): Weights {
  let weights = SIGNS.map((sign) => PRIOR[sign]);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, hessian } = slopesAt(weights, examples);
    const change = solved(hessian, gradient);
    weights = weights.map((weight, index) => weight - change[index]);
    if (Math.max(...change.map(Math.abs)) < SMALLEST_STEP) break;
  }
  return Object.fromEntries(SIGNS.map((sign, index) => [sign, weights[index]])) as Weights;
}
