import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeHeads, isTree } from "../../src/language/network/decode.ts";
import { maximumSpanningTree } from "../../src/language/network/spanning-tree.ts";

/** All trees of `size` tokens with one root, as heads with entry 0 unused. */
function* trees(size: number): Generator<Int32Array> {
  const heads = new Int32Array(size + 1).fill(-1);
  function* fill(token: number): Generator<Int32Array> {
    if (token > size) {
      if (isTree(heads)) yield heads.slice();
      return;
    }
    for (let head = 0; head <= size; head++) {
      if (head === token) continue;
      heads[token] = head;
      yield* fill(token + 1);
    }
  }
  yield* fill(1);
}

const scoreOf = (scores: Float32Array, heads: Int32Array): number => {
  let sum = 0;
  for (let token = 1; token < heads.length; token++) sum += scores[token * heads.length + heads[token]];
  return sum;
};

const scoresOf = (size: number) =>
  fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: (size + 1) ** 2, maxLength: (size + 1) ** 2 })
    .map((values) => Float32Array.from(values));

describe("decoding heads", () => {
  test.each([1, 2, 3, 4])("the spanning tree of %i tokens is the best of all trees", (size) => {
    fc.assert(
      fc.property(scoresOf(size), (scores) => {
        const best = Math.max(...[...trees(size)].map((heads) => scoreOf(scores, heads)));
        const found = maximumSpanningTree(scores, size + 1);
        expect(isTree(found)).toBe(true);
        expect(scoreOf(scores, found)).toBe(best);
      }),
    );
  });

  test("any scores give a tree with one root", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }).chain(scoresOf), (scores) => {
        const heads = decodeHeads(scores, Math.sqrt(scores.length));
        expect(heads[0]).toBe(-1);
        expect(isTree(heads)).toBe(true);
      }),
    );
  });

  test("greedy heads that are a tree are kept", () => {
    const scores = Float32Array.of(0, 0, 0, 0, 1, 0, 5, 0, 9, 0, 0, 0, 0, 0, 7, 0);
    expect([...decodeHeads(scores, 4)]).toEqual([-1, 2, 0, 2]);
  });

  test("a cycle is no tree, nor are two roots", () => {
    expect(isTree(Int32Array.of(-1, 2, 1))).toBe(false);
    expect(isTree(Int32Array.of(-1, 0, 0))).toBe(false);
    expect(isTree(Int32Array.of(-1, 0, 1))).toBe(true);
  });
});
