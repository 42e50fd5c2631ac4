import type { Brief, BriefFigure, BriefSection, Evidence, SourceCard, Statement } from "../../schema/index.ts";
import { safeUrl, sourceParts } from "./source-line.ts";

/** Makes a text harmless in Markdown and in the HTML that Markdown lets through. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~&]/g, (mark) =>
      mark === "<" ? "&lt;" : mark === ">" ? "&gt;" : mark === "&" ? "&amp;" : `\\${mark}`,
    );

function sourceLine(source: SourceCard): string {
  const url = safeUrl(source.url);
  return [
    ...sourceParts(source).map(escaped),
    ...(url ? [`<${url.replace(/[<>\s]/g, "")}>`] : []),
    `document ${source.document}`,
  ].join(", ");
}

const cell = (value: string | number | null): string =>
  value === null ? "" : escaped(typeof value === "number" ? String(Number(value.toFixed(2))) : value);

function figureTable({ caption, words, table: { columns, rows } }: BriefFigure): string {
  const line = (cells: readonly (string | number | null)[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const head = [line(columns), `|${columns.map(() => "---").join("|")}|`];
  return [`**${escaped(caption)}.** ${escaped(words)}`, "", ...head, ...rows.map(line)].join("\n");
}

/** The brief as Markdown; every sentence has footnotes with the words it rests on, figures are their tables. */
export function briefMarkdown(brief: Brief): string {
  const notes = new Map<string, string>();
  const footnote = ({ source, span, words }: Evidence): string => {
    const key = `${source.document} ${span.join(" ")}`;
    const label = [...notes.keys()].indexOf(key) + 1 || notes.size + 1;
    if (!notes.has(key)) notes.set(key, `[^${label}]: ${sourceLine(source)}: “${escaped(words).trim()}”`);
    return `[^${label}]`;
  };
  const statement = ({ sentence, evidence, by, note }: Statement): string =>
    `- ${escaped(sentence)}${evidence.map(footnote).join("")}${by ? " *(analyst)*" : ""}${note ? ` *Note: ${escaped(note)}*` : ""}`;
  let part: string | undefined;
  const section = ({ part: own, heading, statements, figures }: BriefSection): string => {
    const opens = own !== undefined && own !== part;
    part = own;
    return [
      ...(opens ? [`## ${escaped(own)}`] : []),
      `${own === undefined ? "##" : "###"} ${escaped(heading)}`,
      ...(statements.length > 0 ? [statements.map(statement).join("\n")] : []),
      ...(figures ?? []).map(figureTable),
    ].join("\n\n");
  };
  const { imprint } = brief;
  const byline = [imprint?.byline, imprint?.organisation].filter(Boolean).join(", ");
  const sections = brief.sections.map(section);
  const sources = brief.sources.map((source) => `- ${sourceLine(source)}`);
  return [
    ...(imprint?.marking ? [`**${escaped(imprint.marking)}**`] : []),
    `# ${escaped(brief.title)}`,
    ...(byline ? [escaped(byline)] : []),
    ...sections,
    ...(sources.length > 0 ? [`## Sources\n\n${sources.join("\n")}`] : []),
    [...notes.values()].join("\n"),
  ]
    .filter((block) => block.length > 0)
    .join("\n\n")
    .concat("\n");
}
