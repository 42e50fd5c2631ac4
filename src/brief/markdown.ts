import type { Brief, Evidence, SourceCard, Statement } from "../schema/index.ts";
import { dayInWords } from "./phrases.ts";

/** Makes a text harmless in Markdown and in the HTML that Markdown lets through. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~]/g, (mark) => (mark === "<" ? "&lt;" : mark === ">" ? "&gt;" : `\\${mark}`));

const sourceLine = ({ publisher, title, published, stateMedia, url, document }: SourceCard): string =>
  [
    `${escaped(publisher ?? "Unnamed publisher")}${stateMedia ? " (state media)" : ""}`,
    title && `“${escaped(title)}”`,
    published && dayInWords(published.slice(0, 10)),
    url && `<${encodeURI(decodeURI(url)).replace(/[<>\s]/g, "")}>`,
    `document ${document}`,
  ]
    .filter(Boolean)
    .join(", ");

/** The brief as Markdown; every sentence has a footnote with the words it rests on. */
export function briefMarkdown(brief: Brief): string {
  const notes: string[] = [];
  const footnote = ({ source, words }: Evidence): string => {
    notes.push(`[^${notes.length + 1}]: ${sourceLine(source)}: “${escaped(words).trim()}”`);
    return `[^${notes.length}]`;
  };
  const statement = ({ sentence, evidence }: Statement): string =>
    `- ${escaped(sentence)}${evidence.map(footnote).join("")}`;
  const sections = brief.sections.map(
    ({ heading, statements }) => `## ${heading}\n\n${statements.map(statement).join("\n")}`,
  );
  const sources = brief.sources.map((source) => `- ${sourceLine(source)}`);
  return [`# ${escaped(brief.title)}`, ...sections, `## Sources\n\n${sources.join("\n")}`, notes.join("\n")]
    .filter((part) => part.length > 0)
    .join("\n\n")
    .concat("\n");
}
