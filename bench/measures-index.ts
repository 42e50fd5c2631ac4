/** Indexes of 200 dyads, 60 months, 500,000 incidents, each domain and all together: `node bench/measures-index.ts`. */
import { type IncidentRow, indexOf, periodsBetween, seededRandom } from "../src/measures/index.ts";
import { DOMAINS } from "../src/schema/index.ts";

const DYADS = 200;
const INCIDENTS = 500_000;
const SCORES = [2.5, 4, 5, 9.5, -2, -3, -3.5, -6];

const random = seededRandom(1);
const days = periodsBetween("2015-01-01", "2019-12-31", "month").flatMap((month) =>
  Array.from({ length: 28 }, (_, day) => `${month}-${String(day + 1).padStart(2, "0")}`),
);
const any = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
const rows = Array.from(
  { length: INCIDENTS },
  (_, at): IncidentRow => ({
    id: `i${at}`,
    day: any(days),
    domain: any(DOMAINS),
    type: "SUPPORT",
    score: any(SCORES),
    actors: [`A${at % DYADS}`],
    recipients: [`B${at % DYADS}`],
    directedAgainst: [],
    confidence: 0.5 + random() / 2,
    families: ["f"],
    sides: ["AAA"],
  }),
);
const exposure = periodsBetween("2015-01-01", "2019-12-31", "month").map((period) => ({ period, families: 400 }));

const started = performance.now();
const byDyad = Map.groupBy(rows, (row) => row.actors[0]);
let indexes = 0;
for (const [a, part] of byDyad) {
  const dyad = [a, a.replace("A", "B")] as const;
  for (const domain of [undefined, ...DOMAINS]) {
    const index = indexOf(part, { dyad, domain, length: "month", exposure }, { random });
    if (!index.reason) indexes += 1;
  }
}
const ms = Math.round(performance.now() - started);
console.log(`${indexes} indexes of ${INCIDENTS} incidents, 200 paths each: ${ms} ms`);
