import type { CrossTable } from "./cross-table.ts";

/** One state's position on one item, as a level of the scale. */
export interface Position {
  readonly state: string;
  readonly item: string | number;
  readonly level: number;
}

/** The positions of many states on many items, as one bit set a state and level. */
export interface Portfolios {
  readonly states: readonly string[];
  readonly levels: readonly number[];
  /** 32-bit words a set. */
  readonly words: number;
  /** Set of state s and level l begins at (s * levels + l) * words. */
  readonly bits: Uint32Array;
}

/** The portfolios of one year or session. Positions outside the scale are absences. States come out sorted. */
export function portfoliosOf(positions: Iterable<Position>, levels: readonly number[]): Portfolios {
  const known = [...positions].filter((position) => levels.includes(position.level));
  const states = [...new Set(known.map((position) => position.state))].sort();
  const stateIndex = new Map(states.map((state, index) => [state, index]));
  const itemIndex = new Map<string | number, number>();
  for (const { item } of known) if (!itemIndex.has(item)) itemIndex.set(item, itemIndex.size);
  const words = Math.ceil(itemIndex.size / 32);
  const bits = new Uint32Array(states.length * levels.length * words);
  for (const { state, item, level } of known) {
    const set = ((stateIndex.get(state) as number) * levels.length + levels.indexOf(level)) * words;
    const bit = itemIndex.get(item) as number;
    bits[set + (bit >>> 5)] |= 1 << (bit & 31);
  }
  return { states, levels, words, bits };
}

/**
 * The cross table of each pair of states, over the items on which both took a position.
 * The table handed to `visit` is reused: take from it what is needed before returning.
 */
export function forEachDyad(portfolios: Portfolios, visit: (a: string, b: string, table: CrossTable) => void): void {
  const { states, levels } = portfolios;
  const table = { levels, counts: new Float64Array(levels.length ** 2), total: 0 };
  for (let a = 0; a < states.length; a += 1) {
    for (let b = a + 1; b < states.length; b += 1) {
      fillTable(portfolios, a, b, table);
      visit(states[a], states[b], table);
    }
  }
}

function fillTable(portfolios: Portfolios, a: number, b: number, table: { counts: Float64Array; total: number }): void {
  const { levels, words, bits } = portfolios;
  const size = levels.length;
  table.total = 0;
  for (let cell = 0; cell < size * size; cell += 1) {
    const left = (a * size + Math.floor(cell / size)) * words;
    const right = (b * size + (cell % size)) * words;
    let count = 0;
    for (let word = 0; word < words; word += 1) count += ones(bits[left + word] & bits[right + word]);
    table.counts[cell] = count;
    table.total += count;
  }
}

/** Number of set bits of a 32-bit word (Hacker's Delight, figure 5-2). */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
