/** How often bands, effects and verdicts are right in worlds of which the truth is known. */
import { indexOf, type Random, seededRandom, type Verdict, verdictOf } from "../../src/measures/index.ts";
import { codedIncidents, exposureRows, monthName, trueLevel, type World } from "../../test/measures/simulate.ts";

const DRAWS = 2000;
const HALF = 12;

const world = (more: Partial<World>): World => ({
  months: 2 * HALF,
  rate: () => 10,
  cooperative: () => 0.7,
  families: () => 60,
  confidence: (random) => 0.6 + 0.39 * random(),
  ...more,
});

/** A share of cooperation that wanders between 0 and 1. */
function wandering(random: Random): World {
  const path = [0.5];
  while (path.length < 2 * HALF) {
    const step = 0.2 * (random() + random() - 1);
    path.push(Math.min(1, Math.max(0, path[path.length - 1] + step)));
  }
  return world({ cooperative: (month) => path[month] });
}

const WORLDS: Readonly<Record<string, (random: Random) => World>> = {
  "no change": () => world({}),
  "exposure five times": () => world({ families: (month) => (month < HALF ? 20 : 100) }),
  "exposure creeping up": () => world({ cooperative: () => 0.9, families: (month) => 10 + 6 * month }),
  "moderate rise": () => world({ cooperative: (month) => (month < HALF ? 0.5 : 0.8) }),
  "large rise": () => world({ cooperative: (month) => (month < HALF ? 0.3 : 0.95) }),
  "large fall": () => world({ cooperative: (month) => (month < HALF ? 0.95 : 0.3) }),
  "steady climb": () => world({ cooperative: (month) => 0.3 + 0.025 * month }),
  wandering,
  "little evidence": () => world({ rate: () => 0.5, families: () => 20 }),
};

const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;
const inside = ([low, high]: readonly [number, number], truth: number): boolean => low <= truth && truth <= high;
const meanLevel = (of: World, from: number): number =>
  Array.from({ length: HALF }, (_, at) => trueLevel(of, from + at) / HALF).reduce((sum, level) => sum + level, 0);

for (const [name, make] of Object.entries(WORLDS)) {
  const random = seededRandom(20201228);
  const called = new Map<Verdict["verdict"], number>();
  let [covered, periods, hits, reached] = [0, 0, 0, 0];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const truth = make(random);
    const rows = codedIncidents(truth, random);
    const question = { dyad: ["AAA", "BBB"] as const, length: "month" as const, exposure: exposureRows(truth) };
    const windows = { window: [monthName(HALF), monthName(23)], baseline: [monthName(0), monthName(11)] } as const;
    const verdict = verdictOf(rows, { ...question, ...windows }, { random });
    called.set(verdict.verdict, (called.get(verdict.verdict) ?? 0) + 1);
    if (verdict.verdict !== "not enough evidence") {
      reached += 1;
      if (inside(verdict.interval, meanLevel(truth, HALF) - meanLevel(truth, 0))) hits += 1;
    }
    const index = indexOf(rows, question, { random });
    if (index.reason) continue;
    periods += index.points.length;
    covered += index.points.filter((point, month) => inside(point.band90, trueLevel(truth, month))).length;
  }
  const verdicts = [...called].sort().map(([verdict, count]) => `${verdict} ${percent(count, DRAWS)}`);
  const bands = `90 % band covers ${percent(covered, periods)}, effect interval ${percent(hits, reached)}`;
  console.log(`${name}: ${bands}; ${verdicts.join(", ")}`);
}
