import { dayNumber, dayOf } from "../../src/measures/calendar.ts";
import type { Random } from "../../src/measures/random.ts";
import type { IncidentRow } from "../../src/measures/rows.ts";

/** A world of which the truth is known: incidents per month at a true rate per 100 families. */
export interface World {
  /** Expected number of incidents per 100 families, by month. */
  readonly rate: (month: number) => number;
  /** Share of them that is cooperative, by month. */
  readonly cooperative: (month: number) => number;
  readonly families: (month: number) => number;
  readonly months: number;
  /** Coding: share of coded incidents that are real is their confidence. */
  readonly confidence: (random: Random) => number;
}

/** Score sizes, equally likely. */
const GOOD = [1.5, 2.5, 4, 5, 9.5];
const BAD = [-2, -3, -3.5, -6, -7];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The true net score per 100 families of a month. */
export const trueLevel = (world: World, month: number): number => {
  const share = world.cooperative(month);
  return world.rate(month) * (share * mean(GOOD) + (1 - share) * mean(BAD));
};

/** A Poisson number (Knuth's method; rates are small). */
export function poisson(rate: number, random: Random): number {
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

export const monthName = (month: number): string =>
  `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/**
 * What is coded of a world: for each real incident a row, and false ones, so that a row of confidence c is real with
 * probability c.
 */
export function codedIncidents(world: World, random: Random): IncidentRow[] {
  const rows: IncidentRow[] = [];
  for (let month = 0; month < world.months; month += 1) {
    const first = dayNumber(`${monthName(month)}-01`);
    const real = poisson((world.rate(month) * world.families(month)) / 100, random);
    let left = real;
    while (left > 0) {
      const confidence = world.confidence(random);
      if (random() < confidence) left -= 1;
      const values = random() < world.cooperative(month) ? GOOD : BAD;
      const score = values[Math.floor(random() * values.length)];
      const family = `f${rows.length % 40}`;
      rows.push({
        id: `i${rows.length}`,
        day: dayOf(first + Math.floor(random() * 28)),
        domain: "diplomatic",
        type: score > 0 ? "SUPPORT" : "ACCUSE",
        score,
        actors: ["AAA"],
        recipients: ["BBB"],
        directedAgainst: [],
        confidence,
        families: [family],
        sides: [rows.length % 2 ? "AAA" : "CCC"],
      });
    }
  }
  return rows;
}

export const exposureRows = (world: World) =>
  Array.from({ length: world.months }, (_, month) => ({ period: monthName(month), families: world.families(month) }));
