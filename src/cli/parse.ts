import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { installationFolder } from "../desk/index.ts";
import {
  type Analyser,
  analysisConllu,
  ConlluError,
  createAnalyser,
  givenOf,
  loadModel,
  readConllu,
  sentenceConllu,
} from "../language/index.ts";
import { analysisToJson, EntenteError } from "../schema/index.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly goldTokens?: boolean;
  readonly json?: boolean;
  readonly model: string;
}

async function loadAnalyser(name: string): Promise<Analyser> {
  const path = join(installationFolder(), "model", `${name}.entente`);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new EntenteError("model.missing", { path }, { cause });
  });
  return createAnalyser(loadModel(bytes, path));
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new EntenteError("input.missing", { path }, { cause });
    throw new EntenteError("input.unreadable", { path, detail: code ?? "unknown" }, { cause });
  }
}

/** Text in UTF-8, a byte order mark left out. */
function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new EntenteError("input.encoding", { path, encoding: "UTF-8" }, { cause });
  }
}

/** CoNLL-U with its words and sentences kept and the other columns filled in. */
async function fillColumns(text: string, path: string, analyser: Analyser, output: Output): Promise<void> {
  try {
    for (const sentences of batches(readConllu(text))) {
      const given = givenOf(sentences);
      const comments = new Map(given.sentenceStart.map((first, s) => [first, sentences[s].comments]));
      const analysis = analyser.analyseTokens(given);
      for (let s = 0; s < analysis.sentenceStart.length - 1; s++) {
        await output.write(sentenceConllu(analysis, s, comments.get(analysis.sentenceStart[s])));
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof ConlluError)) throw thrown;
    throw new EntenteError("line.conllu", { path, line: thrown.line, detail: thrown.message }, { cause: thrown });
  }
}

const BATCH = 500;

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function parse(inputs: readonly string[], options: Options, output: Output): Promise<void> {
  const analyser = await loadAnalyser(options.model);
  for (const input of inputs.length > 0 ? inputs : ["-"]) {
    const [path, bytes] = input === "-" ? ["standard input", await standardInput()] : [input, await fileBytes(input)];
    const text = decode(bytes, path);
    if (options.goldTokens) await fillColumns(text, path, analyser, output);
    else if (options.json) await output.value(analysisToJson(analyser.analyse(text)));
    else await output.write(analysisConllu(analyser.analyse(text)));
  }
}

export function parseCommand(program: Command, output: Output): void {
  program
    .command("parse")
    .description("Parse English text into words, tags and Universal Dependencies; prints CoNLL-U.")
    .argument("[input...]", "text files in UTF-8, or CoNLL-U with --gold-tokens; standard input where none is given")
    .option("--gold-tokens", "the input is CoNLL-U: keep its words and sentences, fill the other columns")
    .option("--json", "print each text's analysis as one line of JSON (docs/schema/analysis.json)")
    .option("--model <name>", "the parser's model: default or small", "default")
    .addHelpText(
      "after",
      `
  $ entente parse article.txt > article.conllu
  $ echo 'Russia and China signed a treaty.' | entente parse
  $ entente parse --gold-tokens en_ewt-ud-dev.conllu > parsed.conllu`,
    )
    .action((inputs: string[], options: Options) => parse(inputs, options, output));
}
