/** A source of numbers in [0, 1): the only chance that measures know, always handed in. */
export type Random = () => number;

/**
 * A seeded generator: sfc32 (C. Doty-Humphrey, PractRand), period about 2^127, passes PractRand and BigCrush.
 * The same seed gives the same numbers on every machine.
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}

/** Standard normal numbers by Marsaglia's polar method (SIAM Review 6 (1964), 260-264). */
export function normals(random: Random): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
}

/**
 * A chi-squared number with `free` (at least 2) degrees of freedom: twice a gamma number by Marsaglia and Tsang's method
 * (ACM Transactions on Mathematical Software 26 (2000), 363-372).
 */
export function chiSquared(free: number, random: Random, normal: () => number): number {
  const shape = free / 2 - 1 / 3;
  const scale = 1 / Math.sqrt(9 * shape);
  for (;;) {
    const x = normal();
    const cube = (1 + scale * x) ** 3;
    if (cube <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * x * x + shape - shape * cube + shape * Math.log(cube)) return 2 * shape * cube;
  }
}

/** The quantile of sorted numbers, by linear interpolation (Hyndman and Fan 1996, type 7). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
