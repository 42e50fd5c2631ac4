import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type ConlluSentence, readConllu } from "../../src/language/conllu/read.ts";

/** The sentences of CoNLL-U files, plain or gzipped, in the order given. */
export function readTreebank(paths: readonly string[]): ConlluSentence[] {
  return paths.flatMap((path) => {
    const bytes = readFileSync(path);
    return [...readConllu((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"))];
  });
}
