/** A seeded generator (xorshift32, Marsaglia 2003): the same numbers on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) / 4294967296;
  }

  /** Near normal with mean 0 and variance 1: the sum of six uniforms. */
  gauss(): number {
    let sum = -3;
    for (let draw = 0; draw < 6; draw++) sum += this.next();
    return sum * Math.SQRT2;
  }

  shuffle<T>(items: T[]): void {
    for (let last = items.length - 1; last > 0; last--) {
      const other = Math.floor(this.next() * (last + 1));
      [items[last], items[other]] = [items[other], items[last]];
    }
  }
}
