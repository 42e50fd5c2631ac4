import { decodeHeads } from "../../src/language/network/decode.ts";
import { type Packing, pack } from "../../src/language/network/packing.ts";
import { ArcScorer } from "./arcs.ts";
import { Arena, at, type Floats } from "./arena.ts";
import { Dropout } from "./dropout.ts";
import { Embedding, type InputToken } from "./embedding.ts";
import { Labeller } from "./labels.ts";
import { Linear } from "./linear.ts";
import { crossEntropy } from "./loss.ts";
import { BiLstm } from "./lstm.ts";
import { adamStep, Parameters } from "./parameter.ts";
import { Random } from "./random.ts";

/** Sizes of a network. Widths are multiples of 8. */
export interface Shape {
  /** Width of a word's vector. */
  readonly word: number;
  /** Width of one direction of an LSTM layer. */
  readonly hidden: number;
  readonly layers: number;
  /** The layer that the tags are read from, 0 being the first. */
  readonly tagLayer: number;
  /** Width of the arc scorer's dependents and heads. */
  readonly arc: number;
  /** Width of the labeller's dependents and heads. */
  readonly label: number;
  readonly tags: number;
  readonly relations: number;
}

export interface Rates {
  readonly input: number;
  readonly layer: number;
  readonly head: number;
}

/** A sentence with its gold answers. Heads count from 1, 0 is the root. */
export interface Example {
  readonly tokens: readonly InputToken[];
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly tags: Int32Array;
}

export interface Prediction {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly tags: Int32Array;
}

export interface Losses {
  readonly arc: number;
  readonly label: number;
  readonly tag: number;
}

export interface NetworkOptions {
  readonly shape: Shape;
  readonly rates: Rates;
  readonly seed: number;
  /** Rows of the embedding table, and the first of them that belongs to a word. */
  readonly tableRows: number;
  readonly firstWord: number;
  readonly vectors: Float32Array;
  readonly vectorWidth: number;
  /** Rows that a batch may have. */
  readonly capacity: number;
  /** Tokens that a sentence may have, root included. */
  readonly longest: number;
  readonly megabytes: number;
}

const CLIP = 2;

/** The parser's network with its gradients: tags from one layer, heads and relations from the last. */
export class Network {
  readonly shape: Shape;
  readonly parameters: Parameters;
  readonly embedding: Embedding;
  /** Norm of the last gradient, per token. */
  norm = 0;
  readonly #arena: Arena;
  readonly #layers: readonly BiLstm[];
  readonly #tagger: Linear;
  readonly #arcMlp: Linear;
  readonly #labelMlp: Linear;
  readonly #arcs: ArcScorer;
  readonly #labels: Labeller;
  readonly #room: Record<"tags" | "arc" | "label" | "dArc" | "dLabel", Floats>;
  readonly #gradients: readonly Floats[];
  readonly #masks: { input: Dropout; layers: readonly Dropout[]; arc: Dropout; joined: Dropout };
  #time = 0;

