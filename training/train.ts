import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { readTreebank } from "./data/treebank.ts";
import { NO_VECTORS, readVectors } from "./data/vectors.ts";
import { type Material, trainModel, type Watcher } from "./model.ts";
import { scoreParser } from "./parser.ts";
import { type ModelPlan, PLANS } from "./plans.ts";

const UD = "../shared/data/ud";
const VECTORS = 150_000;

interface Options {
  readonly treebank: readonly string[];
  readonly dev: readonly string[];
  readonly vectors: boolean;
  readonly language: string;
  readonly licence: string;
  readonly out: string;
  readonly epochs?: string;
}

function planOf(name: string, { epochs }: Options): ModelPlan {
  const plan = PLANS[name];
  if (!plan) throw new Error(`there is no plan "${name}"; there are ${Object.keys(PLANS).join(" and ")}`);
  return epochs ? { ...plan, parser: { ...plan.parser, epochs: Number(epochs) } } : plan;
}

function watcherOf(dev: readonly string[]): Watcher & { stop: () => void } {
  const bar = new SingleBar({ format: "{bar} epoch {epoch}  loss {loss}", noTTYOutput: false, stream: process.stderr });
  const treebanks = dev.filter((path) => existsSync(path)).map((path) => ({ path, sentences: readTreebank([path]) }));
  let begun = false;
  return {
    progress: ({ epoch, epochs, done, losses }) => {
      if (!begun) bar.start(epochs * 100, 0, { epoch: 1, loss: "" });
      begun = true;
      const loss = (losses.arc + losses.label + losses.tag).toFixed(3);
      bar.update(Math.round((epoch + done) * 100), { epoch: epoch + 1, loss });
    },
    epoch: (epoch, parser) => {
      for (const { path, sentences } of treebanks) {
        const { upos, uas, las } = scoreParser(parser, sentences);
        const scores = `UPOS ${upos.toFixed(2)}  UAS ${uas.toFixed(2)}  LAS ${las.toFixed(2)}`;
        process.stderr.write(`\nepoch ${epoch + 1}  ${path}  ${scores}\n`);
      }
    },
    stop: () => bar.stop(),
  };
}

async function train(names: readonly string[], options: Options): Promise<void> {
  const material: Material = {
    train: readTreebank(options.treebank),
    vectors: options.vectors ? readVectors(VECTORS) : NO_VECTORS,
    language: options.language,
    licence: options.licence,
  };
  for (const name of names) {
    const watcher = watcherOf(options.dev);
    const bytes = trainModel(planOf(name, options), material, watcher);
    watcher.stop();
    const path = join(options.out, `${name}.entente`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    console.log(`${path}: ${bytes.length} octets`);
  }
}

if (import.meta.main) {
  await new Command("train")
    .description("Trains the models that read text: the same bytes each time.")
    .argument("[plan...]", "which models: default, small")
    .option("--treebank <file...>", "CoNLL-U to learn from, plain or gzipped", [
      `${UD}/en_ewt-ud-train.conllu.gz`,
      `${UD}/en_gum-cc-train.conllu.gz`,
    ])
    .option("--dev <file...>", "CoNLL-U to score after each epoch", [
      `${UD}/en_ewt-ud-dev.conllu.gz`,
      `${UD}/en_gum-cc-dev.conllu.gz`,
    ])
    .option("--no-vectors", "learn without the English word vectors: for other languages")
    .option("--language <code>", "ISO 639-1 code of the language", "en")
    .option("--licence <id>", "SPDX id of the licence that the treebanks ask for", "CC-BY-SA-4.0")
    .option("--epochs <n>", "passes over the treebanks, instead of the plan's")
    .option("--out <folder>", "where the models go", "model")
    .action((plans: string[], options: Options) => train(plans.length > 0 ? plans : Object.keys(PLANS), options))
    .parseAsync();
}
