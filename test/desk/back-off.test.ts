import fc from "fast-check";
import { expect, test } from "vitest";
import { secondsToNextLook } from "../../src/desk/jobs/back-off.ts";
import { Pace } from "../../src/desk/jobs/pace.ts";
import { codedInOrder, type Item } from "../../src/desk/jobs/pipeline.ts";

const HALF = 0.5;

test("the wait doubles with each failure in a row, up to a day", () => {
  const waits = [0, 1, 2, 3, 4, 5, 20].map((failures) => secondsToNextLook({ every: 900, failures }, HALF));
  expect(waits).toEqual([900, 1800, 3600, 7200, 14_400, 28_800, 86_400]);
});

test("what is looked at less than once a day waits no less for failing", () => {
  expect(secondsToNextLook({ every: 604_800, failures: 3 }, HALF)).toBe(604_800);
});

test("looks are spread, never by more than a fifth, and never sooner than was asked for", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 604_800 }),
      fc.nat(40),
      fc.nat(1_000_000),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (every, failures, retryAfter, chance) => {
        const wait = secondsToNextLook({ every, failures, retryAfter }, chance);
        expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfter, 604_800));
        expect(wait).toBeGreaterThanOrEqual(every * 0.79);
        expect(wait).toBeLessThanOrEqual(Math.max(every, 86_400, retryAfter) * 1.21);
      },
    ),
  );
});

test("pauses don't count for the pace, and the time left follows the share that is done", () => {
  let now = 0;
  const pace = new Pace(() => now);
  pace.mark(0, 0);
  now = 10;
  pace.mark(20, 4_000);
  expect(pace.rate).toEqual({ documents: 2, words: 400 });
  expect(pace.left(0.25)).toBe(30);
  expect(pace.left(undefined)).toBeUndefined();
  pace.halt();
  now = 500;
  expect(pace.seconds).toBe(10);
  expect(pace.rate).toBeUndefined();
  pace.go();
  now = 505;
  expect(pace.seconds).toBe(15);
});

/** Stations whose coder takes as long as the text says, and counts how many it has in hand. */
function stationsOf(ahead: number, signal = new AbortController().signal) {
  let inHand = 0;
  const seen = { most: 0 };
  const code = async ({ text }: { text: string }) => {
    inHand += 1;
    seen.most = Math.max(seen.most, inHand);
    await new Promise((resolve) => setTimeout(resolve, Number(text)));
    inHand -= 1;
    return { reading: { id: text }, domains: {} };
  };
  return { seen, stations: { coders: { ahead, code }, known: { has: async () => false }, signal } as never };
}

async function* itemsOf(waits: readonly number[]): AsyncGenerator<Item> {
  for (const [at, wait] of waits.entries()) {
    const document = { id: `d${at}`, text: String(wait), language: "en", original: "" };
    yield { intake: { document, original: new Uint8Array(1) } };
  }
}

test("documents come out in the order in which they went in, and few are in hand at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), async (waits, ahead) => {
      const { seen, stations } = stationsOf(ahead);
      const ids: string[] = [];
      for await (const step of codedInOrder(itemsOf(waits), stations))
        if ("taken" in step) ids.push(step.taken.document.id);
      expect(ids).toEqual(waits.map((_, at) => `d${at}`));
      expect(seen.most).toBeLessThanOrEqual(ahead);
    }),
    { numRuns: 30 },
  );
});

test("an intake that is ended does not wait for a source that stalls", async () => {
  const end = new AbortController();
  async function* stalling(): AsyncGenerator<Item> {
    yield* itemsOf([1]);
    end.abort();
    await new Promise(() => undefined);
  }
  const steps: unknown[] = [];
  for await (const step of codedInOrder(stalling(), stationsOf(4, end.signal).stations)) steps.push(step);
  expect(steps).toHaveLength(1);
});
