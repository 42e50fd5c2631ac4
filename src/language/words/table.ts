import type { Table, TablePart } from "../network/weights.ts";

const CODES = 256;
/** From one scale to the next: the eighth root of 2. */
const RATIO = 1.0905077326652577;
const SMALLEST = 2 ** -24;

/** Scales by code. Multiplied up rather than raised to powers, so that every machine has the same. */
export const SCALES: Float32Array = (() => {
  const scales = new Float32Array(CODES);
  let scale = SMALLEST;
  for (let code = 0; code < CODES; code++) {
    scales[code] = scale;
    scale *= RATIO;
  }
  return scales;
})();

/** Octets of one row of `width` values. */
export const rowOctets = (width: number, bits: number): number => Math.ceil((width * bits) / 8);

/** What a code of `bits` bits stands for, before the row's scale: codes lie evenly around 0. */
export const levelOf = (code: number, bits: number): number => code - ((1 << bits) - 1) / 2;

function addPacked({ bits, values }: TablePart, row: number, scale: number, vector: Float32Array): void {
  const mask = (1 << bits) - 1;
  let at = row * rowOctets(vector.length, bits);
  let pending = 0;
  let held = 0;
  for (let k = 0; k < vector.length; k++) {
    if (held < bits) {
      pending |= values[at++] << held;
      held += 8;
    }
    vector[k] += levelOf(pending & mask, bits) * scale;
    pending >>= bits;
    held -= bits;
  }
}

/** Adds a row of the table to a vector of its width. */
export function addTableRow({ trained, derived, scales }: Table, row: number, vector: Float32Array): void {
  const scale = SCALES[scales[row]];
  if (row < trained.rows) addPacked(trained, row, scale, vector);
  else addPacked(derived, row - trained.rows, scale, vector);
}
