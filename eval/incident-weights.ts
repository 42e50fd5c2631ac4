/**
 * Fits the weights of src/ledger/incidents/weights.ts on the open parts of the labels, and cross-validates them by
 * document and by leaving out one part: `node eval/incident-weights.ts`. A logistic regression over pairs of reports that can be compared, drawn
 * towards the weights of incidents/prior.ts (incidents/fit.ts). Documents that tell of one event stay in one fold; the
 * documents are put into folds in several ways, since one way alone says a point or two more or less.
 */

import { createHash } from "node:crypto";
import { Groups } from "../src/ledger/groups.ts";
import { comparable } from "../src/ledger/incidents/similarity.ts";
import { WEIGHTS } from "../src/ledger/incidents/weights.ts";
import { type Example, exampleOf, fitted, SIGNS } from "./incidents/fit.ts";
import { archiveOf, isOpen, OPEN_PARTS, partOf } from "./incidents/labels.ts";
import { PRIOR } from "./incidents/prior.ts";
import { placedOf, type Read, readLabelled } from "./incidents/run.ts";
import { bCubed, pairwise } from "./incidents/scores.ts";

const FOLDS = 5;
const WAYS = 20;

const { tellings, labelled } = await readLabelled();
const own = labelled.filter(({ label }) => isOpen(partOf(label.document)));
const related = new Groups<string>();
for (const reads of Map.groupBy(own, ({ label }) => label.event).values())
  for (const { label } of reads) related.join(label.document, reads[0].label.document);
const headOf = ({ label }: Read): string => related.find(label.document);
const heads = [...new Set(own.map(headOf))].sort();

interface Pair extends Example {
  readonly heads: readonly string[];
  readonly parts: readonly string[];
}

function pairOf(one: Read, other: Read): Pair[] {
  const near = one.telling.states.some((state) => other.telling.states.includes(state));
  if (archiveOf(one.label.document) !== archiveOf(other.label.document) || !near) return [];
  if (!comparable(one.telling, other.telling)) return [];
  return [
    {
      ...exampleOf(one, other),
      heads: [headOf(one), headOf(other)],
      parts: [partOf(one.label.document), partOf(other.label.document)],
    },
  ];
}

const keyed = (way: number, head: string): string => createHash("sha256").update(`${way} ${head}`).digest("hex");

/** The fold of each group of documents, in one of several ways. */
function foldsOf(way: number): ReadonlyMap<string, number> {
  const order = heads.map((head) => ({ head, key: keyed(way, head) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  return new Map(order.map(({ head }, index) => [head, index % FOLDS]));
}

/** Each fold's documents, put into incidents by weights that were fitted on the others. */
function crossValidated(examples: readonly Pair[], way: number) {
  const folds = foldsOf(way);
  return Array.from({ length: FOLDS }, (_, fold) => {
    Object.assign(WEIGHTS, fitted(examples.filter((each) => !each.heads.some((head) => folds.get(head) === fold))));
    const placed = placedOf(tellings, own).filter((each) => folds.get(headOf(each)) === fold);
    return placed.map((each) => ({ ...each, event: `${fold} ${each.event}`, incident: each.incident * FOLDS + fold }));
  }).flat();
}

/** The documents of a part, put into incidents by weights that were fitted on the other parts. */
function leftOut(examples: readonly Pair[], part: string) {
  Object.assign(WEIGHTS, fitted(examples.filter(({ parts }) => !parts.includes(part))));
  return placedOf(tellings, own).filter(({ label }) => partOf(label.document) === part);
}

function scoresOf(placed: ReturnType<typeof placedOf>) {
  const pairs = placed.flatMap((one, index) => placed.slice(index + 1).map((other) => [one, other] as const));
  const judged = pairs.map(([one, other]) => ({
    events: [one.event, other.event] as const,
    same: one.event === other.event,
    together: one.incident === other.incident,
  }));
  return { ...pairwise(judged), bCubed: bCubed(placed).f1 };
}

const examples = own.flatMap((one, index) => own.slice(index + 1).flatMap((other) => pairOf(one, other)));
console.log(`${examples.length} pairs, ${examples.filter(({ same }) => same).length} of them of one event`);
const weights = fitted(examples);
for (const name of SIGNS) {
  const some = examples.filter(({ signs }) => signs.some(([sign]) => sign === name));
  const counts = `${some.length} pairs, ${some.filter(({ same }) => same).length} of one event`;
  console.log(name.padEnd(26), PRIOR[name].toFixed(1), "->", weights[name].toFixed(1).padStart(5), counts);
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const parts = OPEN_PARTS.map((part) => ({ part, ...scoresOf(leftOut(examples, part)) }));
for (const { part, precision, recall, f1, bCubed: cubed } of parts)
  console.log(
    `fitted without ${part}`.padEnd(36),
    [precision, recall, f1, cubed].map((value) => value.toFixed(1)).join(" "),
  );
console.log("fitted without a part, mean f1".padEnd(36), mean(parts.map(({ f1 }) => f1)).toFixed(1));
const ways = Array.from({ length: WAYS }, (_, way) => scoresOf(crossValidated(examples, way)));
for (const name of ["precision", "recall", "f1", "bCubed"] as const) {
  const values = ways.map((each) => each[name]);
  const range = `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`;
  console.log(`cross-validated in ${WAYS} ways, ${name}`.padEnd(36), mean(values).toFixed(1), `(${range})`);
}
