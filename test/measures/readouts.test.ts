import fc from "fast-check";
import { expect, test } from "vitest";
import { compareReadouts, type Readout, type ReadoutStatement } from "../../src/measures/index.ts";

const statement = (id: string, text: string, tone?: number): ReadoutStatement => ({
  id,
  text,
  span: [0, text.length],
  lemmas: text.toLowerCase().split(" "),
  ...(tone === undefined ? {} : { tone }),
});
const arnor: Readout = {
  document: "d1",
  side: "ARN",
  statements: [
    statement("a1", "minister discuss trade grain corridor", 2),
    statement("a2", "side condemn piracy strait", -3),
    statement("a3", "arnor thank vaccine aid", 5),
  ],
};
const gondor: Readout = {
  document: "d2",
  side: "GON",
  statements: [
    statement("g1", "gondor raise border incident", -2),
    statement("g2", "minister discuss trade grain corridor"),
    statement("g3", "both reject piracy attack shipping strait"),
  ],
};

test("statements of two readouts are matched by content, one to one", () => {
  const comparison = compareReadouts(arnor, gondor);
  expect(comparison.shared.map((point) => [point.first.id, point.second.id])).toEqual([
    ["a1", "g2"],
    ["a2", "g3"],
  ]);
  expect(comparison.onlyFirst.map((one) => one.id)).toEqual(["a3"]);
  expect(comparison.onlySecond.map((one) => one.id)).toEqual(["g1"]);
  expect(comparison.tone).toEqual({ first: 4 / 3, second: -2 });
});

test("different words for the same point are told, the same words are not", () => {
  const [same, other] = compareReadouts(arnor, gondor).shared;
  expect(same).toMatchObject({ similarity: 1, differentWords: false, onlyFirst: [], onlySecond: [] });
  expect(other).toMatchObject({ differentWords: true, onlyFirst: ["condemn", "side"] });
  expect(other.onlySecond).toEqual(["attack", "both", "reject", "shipping"]);
});

const words = fc.array(fc.constantFrom("trade", "grain", "piracy", "aid", "border", "talk"), {
  minLength: 1,
  maxLength: 5,
});
const readout = (side: string) =>
  fc.array(words, { maxLength: 6 }).map(
    (list): Readout => ({
      document: side,
      side,
      statements: list.map((lemmas, at) => ({ ...statement(`${side}${at}`, lemmas.join(" ")), lemmas })),
    }),
  );

test("each statement is either shared once or told by one side only, whichever comes first", () => {
  fc.assert(
    fc.property(readout("x"), readout("y"), (x, y) => {
      const there = compareReadouts(x, y);
      const back = compareReadouts(y, x);
      expect(there.shared.length + there.onlyFirst.length).toBe(x.statements.length);
      expect(there.shared.length + there.onlySecond.length).toBe(y.statements.length);
      expect(back.shared.length).toBe(there.shared.length);
      expect(there.tone).toEqual({});
    }),
  );
});
