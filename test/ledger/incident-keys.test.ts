import fc from "fast-check";
import { expect, test } from "vitest";
import { sortedCodes } from "../../src/ledger/codes.ts";
import { STANDS_UNDER, soughtUnder, standsUnder } from "../../src/ledger/incidents/keys.ts";
import { Database } from "../../src/ledger/store/database.ts";

const STATES = ["ARN", "DAL", "ERI", "GON", "LOR", "MOR", "RHU", "ROH", "UMB"];
const someStates = fc.subarray(STATES, { minLength: 1 }).map((states) => sortedCodes(states));

const meet = (sought: readonly string[], stands: readonly string[]): boolean =>
  soughtUnder(sought).some((key) => standsUnder(stands).includes(key));

test("a report is found whose states are all of another's, or among which all of the other's are", () => {
  fc.assert(
    fc.property(someStates, someStates, (one, other) => {
      const part = one.filter((_, index) => other.length > index % STATES.length || index === 0);
      expect([meet(one, part), meet(part, one), meet(one, one)]).toEqual([true, true, true]);
    }),
  );
});

test("of few states, those are left alone that share one state of several", () => {
  expect(meet(["ARN", "GON"], ["ARN", "ROH"])).toBe(false);
  expect(meet(["ARN", "GON", "MOR"], ["DAL", "MOR", "ROH"])).toBe(false);
  expect(meet(["ARN"], ["GON", "ROH"])).toBe(false);
  expect(meet(["ARN", "GON"], ["ARN", "GON", "ROH"])).toBe(true);
});

test("the database reckons the same keys", async () => {
  const database = await Database.open(":memory:");
  await fc.assert(
    fc.asyncProperty(someStates, async (states) => {
      const [{ keys }] = await database.read<{ keys: readonly string[] }>(
        `SELECT ${STANDS_UNDER} AS keys FROM (SELECT $1 AS states)`,
        [states.join("+")],
      );
      expect([...keys]).toEqual(standsUnder(states));
    }),
    { numRuns: 60 },
  );
  database.close();
});
