import type { ConlluSentence } from "../src/language/conllu/read.ts";
import { FIRST_ROW } from "../src/language/words/vocabulary.ts";
import { drawCasing } from "./data/casing.ts";
import { ExampleMaker } from "./data/examples.ts";
import type { Lexicon } from "./data/lexicon.ts";
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
  readonly rounds: readonly Round[];
  readonly batch: number;
  readonly seed: number;
}

/** A stretch of training with one fall of the learning rate; the next starts from its mean weights with a fresh Adam. */
export interface Round {
  readonly epochs: number;
  /** Epochs that the fall of the rate is laid out for; the round may end before. */
  readonly fall: number;
  /** Peak learning rate. */
  readonly rate: number;
}

export interface Progress {
  /** Counted over all rounds. */
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

/** The same parser with a fresh optimiser and other random numbers. */
export function restartParser({ plan, lexicon, vectors, network }: TrainedParser): TrainedParser {
  const fresh = createParser({ ...plan, seed: plan.seed + 1 }, lexicon, vectors);
  for (const [index, { weight }] of fresh.network.parameters.all.entries()) {
    weight.data.set(network.parameters.all[index].weight.data);
  }
  return fresh;
}

/** What is told while training: every hundred steps or so, and at each epoch's end with the mean weights in place. */
export type Report = (progress: Progress, parser: TrainedParser) => void;

/** Trains through all rounds; returns the parser with its mean weights. */
export function trainParser(start: TrainedParser, sentences: readonly ConlluSentence[], report: Report): TrainedParser {
  const { rounds } = start.plan;
  const epochs = rounds.reduce((sum, round) => sum + round.epochs, 0);
  let parser = start;
  let before = 0;
  for (const [index, round] of rounds.entries()) {
    if (index > 0) parser = restartParser(parser);
    const own = parser;
    trainRound(own, round, sentences, (progress) => {
      report({ ...progress, epoch: before + progress.epoch, epochs }, own);
    });
    before += round.epochs;
  }
  return parser;
}

type RoundReport = (progress: Omit<Progress, "epochs">) => void;

function trainRound(
  { plan, network, maker }: TrainedParser,
  round: Round,
  sentences: readonly ConlluSentence[],
  report: RoundReport,
): void {
  const average = new WeightAverage(network.parameters.all);
  const random = new Random(plan.seed ^ 0x5eed);
  const usable = sentences.filter(({ words }) => words.length <= LONGEST);
  const sizeOf = ({ words }: ConlluSentence) => words.length;
  const tokens = usable.reduce((sum, sentence) => sum + sizeOf(sentence) + 1, 0);
  const steps = round.fall * Math.ceil((tokens / plan.batch) * 1.03);
  let step = 0;
  for (let epoch = 0; epoch < round.epochs; epoch++) {
    const batches = drawBatches(usable, sizeOf, plan.batch, random);
    let losses = { arc: 0, label: 0, tag: 0 };
    for (const [index, batch] of batches.entries()) {
      const examples = batch.map((sentence) => maker.example(sentence, drawCasing(random)));
      const now = network.learn(examples, learningRate(round.rate, step++, steps));
      average.look();
      losses = { arc: losses.arc + now.arc, label: losses.label + now.label, tag: losses.tag + now.tag };
      const count = index + 1;
      if (count % 100 !== 0 && count !== batches.length) continue;
      const mean = { arc: losses.arc / count, label: losses.label / count, tag: losses.tag / count };
      average.during(() => report({ epoch, done: count / batches.length, losses: mean }));
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
