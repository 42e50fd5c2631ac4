/**
 * Fits the weights of src/ledger/incidents/weights.ts on the open parts of the labels, and cross-validates them by
 * document: `node eval/incident-weights.ts`. A logistic regression over pairs of reports that can be compared, drawn
 * towards the weights of incidents/prior.ts; documents that tell of one event stay in one fold.
 */

import { Groups } from "../src/ledger/groups.ts";
import { noteSigns } from "../src/ledger/incidents/signs.ts";
import { comparable } from "../src/ledger/incidents/similarity.ts";
import { type Sign, WEIGHTS } from "../src/ledger/incidents/weights.ts";
import { archiveOf, OPEN_PARTS, partOf } from "./incidents/labels.ts";
import { PRIOR } from "./incidents/prior.ts";
import { placedOf, type Read, readLabelled } from "./incidents/run.ts";
import { bCubed, pairwise } from "./incidents/scores.ts";

const RIDGE = 4;
const STEPS = 20_000;
const RATE = 0.004;
const FOLDS = 5;

interface Example {
  readonly signs: readonly (readonly [Sign, number])[];
  readonly same: number;
  readonly folds: readonly number[];
}
type Weights = Record<Sign, number>;

const { tellings, labelled } = await readLabelled();
const own = labelled.filter(({ label }) => OPEN_PARTS.includes(partOf(label.document)));
const related = new Groups<string>();
for (const reads of Map.groupBy(own, ({ label }) => label.event).values())
  for (const { label } of reads) related.join(label.document, reads[0].label.document);
const heads = [...new Set(own.map(({ label }) => related.find(label.document)))].sort();
const foldOf = ({ label }: Read): number => heads.indexOf(related.find(label.document)) % FOLDS;

function exampleOf(one: Read, other: Read): Example[] {
  const near = one.telling.states.some((state) => other.telling.states.includes(state));
  if (archiveOf(one.label.document) !== archiveOf(other.label.document) || !near) return [];
  if (!comparable(one.telling, other.telling)) return [];
  const signs: [Sign, number][] = [];
  noteSigns(one.telling, other.telling, (sign, strength = 1) => signs.push([sign, strength]));
  return [{ signs, same: Number(one.label.event === other.label.event), folds: [foldOf(one), foldOf(other)] }];
}

const names = Object.keys(PRIOR) as Sign[];

function fitted(examples: readonly Example[]): Weights {
  const weights = { ...PRIOR };
  for (let step = 0; step < STEPS; step += 1) {
    const slope = Object.fromEntries(names.map((name) => [name, RIDGE * (weights[name] - PRIOR[name])])) as Weights;
    for (const { signs, same } of examples) {
      const odds = signs.reduce((sum, [name, strength]) => sum + strength * weights[name], 0);
      const error = 1 / (1 + Math.exp(-odds)) - same;
      for (const [name, strength] of signs) slope[name] += error * strength;
    }
    for (const name of names) weights[name] -= RATE * slope[name];
    if (Math.max(...names.map((name) => Math.abs(slope[name]))) < 0.01) break;
  }
  return weights;
}

/** Each fold's documents, put into incidents by weights that were fitted on the others. */
function crossValidated(examples: readonly Example[]) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    Object.assign(WEIGHTS, fitted(examples.filter(({ folds }) => !folds.includes(fold))));
    const placed = placedOf(tellings, own).filter((each) => foldOf(each) === fold);
    return placed.map((each) => ({ ...each, event: `${fold} ${each.event}`, incident: each.incident * FOLDS + fold }));
  }).flat();
}

const examples = own.flatMap((one, index) => own.slice(index + 1).flatMap((other) => exampleOf(one, other)));
console.log(`${examples.length} pairs, ${examples.filter(({ same }) => same).length} of them of one event`);
const weights = fitted(examples);
for (const name of names) {
  const some = examples.filter(({ signs }) => signs.some(([sign]) => sign === name));
  const counts = `${some.length} pairs, ${some.filter(({ same }) => same).length} of one event`;
  console.log(name.padEnd(26), PRIOR[name].toFixed(1), "->", weights[name].toFixed(1).padStart(5), counts);
}
const placed = crossValidated(examples);
const pairs = placed.flatMap((one, index) => placed.slice(index + 1).map((other) => [one, other] as const));
const judged = pairs
  .filter(([one, other]) => one.incident % FOLDS === other.incident % FOLDS)
  .map(([one, other]) => ({ same: one.event === other.event, together: one.incident === other.incident }));
console.log("cross-validated, pairwise", pairwise(judged), "B-cubed", bCubed(placed));
