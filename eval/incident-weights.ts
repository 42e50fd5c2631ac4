/** Fits the weights of src/ledger/incidents/similarity.ts on the development half: `node eval/incident-weights.ts`. */
import { comparable, noteSigns, type Sign, WEIGHTS } from "../src/ledger/incidents/similarity.ts";
import { OPEN_PARTS, partOf } from "./incidents/labels.ts";
import { readLabelled } from "./incidents/run.ts";

const RIDGE = 1;
const STEPS = 4_000;
const RATE = 0.01;

type Signs = Partial<Record<Sign | "bias", number>>;

const { labelled } = await readLabelled();
const own = labelled.filter(({ label }) => OPEN_PARTS.includes(partOf(label.document)));
const examples = own.flatMap((one, index) =>
  own.slice(index + 1).flatMap((other) => {
    const near = one.telling.states.some((state) => other.telling.states.includes(state));
    if (!near || !comparable(one.telling, other.telling)) return [];
    const signs: Signs = { bias: 1 };
    noteSigns(one.telling, other.telling, (sign, strength = 1) => {
      signs[sign] = strength;
    });
    return [{ signs: Object.entries(signs), same: Number(one.label.event === other.label.event) }];
  }),
);

const names = ["bias", ...Object.keys(WEIGHTS)];
const weights = new Map(names.map((name) => [name, 0]));
const weightOf = (name: string): number => weights.get(name) ?? 0;
for (let step = 0; step < STEPS; step += 1) {
  const slope = new Map(names.map((name) => [name, name === "bias" ? 0 : RIDGE * weightOf(name)]));
  for (const { signs, same } of examples) {
    const odds = signs.reduce((sum, [name, strength]) => sum + strength * weightOf(name), 0);
    const error = 1 / (1 + Math.exp(-odds)) - same;
    for (const [name, strength] of signs) slope.set(name, (slope.get(name) ?? 0) + error * strength);
  }
  for (const name of names) weights.set(name, weightOf(name) - RATE * (slope.get(name) ?? 0));
}

console.log(`${examples.length} pairs, ${examples.filter(({ same }) => same).length} of them of one event`);
for (const name of names) console.log(name.padEnd(26), weightOf(name).toFixed(2));
