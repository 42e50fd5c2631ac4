/**
 * Sources and formats -> documents, with the bytes they came as.
 *
 * `takeIn` goes through a source (path, address, text, page); the `documentOf…` functions make one document of what
 * is at hand; `readLines` cuts an NDJSON stream.
 */
export { takeEntries } from "./address.ts";
export { type Feed, type FeedAnswer, type FeedEntry, feedsOfOpml, fetchFeed } from "./feeds.ts";
export { documentOfMarkdown } from "./frontmatter.ts";
export { documentOfHtml } from "./html.ts";
export { languageOf } from "./language.ts";
export { documentOfLine, type LineOutcome, readLines } from "./lines.ts";
export { takeFiles, takeIn, takeOne } from "./take.ts";
export { documentOfText } from "./text.ts";
export type { Facts, Intake, TakeInOptions, Taken } from "./types.ts";
export { AddressError, type Seen } from "./url.ts";
export { FolderWatch, type FoundFile, newFiles } from "./watch.ts";