  constructor(options: NetworkOptions) {
    const { shape, rates, capacity } = options;
    this.shape = shape;
    const arena = new Arena(options.megabytes);
    const random = new Random(options.seed);
    const make = new Parameters(arena, random);
    this.#arena = arena;
    this.parameters = make;
    this.embedding = new Embedding(arena, make, random, {
      ...options,
      size: options.tableRows,
      width: shape.word,
      rows: capacity,
    });
    const both = 2 * shape.hidden;
    this.#layers = Array.from(
      { length: shape.layers },
      (_, l) => new BiLstm(arena, make, `layer${l}`, l ? both : shape.word, shape.hidden, capacity),
    );
    const spread = 1 / Math.sqrt(both);
    this.#tagger = new Linear(arena, make, "tag", both, shape.tags, spread / 2);
    this.#arcMlp = new Linear(arena, make, "arc", both, 2 * shape.arc, spread);
    this.#labelMlp = new Linear(arena, make, "label", both, 2 * shape.label, spread);
    this.#arcs = new ArcScorer(arena, make, shape.arc, capacity, options.longest);
    this.#labels = new Labeller(arena, make, shape.label, shape.relations, capacity);
    this.#room = {
      tags: arena.floats(capacity * this.#tagger.outputs),
      arc: arena.floats(capacity * 2 * shape.arc),
      label: arena.floats(capacity * 2 * shape.label),
      dArc: arena.floats(capacity * 2 * shape.arc),
      dLabel: arena.floats(capacity * 2 * shape.label),
    };
    this.#gradients = [shape.word, ...this.#layers.map(() => both)].map((width) => arena.floats(capacity * width));
    const dropout = (width: number, rate: number) => new Dropout(arena, random, width, rate, capacity);
    this.#masks = {
      input: dropout(shape.word, rates.input),
      layers: this.#layers.map(() => dropout(both, rates.layer)),
      arc: dropout(2 * shape.arc, rates.head),
      joined: dropout(shape.label, rates.head),
    };
  }

  /** One step of learning on a batch; returns the mean losses per token. */
  learn(batch: readonly Example[], rate: number): Losses {
    const { losses, touched, tokens } = this.gradients(batch, true);
    let sum = 0;
    const { kernels } = this.#arena;
    const dense = this.parameters.all.filter((parameter) => parameter !== this.embedding.table);
    for (const { gradient, rows, columns } of dense) sum += kernels.sumOfSquares(gradient.at, rows * columns);
    const width = this.shape.word;
    for (const row of touched) sum += kernels.sumOfSquares(at(this.embedding.table.gradient, row * width), width);
    this.norm = Math.sqrt(sum) / tokens;
    this.#time++;
    const scale = (this.norm > CLIP ? CLIP / this.norm : 1) / tokens;
    const step = { rate, scale, time: this.#time };
    for (const parameter of dense) adamStep(this.#arena, parameter, 0, parameter.rows * parameter.columns, step);
    this.embedding.update(touched, step);
    return losses;
  }

  /** Adds the gradient of the summed loss to the parameters'. Dropout only when `learning`. */
  gradients(batch: readonly Example[], learning: boolean): { losses: Losses; touched: number[]; tokens: number } {
    const packing = pack(batch.map(({ tokens }) => tokens.length));
    const sorted = Array.from(packing.order, (index) => batch[index]);
    this.#forward(sorted, packing, learning);
    const tokens = packing.rows - sorted.length;
    const headRow = this.#goldHeads(sorted, packing);
    const tag = this.#tagLoss(sorted, packing);
    const arc = this.#arcLoss(sorted, packing);
    const label = this.#labelLoss(sorted, packing, headRow, learning);
    const touched = this.#backward(packing, headRow, learning);
    return { losses: { arc: arc / tokens, label: label / tokens, tag: tag / tokens }, touched, tokens };
  }

  predict(batch: readonly Pick<Example, "tokens">[]): Prediction[] {
    const packing = pack(batch.map(({ tokens }) => tokens.length));
    const sorted = Array.from(packing.order, (index) => batch[index]);
    this.#forward(sorted, packing, false);
    const headRow = new Int32Array(packing.rows).fill(-1);
    const heads = sorted.map((_, s) => {
      const length = packing.lengths[s];
      const found = decodeHeads(this.#arcs.scores(this.#room.arc, packing, s), length);
      for (let token = 1; token < length; token++)
        headRow[packing.offsets[token] + s] = packing.offsets[found[token]] + s;
      return found.subarray(1);
    });
    this.#labels.join(this.#room.label, headRow);
    this.#labels.score(packing.rows);
    const predictions: Prediction[] = new Array(batch.length);
    for (let s = 0; s < sorted.length; s++) {
      const pick = (scores: Floats, columns: number, size: number) =>
        Int32Array.from(heads[s], (_, token) => best(scores.data, (packing.offsets[token + 1] + s) * columns, size));
      predictions[packing.order[s]] = {
        heads: heads[s],
        relations: pick(this.#labels.scores, this.#labels.columns, this.shape.relations),
        tags: pick(this.#room.tags, this.#tagger.outputs, this.shape.tags),
      };
    }
    return predictions;
  }

  #forward(batch: readonly Pick<Example, "tokens">[], packing: Packing, learning: boolean): void {
    const { rows } = packing;
    const drop = (mask: Dropout, floats: Floats) => {
      if (!learning) return;
      mask.draw(batch.length);
      mask.apply(floats, packing);
    };
    this.embedding.forward(
      batch.map(({ tokens }) => tokens),
      packing,
      learning,
    );
    drop(this.#masks.input, this.embedding.output);
    let x = this.embedding.output;
    for (const [l, layer] of this.#layers.entries()) {
      layer.forward(x, packing);
      drop(this.#masks.layers[l], layer.output);
      x = layer.output;
    }
    const stride = 2 * this.shape.hidden;
    this.#tagger.forward({ floats: this.#layers[this.shape.tagLayer].output, stride }, this.#room.tags, rows);
    this.#arcMlp.forward({ floats: x, stride }, this.#room.arc, rows);
    this.#arena.kernels.rectify(this.#room.arc.at, rows * 2 * this.shape.arc);
    drop(this.#masks.arc, this.#room.arc);
    this.#labelMlp.forward({ floats: x, stride }, this.#room.label, rows);
    this.#arcs.forward(this.#room.arc, rows);
  }

  #goldHeads(batch: readonly Example[], packing: Packing): Int32Array {
    const headRow = new Int32Array(packing.rows).fill(-1);
    for (const [s, { heads }] of batch.entries()) {
      for (const [index, head] of heads.entries()) headRow[packing.offsets[index + 1] + s] = packing.offsets[head] + s;
    }
    return headRow;
  }

  /** Cross entropy per token; rows of roots have no loss. */
  #softmax(
    scores: Floats,
    columns: number,
    size: number,
    packing: Packing,
    right: (s: number, t: number) => number,
  ): number {
    let loss = 0;
    for (let row = 0; row < packing.rows; row++) {
      const position = packing.position[row];
      const from = row * columns;
      scores.data.fill(0, position ? from + size : from, from + columns);
      if (position) loss += crossEntropy(scores.data, from, size, right(packing.sentence[row], position - 1));
    }
    return loss;
  }

  #tagLoss(batch: readonly Example[], packing: Packing): number {
    const right = (s: number, t: number) => batch[s].tags[t];
    return this.#softmax(this.#room.tags, this.#tagger.outputs, this.shape.tags, packing, right);
  }

  #arcLoss(batch: readonly Example[], packing: Packing): number {
    this.#room.dArc.data.fill(0, 0, packing.rows * 2 * this.shape.arc);
    let loss = 0;
    for (const [s, { heads }] of batch.entries())
      loss += this.#arcs.loss(this.#room.arc, this.#room.dArc, packing, s, heads);
    return loss;
  }

  #labelLoss(batch: readonly Example[], packing: Packing, headRow: Int32Array, learning: boolean): number {
    this.#labels.join(this.#room.label, headRow);
    if (learning) {
      this.#masks.joined.draw(batch.length);
      this.#masks.joined.apply(this.#labels.joined, packing);
    }
    this.#labels.score(packing.rows);
    const right = (s: number, t: number) => batch[s].relations[t];
    return this.#softmax(this.#labels.scores, this.#labels.columns, this.shape.relations, packing, right);
  }

  #backward(packing: Packing, headRow: Int32Array, learning: boolean): number[] {
    const { rows } = packing;
    const { arc, dArc, dLabel, tags } = this.#room;
    const undrop = (mask: Dropout, floats: Floats) => {
      if (learning) mask.apply(floats, packing);
    };
    dLabel.data.fill(0, 0, rows * 2 * this.shape.label);
    undrop(this.#masks.joined, this.#labels.backward(rows));
    this.#labels.part(dLabel, headRow);
    this.#arcs.backward(arc, dArc, rows);
    undrop(this.#masks.arc, dArc);
    this.#arena.kernels.rectifyBackward(arc.at, dArc.at, rows * 2 * this.shape.arc);

    const stride = 2 * this.shape.hidden;
    for (const gradient of this.#gradients) gradient.data.fill(0);
    const last = this.#layers.length;
    const top = { floats: this.#layers[last - 1].output, stride };
    const dTop = { floats: this.#gradients[last], stride };
    this.#arcMlp.backward(top, dArc, dTop, rows);
    this.#labelMlp.backward(top, dLabel, dTop, rows);
    const { tagLayer } = this.shape;
    const tagged = { floats: this.#layers[tagLayer].output, stride };
    for (let l = last - 1; l >= 0; l--) {
      const dOutput = this.#gradients[l + 1];
      if (l === tagLayer) this.#tagger.backward(tagged, tags, { floats: dOutput, stride }, rows);
      undrop(this.#masks.layers[l], dOutput);
      const x = l ? this.#layers[l - 1].output : this.embedding.output;
      this.#layers[l].backward(x, dOutput, this.#gradients[l], packing);
    }
    undrop(this.#masks.input, this.#gradients[0]);
    return this.embedding.backward(this.#gradients[0], rows);
  }
}

function best(scores: Float32Array, from: number, size: number): number {
  let found = 0;
  for (let k = 1; k < size; k++) if (scores[from + k] > scores[from + found]) found = k;
  return found;
}
