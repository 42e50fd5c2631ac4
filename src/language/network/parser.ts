import type { KernelMaker, Kernels } from "../kernels/kernels.ts";
import { Vocabulary } from "../words/vocabulary.ts";
import { Attachment } from "./attachment.ts";
import { FormCache } from "./form-cache.ts";
import { Labelling, Tagging } from "./labelling.ts";
import { Layer, type LayerRoom } from "./layer.ts";
import { intsAt, Plan } from "./memory.ts";
import { type Packing, pack } from "./packing.ts";
import type { ParserNames, ParserWeights } from "./weights.ts";

/** Answers for one sentence, by number; heads count from 1, 0 is the root. */
export interface ParsedSentence {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Tokens that a sentence may have. */
export const LONGEST_SENTENCE = 256;
/** Rows that a batch may have: tokens and artificial roots. */
const CAPACITY = 1536;

const SHORT = 2;
const FLOAT = 4;

function planRoom(plan: Plan, width: number): LayerRoom {
  return {
    gates: plan.take(CAPACITY * 4 * width, FLOAT),
    state: plan.take(CAPACITY * width, FLOAT),
    hidden: plan.take(CAPACITY * width, SHORT),
    reversed: plan.take(CAPACITY, FLOAT),
    reversedInput: plan.take(CAPACITY * 2 * width, SHORT),
  };
}

/** The network at its work: forms in, tags, heads and relations out. */
export class Parser {
  readonly #kernels: Kernels;
  readonly #cache: FormCache;
  readonly #layers: readonly Layer[];
  readonly #tagging: Tagging;
  readonly #attachment: Attachment;
  readonly #labelling: Labelling;
  readonly #room: LayerRoom;
  readonly #width: number;
  readonly #tagLayer: number;

  constructor(makeKernels: KernelMaker, weights: ParserWeights, names: ParserNames) {
    const plan = new Plan();
    this.#tagLayer = weights.tagLayer;
    this.#width = weights.layers[0].forward.recurrent.depth;
    this.#layers = weights.layers.map((layer, index) => new Layer(plan, layer, index === 0, CAPACITY));
    const vocabulary = new Vocabulary(names.words, names.affixes);
    this.#cache = new FormCache(plan, vocabulary, weights.table, this.#layers[0].inputs, CAPACITY);
    this.#tagging = new Tagging(plan, weights.tag, CAPACITY);
    this.#attachment = new Attachment(plan, weights, CAPACITY, LONGEST_SENTENCE + 1);
    this.#labelling = new Labelling(plan, weights, CAPACITY);
    this.#room = planRoom(plan, this.#width);
    this.#kernels = makeKernels(plan.bytes);
    const parts = [...this.#layers, this.#tagging, this.#attachment, this.#labelling];
    for (const part of parts) part.load(this.#kernels);
  }

  /** Which kernels are at work. */
  get kernels(): Kernels["name"] {
    return this.#kernels.name;
  }

  /** Parses sentences of 1 to LONGEST_SENTENCE forms each, in batches. */
  parse(sentences: readonly (readonly string[])[]): ParsedSentence[] {
    const parsed: ParsedSentence[] = [];
    let batch: (readonly string[])[] = [];
    let rows = 0;
    for (const sentence of sentences) {
      if (rows + sentence.length + 1 > CAPACITY) {
        parsed.push(...this.#parseBatch(batch));
        batch = [];
        rows = 0;
      }
      batch.push(sentence);
      rows += sentence.length + 1;
    }
    if (batch.length > 0) parsed.push(...this.#parseBatch(batch));
    return parsed;
  }

  #parseBatch(batch: readonly (readonly string[])[]): ParsedSentence[] {
    const packing = pack(batch.map((forms) => forms.length));
    this.#runLayers(batch, packing);
    const stride = 2 * this.#width;
    const tagged = this.#layers[this.#tagLayer].output;
    const last = this.#layers[this.#layers.length - 1].output;
    const tags = this.#tagging.run(this.#kernels, tagged, stride, packing.rows);
    this.#attachment.run(this.#kernels, last, stride, packing.rows);
    const { heads, headRow } = this.#attach(packing);
    const relations = this.#labelling.run(this.#kernels, last, stride, packing, headRow);
    const parsed: ParsedSentence[] = new Array(batch.length);
    for (const [s, own] of heads.entries()) {
      const pick = (answers: Int32Array) => own.map((_, token) => answers[packing.offsets[token + 1] + s]);
      parsed[packing.order[s]] = { tags: pick(tags), heads: own, relations: pick(relations) };
    }
    return parsed;
  }

  #runLayers(batch: readonly (readonly string[])[], packing: Packing): void {
    const kernels = this.#kernels;
    const room = this.#room;
    intsAt(kernels, room.reversed, packing.rows).set(packing.reversed);
    this.#cache.look(kernels, batch, packing);
    let input = 0;
    for (const [index, layer] of this.#layers.entries()) {
      const below = input;
      layer.run(kernels, room, packing, (direction) => {
        if (index === 0) this.#cache.copyGates(kernels, room, packing, direction);
        else layer.project(kernels, room, packing, below, direction);
      });
      input = layer.output;
    }
  }

  #attach(packing: Packing): { heads: Int32Array[]; headRow: Int32Array } {
    const headRow = new Int32Array(packing.rows);
    const heads: Int32Array[] = [];
    for (let s = 0; s < packing.lengths.length; s++) {
      const found = this.#attachment.heads(this.#kernels, packing, s);
      for (let token = 1; token < found.length; token++) {
        headRow[packing.offsets[token] + s] = packing.offsets[found[token]] + s;
      }
      heads.push(found.subarray(1));
    }
    return { heads, headRow };
  }
}
