/** Facts and measures -> Brief -> Markdown. */

export { type Context, unsupported } from "./check/support.ts";
export type { BriefFacts, ReadoutPair, Saying, Slice, Speaker } from "./facts.ts";
export { sentenceAround, sentenceStarts } from "./grammar/sentences.ts";
export { briefMarkdown } from "./markdown/markdown.ts";
export { writeBrief } from "./write/brief.ts";
