import { expect, test } from "vitest";
import {
  type Blocs,
  blocsOf,
  type IncidentRow,
  type Member,
  movesBetween,
  networkOf,
  seededRandom,
} from "../../src/measures/index.ts";
import { row } from "./row.ts";

/** Zachary's karate club (Journal of Anthropological Research 33 (1977), 452-473): the 78 ties, counted from 1. */
const KARATE =
  "2-1 3-1 3-2 4-1 4-2 4-3 5-1 6-1 7-1 7-5 7-6 8-1 8-2 8-3 8-4 9-1 9-3 10-3 11-1 11-5 11-6 12-1 13-1 13-4 14-1 14-2 14-3 14-4 17-6 17-7 18-1 18-2 20-1 20-2 22-1 22-2 26-24 26-25 28-3 28-24 28-25 29-3 30-24 30-27 31-2 31-9 32-1 32-25 32-26 32-29 33-3 33-9 33-15 33-16 33-19 33-21 33-23 33-24 33-30 33-31 33-32 34-9 34-10 34-14 34-15 34-16 34-19 34-20 34-21 34-23 34-24 34-27 34-28 34-29 34-30 34-31 34-32 34-33";

const act = (id: string, from: string, to: string, score: number, confidence = 0.9): IncidentRow =>
  row(id, { actors: [from], recipients: [to], score, confidence });
const blocs = (rows: readonly IncidentRow[]) => {
  const result = blocsOf(rows, { random: seededRandom(2), draws: 40 });
  if (result.reason) throw new Error(result.reason);
  return result;
};
const partition = (result: Exclude<Blocs, { reason: string }>): string[] =>
  [...Map.groupBy(result.members, (member) => member.bloc)]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => group.map((member) => member.state).join(""));

test("Louvain: the karate club's modularity of about 0.42, Blondel et al. 2008, table 1", () => {
  const rows = KARATE.split(" ").map((tie) => {
    const [a, b] = tie.split("-");
    return act(tie, a.padStart(2, "0"), b.padStart(2, "0"), 1, 1);
  });
  expect(rows).toHaveLength(78);
  const result = blocs(rows);
  expect(result.modularity).toBeGreaterThan(0.41);
  expect(result.modularity).toBeLessThan(0.4199);
  const central = result.members.toSorted((a, b) => b.centrality - a.centrality).map((member) => member.state);
  expect(central.slice(0, 3)).toEqual(["34", "01", "03"]);
});

const camp = (states: string, score: number): IncidentRow[] =>
  [...states].flatMap((a) =>
    [...states].flatMap((b) => (a < b ? [0, 1, 2].map((n) => act(`${a}${b}${score}${n}`, a, b, score)) : [])),
  );
const across = [..."ABCD"].flatMap((a) => [..."XYZ"].map((b) => act(`${a}${b}`, a, b, -3)));

test("two camps that fight each other are two blocs, stable and without frustration", () => {
  const result = blocs([...camp("ABCD", 4), ...camp("XYZ", 4), ...across]);
  expect(partition(result)).toEqual(["ABCD", "XYZ"]);
  expect(result.frustration).toBe(0);
  for (const member of result.members) expect(member.stability).toBeGreaterThan(0.9);
});

test("a quarrel inside a bloc is frustration, and a lone tie is less stable", () => {
  const result = blocs([
    ...camp("ABC", 4),
    act("quarrel", "A", "B", -14),
    ...camp("XYZ", 4),
    act("lone", "C", "D", 1, 0.5),
  ]);
  const stability = new Map(result.members.map((member) => [member.state, member.stability]));
  expect(result.frustration).toBeGreaterThan(0);
  expect(stability.get("D")).toBeLessThan(stability.get("X") ?? 0);
});

test("an incident of many states ties each pair by score / (states - 1)", () => {
  const summit = row("summit", { actors: ["A", "B", "C"], recipients: [], score: 4, confidence: 0.5 });
  expect(networkOf([summit]).map(({ a, b, weight }) => [a, b, weight])).toEqual([
    ["A", "B", 1],
    ["A", "C", 1],
    ["B", "C", 1],
  ]);
  const directed = row("visit", { actors: ["A", "B"], recipients: ["C"], score: 4, confidence: 0.5 });
  expect(networkOf([directed]).map(({ a, b }) => a + b)).toEqual(["AC", "BC"]);
});

test("fewer than three states that cooperate make no blocs", () => {
  expect(blocsOf([act("a", "A", "B", 3), ...across], { random: seededRandom(1) })).toEqual({ reason: "too few pairs" });
});

test("who moved: the state whose company changed, not those it left", () => {
  const before = blocs([...camp("ABCD", 4), ...camp("XYZ", 4)]).members;
  const after = blocs([...camp("ABC", 4), ...camp("DXYZ", 4)]).members;
  expect(movesBetween(before, after)).toEqual([{ state: "D", left: ["A", "B", "C"], joined: ["X", "Y", "Z"] }]);
  expect(movesBetween(before, before as Member[])).toEqual([]);
});
