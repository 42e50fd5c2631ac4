/**
 * Text to Analysis: sentences, tokens, lemmas, tags, features and Universal Dependencies, in plain TypeScript and
 * WebAssembly. Runs in Node and in pages; imports nothing of either.
 *
 * text -> tokens/ -> sentences/ -> network/ (words/, kernels/) -> morphology/ -> Analysis; model/ is the file's format.
 */
export { type Analyser, type AnalyserOptions, createAnalyser, type GivenTokens } from "./analyser.ts";
export { givenOf } from "./conllu/given.ts";
export { ConlluError, type ConlluSentence, type ConlluWord, readConllu } from "./conllu/read.ts";
export { analysisConllu, sentenceConllu } from "./conllu/write.ts";
export type { KernelMaker } from "./kernels/kernels.ts";
export { plainKernels } from "./kernels/plain.ts";
export { simdKernelsAsync } from "./kernels/simd.ts";
export { loadModel, type Model, type ModelFacts } from "./model/model.ts";
