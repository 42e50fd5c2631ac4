import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, onDyads, onReading } from "../../src/ledger/kept/change.ts";
import { Kept } from "../../src/ledger/kept/kept.ts";

const NOTHING: Change = {
  incidents: new Set(),
  dyads: new Set(),
  days: [],
  documents: new Set(),
  named: [],
};
const ofDyad = (pair: string): Change => ({ ...NOTHING, dyads: new Set([pair]) });
const READ: Change = { ...NOTHING, named: [{ day: "2020-12-23", states: new Set() }] };

test("an answer is given again until a change touches what it rests on", async () => {
  const kept = new Kept();
  let asked = 0;
  const between = () =>
    kept.of(["between"], () => kept.on(onDyads([["CHN", "RUS"]]), async () => ({ number: ++asked })));
  expect([await between(), await between()]).toEqual([{ number: 1 }, { number: 1 }]);
  kept.changed(ofDyad("IND+RUS"));
  expect(await between()).toEqual({ number: 1 });
  kept.changed(ofDyad("CHN+RUS"));
  expect(await between()).toEqual({ number: 2 });
  kept.changed(undefined);
  expect(await between()).toEqual({ number: 3 });
});

test("what is made of another answer stands where that comes out the same", async () => {
  const kept = new Kept();
  const table = { score: 4, note: "a" };
  let made = 0;
  const score = () => kept.of(["score"], () => kept.on(onReading(), async () => [table.score]));
  const word = () => kept.of(["word"], async () => `${(await score())[0]} after ${++made}`);
  expect(await word()).toBe("4 after 1");
  kept.changed(READ);
  expect(await word()).toBe("4 after 1");
  table.score = 5;
  kept.changed(READ);
  expect(await word()).toBe("5 after 2");
});

test("an answer that asks for what it does not name rests on everything", async () => {
  const kept = new Kept();
  let asked = 0;
  const ask = () =>
    kept.of(["all"], async () => {
      kept.rest(() => true);
      return ++asked;
    });
  await ask();
  kept.changed(ofDyad("CHN+RUS"));
  expect(await ask()).toBe(2);
});

test("what was begun before a change is asked again after it where the change touches it", async () => {
  const kept = new Kept();
  let [asked, finish] = [0, (): void => undefined];
  const slow = () =>
    kept.of(["slow"], () =>
      kept.on(onReading(), () => {
        const own = ++asked;
        return own > 1 ? Promise.resolve(own) : new Promise<number>((resolve) => (finish = () => resolve(own)));
      }),
    );
  const before = slow();
  const same = slow();
  kept.changed(READ);
  const after = slow();
  finish();
  expect([await before, await same, await after, await slow()]).toEqual([1, 1, 2, 2]);
});

test("a failure is not kept, nor what was made of it", async () => {
  const kept = new Kept();
  let fails = true;
  const part = () => kept.of(["part"], () => (fails ? Promise.reject(new Error("no disk")) : Promise.resolve(7)));
  const whole = () => kept.of(["whole"], () => part().catch(() => 0));
  await expect(part()).rejects.toThrow("no disk");
  expect(await whole()).toBe(0);
  fails = false;
  kept.changed(NOTHING);
  expect(await whole()).toBe(7);
});

test("a correction is handed the former answer and what changed since it was made", async () => {
  const kept = new Kept();
  const days = ["2020-12-23", "2020-12-24"];
  const read = () =>
    kept.of(["read"], {
      anew: () => kept.on(onReading(), async () => ["anew"]),
      mend: (former, changes) =>
        kept.on(onReading(), async () => [
          ...former,
          ...changes.flatMap(({ named }) => named.map(({ day }) => day ?? "")),
        ]),
    });
  await read();
  kept.changed(ofDyad("CHN+RUS"));
  for (const day of days) kept.changed({ ...NOTHING, named: [{ day, states: new Set() }] });
  expect(await read()).toEqual(["anew", ...days]);
});

test("of many answers the latest are kept, and what was let go of is no reason to make others anew", async () => {
  const kept = new Kept();
  let asked = 0;
  const of = (name: string) => kept.of([name], () => kept.on(onReading(), async () => ++asked), 150_000);
  const whole = () => kept.of(["whole"], async () => `${await of("a")} ${asked}`);
  expect(await whole()).toBe("1 1");
  expect([await of("b"), await of("c"), await of("b")]).toEqual([2, 3, 2]);
  kept.changed(ofDyad("CHN+RUS"));
  expect(await whole()).toBe("1 1");
  expect(await of("a")).toBe(4);
  kept.changed(READ);
  expect(await whole()).toBe("5 5");
});

type Step = { readonly cell: number; readonly value: number } | { readonly ask: number };

const CELLS = 4;
const step = fc.oneof(fc.record({ cell: fc.nat(CELLS - 1), value: fc.nat(2) }), fc.record({ ask: fc.nat(CELLS + 1) }));

test("whatever is written and asked in whatever order, every answer is what the tables give now", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps: readonly Step[]) => {
      const kept = new Kept();
      const table = Array.from({ length: CELLS }, () => 0);
      const cell = (at: number): Promise<number> =>
        kept.of(["cell", at], () => kept.on(onDyads([["A", String(at)]]), async () => table[at]));
      const sum = (upTo: number): Promise<number> =>
        kept.of(["sum", upTo], async () => {
          const first = await cell(upTo % CELLS);
          return first === 0 ? cell((upTo + 1) % CELLS) : first + (upTo > CELLS ? await sum(upTo - CELLS) : 0);
        });
      const plain = (upTo: number): number => {
        const first = table[upTo % CELLS];
        return first === 0 ? table[(upTo + 1) % CELLS] : first + (upTo > CELLS ? plain(upTo - CELLS) : 0);
      };
      for (const one of steps) {
        if ("ask" in one) expect(await sum(one.ask)).toBe(plain(one.ask));
        else {
          table[one.cell] = one.value;
          kept.changed(ofDyad(`${one.cell}+A`));
        }
      }
    }),
  );
});
