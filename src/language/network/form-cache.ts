import type { Kernels } from "../kernels/kernels.ts";
import { addTableRow } from "../words/table.ts";
import { ROOT_ROW, type Vocabulary } from "../words/vocabulary.ts";
import type { PackedDense } from "./dense.ts";
import type { LayerRoom } from "./layer.ts";
import { intsAt, type Plan, shortsAt } from "./memory.ts";
import type { Packing } from "./packing.ts";
import { WORD_UNIT } from "./quantise.ts";
import type { Table } from "./weights.ts";

/** Octets that the slots may take together. */
const ROOM = 32e6;
/** No form has a line break. */
const ROOT_KEY = "\n";
const SHORT = 2;
const FLOAT = 4;

/**
 * What the first layer makes of a form, both directions, kept per form: texts repeat their words. Where all slots are
 * taken, one that was not used of late gives way (the clock algorithm).
 */
export class FormCache {
  readonly #vocabulary: Vocabulary;
  readonly #table: Table;
  readonly #inputs: readonly [PackedDense, PackedDense];
  readonly #slots = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #used: Uint8Array;
  /** The last batch that needs a slot: such slots don't give way while the batch is read. */
  readonly #batchOf: Int32Array;
  readonly #gateBytes: number;
  /** Number of slots: more than a batch has rows. */
  readonly #count: number;
  readonly #at: Record<"slots" | "word" | "forward" | "backward", number>;
  #hand = 0;
  #batch = 0;

  constructor(
    plan: Plan,
    vocabulary: Vocabulary,
    table: Table,
    inputs: readonly [PackedDense, PackedDense],
    rows: number,
  ) {
    this.#vocabulary = vocabulary;
    this.#table = table;
    this.#inputs = inputs;
    this.#gateBytes = inputs[0].columns * FLOAT;
    this.#count = Math.max(2 * rows, Math.floor(ROOM / (2 * this.#gateBytes)));
    this.#used = new Uint8Array(this.#count);
    this.#batchOf = new Int32Array(this.#count);
    this.#at = {
      slots: plan.take(this.#count * 2 * inputs[0].columns, FLOAT),
      word: plan.take(table.width, SHORT),
      forward: plan.take(rows, FLOAT),
      backward: plan.take(rows, FLOAT),
    };
  }

  /** Finds the slots of all tokens of a batch. A batch has fewer tokens than there are slots. */
  look(kernels: Kernels, batch: readonly (readonly string[])[], packing: Packing): void {
    const forward = intsAt(kernels, this.#at.forward, packing.rows);
    const backward = intsAt(kernels, this.#at.backward, packing.rows);
    this.#batch++;
    const root = this.#slot(kernels, ROOT_KEY);
    for (let row = 0; row < packing.rows; row++) {
      const position = packing.position[row];
      const slot = position ? this.#slot(kernels, batch[packing.order[packing.sentence[row]]][position - 1]) : root;
      forward[row] = slot;
      backward[packing.reversed[row]] = slot;
    }
  }

  /** Copies the gates of the tokens that `look` found, in the order in which a direction reads them. */
  copyGates(kernels: Kernels, { gates }: LayerRoom, { rows }: Packing, direction: 0 | 1): void {
    const size = this.#gateBytes;
    const indices = direction ? this.#at.backward : this.#at.forward;
    kernels.copyRows(this.#at.slots + direction * size, 2 * size, indices, gates, size, size, rows);
  }

  #slot(kernels: Kernels, form: string): number {
    const slot = this.#slots.get(form) ?? this.#fill(kernels, form);
    this.#used[slot] = 1;
    this.#batchOf[slot] = this.#batch;
    return slot;
  }

  #fill(kernels: Kernels, form: string): number {
    const slot = this.#freeSlot();
    this.#forms[slot] = form;
    this.#slots.set(form, slot);
    const vector = new Float32Array(this.#table.width);
    const rows = form === ROOT_KEY ? [ROOT_ROW] : this.#vocabulary.rows(form);
    for (const row of rows) addTableRow(this.#table, row, vector);
    const word = shortsAt(kernels, this.#at.word, vector.length);
    for (let k = 0; k < vector.length; k++)
      word[k] = Math.max(-32768, Math.min(32767, Math.trunc(vector[k] * WORD_UNIT)));
    for (const [direction, input] of this.#inputs.entries()) {
      const target = { at: this.#at.slots + (2 * slot + direction) * this.#gateBytes, stride: 0 };
      input.apply(kernels, this.#at.word, 0, target, 1);
    }
    return slot;
  }

  #freeSlot(): number {
    if (this.#forms.length < this.#count) return this.#forms.length;
    while (this.#used[this.#hand] || this.#batchOf[this.#hand] === this.#batch) {
      this.#used[this.#hand] = 0;
      this.#hand = (this.#hand + 1) % this.#count;
    }
    const slot = this.#hand;
    this.#slots.delete(this.#forms[slot]);
    this.#hand = (slot + 1) % this.#count;
    return slot;
  }
}
