import type { Random } from "./network/random.ts";

/** Sentences into batches of about `tokens` tokens, sentences of like length together, batches in random order. */
export function drawBatches<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  tokens: number,
  random: Random,
): T[][] {
  const keyed = items.map((item) => ({ item, key: Math.round(sizeOf(item) / 4 + random.next() * 3) + random.next() }));
  keyed.sort((a, b) => a.key - b.key);
  const batches = fillBatches(
    keyed.map(({ item }) => item),
    sizeOf,
    tokens,
  );
  random.shuffle(batches);
  return batches;
}

/** Consecutive items into batches of at most `tokens` tokens, each item's artificial root counted in. */
export function fillBatches<T>(items: readonly T[], sizeOf: (item: T) => number, tokens: number): T[][] {
  const batches: T[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const size = sizeOf(item) + 1;
    if (filled + size > tokens) {
      batches.push([]);
      filled = 0;
    }
    batches[batches.length - 1].push(item);
    filled += size;
  }
  return batches;
}

const WARM_UP = 150;
const FLOOR = 0.02;

/** The learning rate: a short climb, then half a cosine down to 2 % of the peak (Loshchilov and Hutter 2017). */
export function learningRate(peak: number, step: number, steps: number): number {
  const climb = Math.min(1, (step + 1) / WARM_UP);
  const wave = (1 + Math.cos(Math.PI * Math.min(1, step / steps))) / 2;
  return peak * climb * (FLOOR + (1 - FLOOR) * wave);
}
