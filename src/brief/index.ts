/** Facts and measures -> Brief -> Markdown. */
export { writeBrief } from "./brief.ts";
export type { BriefFacts, Slice } from "./facts.ts";
export { briefMarkdown } from "./markdown.ts";
