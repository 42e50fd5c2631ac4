import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";
import { demanded, knownOf } from "../../src/ledger/search/conditions.ts";
import { type Part, pageSql } from "../../src/ledger/search/incident-sql.ts";
import { matchSql } from "../../src/ledger/search/match.ts";
import { wantedOf } from "../../src/ledger/search/words.ts";
import { Database } from "../../src/ledger/store/database.ts";
import { entryOf } from "./entries.ts";

/** Incidents that are told of; those of one length score alike. */
const MANY = 60;
const PAGE = { kind: "incidents", words: "patrol", limit: 7, offset: 14 } as const;

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-many-"));
  const ledger = await openLedger(folder);
  await ledger.append(
    Array.from({ length: MANY }, (_, number) => {
      const day = `20${10 + (number % 10)}-0${1 + (number % 9)}-1${Math.floor(number / 10)}`;
      const text = `Gondor and Arnor flew a patrol ${"again ".repeat(number % 4)}number ${number}.`;
      return entryOf({ text, published: day, events: [{ actors: ["Gondor", "Arnor"], on: day }] });
    }),
  );
  await ledger.close();
  database = await Database.open(join(folder, "ledger.duckdb"), { readOnly: true });
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

async function partsOf(every: number, where: string, order: "rank" | "newest"): Promise<readonly Part[]> {
  const demand = await demanded(database, "report", wantedOf(PAGE.words), {});
  const reports = matchSql(demand, await knownOf(database, demand));
  return database.read<Part>(pageSql({ reports, where, every }, { ...PAGE, order }));
}

const countOf = (parts: readonly Part[], part: Part["part"]): number =>
  parts.filter((each) => each.part === part).reduce((sum, { count }) => sum + count, 0);

test.each([
  ["", "rank"],
  ["", "newest"],
  ["WHERE i.day_to >= '2012-01-01'", "rank"],
] as const)("where counts are taken from a sample, page and number are those of all: %j, %s", async (where, order) => {
  const [all, sampled] = [await partsOf(1, where, order), await partsOf(3, where, order)];
  const hits = (parts: readonly Part[]) => parts.filter(({ part }) => part === "hit");
  expect(hits(all)).toHaveLength(PAGE.limit);
  expect(hits(sampled)).toEqual(hits(all));
  expect(countOf(sampled, "all")).toBe(countOf(all, "all"));
  expect(countOf(all, "type")).toBe(countOf(all, "all"));
  expect(countOf(sampled, "type") % 3).toBe(0);
  expect(countOf(sampled, "type")).toBeGreaterThan(countOf(all, "type") / 2);
});
