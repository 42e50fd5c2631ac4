/**
 * The coder: Analysis + knowledge -> Reading. `read(document, reader)` is all of it.
 *
 * mentions/ and dates/ name who, where and when; quotations/ who says what; events/ who did what to whom;
 * read.ts puts them together, explain.ts shows how they came about.
 */
export { type Explanation, explain } from "./explain.ts";
export { explanationText } from "./explain-text.ts";
export { CODER_VERSION, type ReadOptions, read } from "./read.ts";
export type { DocumentFacts, Reader, Sight, TokenMention } from "./types.ts";
