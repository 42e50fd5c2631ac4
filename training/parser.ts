import type { ConlluSentence } from "../src/language/conllu/read.ts";
import { FIRST_ROW } from "../src/language/words/vocabulary.ts";
import { drawCasing } from "./data/casing.ts";
import { ExampleMaker } from "./data/examples.ts";
import type { Lexicon } from "./data/lexicon.ts";
import { drawPress } from "./data/press.ts";
import type { WordVectors } from "./data/vectors.ts";
import { WeightAverage } from "./network/average.ts";
import { Network, type Rates } from "./network/network.ts";
import { Random } from "./network/random.ts";
import { drawBatches, fillBatches, learningRate } from "./schedule.ts";

/** Widths and schedule of a model. */
export interface ParserPlan {
  readonly word: number;
  readonly hidden: number;
  readonly layers: number;
  readonly tagLayer: number;
  readonly arc: number;
  readonly label: number;
  readonly rates: Rates;
  /** Passes over the treebank, over which the learning rate falls from its peak. */
  readonly epochs: number;
  /** Peak learning rate. */
  readonly rate: number;
  readonly batch: number;
  readonly seed: number;
}

export interface Progress {
  readonly epoch: number;
  readonly epochs: number;
  /** Share of the epoch that is done. */
  readonly done: number;
  readonly losses: { readonly arc: number; readonly label: number; readonly tag: number };
}

const LONGEST = 200;
const MEGABYTES = 1024;

export interface TrainedParser {
  readonly plan: ParserPlan;
  readonly lexicon: Lexicon;
  readonly vectors: WordVectors;
  readonly network: Network;
  readonly maker: ExampleMaker;
}

export function createParser(plan: ParserPlan, lexicon: Lexicon, vectors: WordVectors): TrainedParser {
  const maker = new ExampleMaker(lexicon, vectors);
  const network = new Network({
    shape: { ...plan, tags: lexicon.tags.length, relations: lexicon.relations.length },
    rates: plan.rates,
    seed: plan.seed,
    tableRows: maker.vocabulary.size,
    firstWord: FIRST_ROW + lexicon.affixes.length,
    vectors: vectors.values,
    vectorWidth: vectors.width,
    capacity: plan.batch + LONGEST + 1,
    longest: LONGEST + 1,
    megabytes: MEGABYTES,
  });
  return { plan, lexicon, vectors, network, maker };
}

/** What is told while training: every hundred steps or so, and at each epoch's end with the mean weights in place. */
export type Report = (progress: Progress, parser: TrainedParser) => void;

/** Trains a parser; its weights are their mean over the last steps in the end. */
export function trainParser(parser: TrainedParser, sentences: readonly ConlluSentence[], report: Report): void {
  const { plan, network, maker } = parser;
  const { epochs, rate } = plan;
  const average = new WeightAverage(network.parameters.all);
  const random = new Random(plan.seed ^ 0x5eed);
  const usable = sentences.filter(({ words }) => words.length <= LONGEST);
  const sizeOf = ({ words }: ConlluSentence) => words.length;
  const tokens = usable.reduce((sum, sentence) => sum + sizeOf(sentence) + 1, 0);
  const steps = epochs * Math.ceil((tokens / plan.batch) * 1.03);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const batches = drawBatches(usable, sizeOf, plan.batch, random);
    let losses = { arc: 0, label: 0, tag: 0 };
    for (const [index, batch] of batches.entries()) {
      const examples = batch.map((sentence) => maker.example(drawPress(sentence, random), drawCasing(random)));
      const now = network.learn(examples, learningRate(rate, step++, steps));
      average.look();
      losses = { arc: losses.arc + now.arc, label: losses.label + now.label, tag: losses.tag + now.tag };
      const count = index + 1;
      if (count % 100 !== 0 && count !== batches.length) continue;
      const mean = { arc: losses.arc / count, label: losses.label / count, tag: losses.tag / count };
      average.during(() => report({ epoch, epochs, done: count / batches.length, losses: mean }, parser));
    }
  }
  average.settle();
}

export interface GoldTokenScores {
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  /** Subtypes of relations ignored. */
  readonly las: number;
}

/** Percent of words right on gold tokens. */
export function scoreParser(
  { network, maker, lexicon, plan }: TrainedParser,
  sentences: readonly ConlluSentence[],
): GoldTokenScores {
  const right = { words: 0, upos: 0, xpos: 0, uas: 0, las: 0 };
  const usable = sentences.filter(({ words }) => words.length <= LONGEST);
  for (const batch of fillBatches(usable, ({ words }) => words.length, plan.batch)) {
    const predictions = network.predict(batch.map((sentence) => maker.example(sentence)));
    for (const [s, { words }] of batch.entries()) {
      const { heads, relations, tags } = predictions[s];
      for (const [w, word] of words.entries()) {
        const [upos, xpos] = lexicon.tags[tags[w]].split("|");
        const attached = heads[w] === word.head;
        right.words++;
        right.upos += Number(upos === word.upos);
        right.xpos += Number(xpos === word.xpos);
        right.uas += Number(attached);
        right.las += Number(attached && universal(lexicon.relations[relations[w]]) === universal(word.relation));
      }
    }
  }
  const percent = (count: number) => (100 * count) / right.words;
  return { upos: percent(right.upos), xpos: percent(right.xpos), uas: percent(right.uas), las: percent(right.las) };
}

const universal = (relation: string): string => relation.split(":")[0];
