import { describe, expect, test } from "vitest";
import {
  type CrossTable,
  crossTable,
  forEachDyad,
  OBLIGATION_LEVELS,
  obligationLevel,
  type SimilarityMeasure,
  signorinoRitter,
  similarities,
  tableOfCounts,
} from "../../../src/measures/index.ts";
import { csvRows, hasSharedData, sharedText, votesByYear } from "./shared-data.ts";

const present = hasSharedData();
const NAME = { RUS: "RU", CHN: "CN", UKR: "UA", USA: "US", FRA: "FR", GBR: "GB", MEX: "MX", IND: "IN", PAK: "PK" };
const ISO2 = new Map(Object.entries(NAME));
const COW = new Map(
  Object.entries({ RUS: 365, CHN: 710, USA: 2, GBR: 200, FRA: 220, IND: 750, PAK: 770, UKR: 369, MEX: 70 }),
);

const COLUMN: Readonly<Record<string, SimilarityMeasure>> = {
  po: "agreement",
  S_abs: "S absolute",
  S_sq: "S squared",
  kappa_nom: "kappa nominal",
  kappa_lin: "kappa linear",
  kappa_quad: "kappa quadratic",
  pi_nom: "pi nominal",
  pi_lin: "pi linear",
  pi_quad: "pi quadratic",
  taub: "tau-b",
};

/** Largest difference between our values and a row's; a value where the row has none counts as infinite. */
function worst(table: CrossTable, row: Readonly<Record<string, string>>): number {
  const ours = similarities(table);
  const differences = Object.entries(COLUMN).map(([column, name]) => {
    if (row[column] === undefined) return 0;
    if (row[column] === "") return ours[name].value === undefined ? 0 : Number.POSITIVE_INFINITY;
    return Math.abs((ours[name].value ?? Number.NaN) - Number(row[column]));
  });
  return Math.max(
    ...differences.map((difference) => (Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference)),
  );
}

const transposed = (table: CrossTable): CrossTable => {
  const size = table.levels.length;
  return tableOfCounts(
    table.levels,
    table.counts.map((_, cell) => table.counts[(cell % size) * size + Math.floor(cell / size)]),
  );
};

describe.skipIf(!present)("similarity against published and independently computed values", () => {
  test("Signorino and Ritter 1999, Table 6: Germany and Russia 1914, and fpsim's pi, kappa and tau-b", () => {
    const rows = csvRows(sharedText("similarity/gmyrus14.csv"));
    const published = JSON.parse(sharedText("similarity/published.json")).gmyrus14;
    const column = (name: string) => rows.map((row) => Number(row[name]));
    const table = crossTable(column("gmy"), column("rus"), OBLIGATION_LEVELS);
    const ours = similarities(table);
    expect(ours["S absolute"].value).toBeCloseTo(published.S_abs, 9);
    expect(ours["S squared"].value).toBeCloseTo(published.S_sq, 7);
    expect(ours["pi nominal"].value).toBeCloseTo(published.pi_nominal, 8);
    expect(ours["kappa quadratic"].value).toBeCloseTo(published.kappa_quadratic_levels_0_3, 8);
    expect(ours["tau-b"].value).toBeCloseTo(published.tau_b, 8);
    const weighted = crossTable(column("gmy"), column("rus"), OBLIGATION_LEVELS, column("syscap"));
    expect(signorinoRitter(weighted, "absolute").value).toBeCloseTo(published.S_abs_weighted_by_syscap, 9);
  });

  test("votes in the General Assembly: every value by year, and USA-Mexico 1946 as fpsim published it", () => {
    const rows = csvRows(sharedText("similarity/un_similarity_by_year.csv"));
    const wanted = new Map(rows.map((row) => [[ISO2.get(row.a), ISO2.get(row.b), row.year].join(), row]));
    const differences: number[] = [];
    let mexico: Record<SimilarityMeasure, { value: number | undefined }> | undefined;
    for (const [year, portfolios] of votesByYear()) {
      forEachDyad(portfolios, (a, b, table) => {
        const row = wanted.get(`${a},${b},${year}`);
        const mirrored = wanted.get(`${b},${a},${year}`);
        if (row) differences.push(worst(table, row), Math.abs(table.total - Number(row.n)));
        if (mirrored) differences.push(worst(transposed(table), mirrored), Math.abs(table.total - Number(mirrored.n)));
        if (year === 1946 && a === "MX" && b === "US") mexico = similarities(table);
      });
    }
    expect(differences).toHaveLength(2 * rows.length);
    expect(Math.max(...differences)).toBeLessThan(1e-9);
    const published = JSON.parse(sharedText("similarity/published.json")).usamex46;
    expect(mexico?.["pi nominal"].value).toBeCloseTo(published.pi_nominal, 8);
    expect(mexico?.["kappa quadratic"].value).toBeCloseTo(published.kappa_quadratic, 8);
    expect(mexico?.["tau-b"].value).toBeCloseTo(published.tau_b, 8);
  });

  test("ATOP alliance portfolios: every value, ordinal, weighted by capabilities and cut to none or any", () => {
    const wanted = csvRows(sharedText("similarity/atop_similarity.csv"));
    const years = new Set(wanted.map((row) => row.year));
    const ours = alliances(years);
    const differences = wanted.flatMap((row) => {
      const [a, b, weights] = ours(row.a, row.b, row.year);
      const ordinal = crossTable(a, b, OBLIGATION_LEVELS);
      const binary = crossTable(a.map(Number).map(any), b.map(any), [0, 1]);
      const cinc = signorinoRitter(crossTable(a, b, OBLIGATION_LEVELS, weights), "absolute").value ?? Number.NaN;
      return [
        worst(ordinal, row),
        worst(binary, { S_abs: row.S_bin, kappa_quad: row.kappa_bin, pi_quad: row.pi_bin }),
        Math.abs(cinc - Number(row.S_abs_cinc)),
        Math.abs(ordinal.total - Number(row.n)),
      ];
    });
    expect(differences).toHaveLength(4 * wanted.length);
    expect(Math.max(...differences)).toBeLessThan(1e-9);
  });
});

const any = (level: number): number => (level >= 1 ? 1 : 0);

/** Positions of two states towards every member of the system, and the members' capabilities (NaN where unknown). */
function alliances(years: ReadonlySet<string>): (a: string, b: string, year: string) => [number[], number[], number[]] {
  const levels = new Map(
    csvRows(sharedText("votes/atop_alliance.csv.gz"))
      .filter((row) => years.has(row.year))
      .map((row) => [
        `${row.ccode1},${row.ccode2},${row.year}`,
        obligationLevel({
          defense: row.atop_defense === "1",
          offense: row.atop_offense === "1",
          neutrality: row.atop_neutral === "1",
          nonaggression: row.atop_nonagg === "1",
          consultation: row.atop_consul === "1",
        }),
      ]),
  );
  const capabilities = new Map(
    csvRows(sharedText("votes/cow_nmc.csv.gz")).map((row) => [`${row.ccode},${row.year}`, Number(row.cinc || "NaN")]),
  );
  const members = Map.groupBy(csvRows(sharedText("votes/cow_members_by_year.csv.gz")), (row) => row.year);
  return (a, b, year) => {
    const targets = (members.get(year) ?? []).map((row) => row.ccode);
    const towards = (state: string) => {
      const own = String(COW.get(state));
      return targets.map((target) => (own === target ? 3 : (levels.get(`${own},${target},${year}`) ?? 0)));
    };
    return [towards(a), towards(b), targets.map((target) => capabilities.get(`${target},${year}`) ?? Number.NaN)];
  };
}
