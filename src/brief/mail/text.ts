import type { Brief, Evidence, Statement } from "../../schema/index.ts";
import { safeUrl, sourceParts } from "../markdown/source-line.ts";

const WIDTH = 76;

/** Lines of at most 76 characters; a word that is longer stands alone. */
export function wrapped(text: string, indent = ""): string {
  const lines: string[] = [];
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${lines.length === 0 ? "" : indent}${word}`);
  }
  return lines.join("\n");
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ").trim();

function underlined(heading: string, mark: string): string {
  const line = oneLine(heading);
  return `${line}\n${mark.repeat(Math.min(line.length, WIDTH))}`;
}

/** The brief as plain text: headings underlined, sentences with the numbers of their notes, the notes at the end. */
export function briefText(brief: Brief): string {
  const notes = new Map<string, string>();
  const number = ({ source, span, words }: Evidence): string => {
    const key = `${source.document} ${span.join(" ")}`;
    const at = [...notes.keys()].indexOf(key) + 1 || notes.size + 1;
    const url = safeUrl(source.url);
    if (!notes.has(key))
      notes.set(
        key,
        wrapped(
          `[${at}] ${sourceParts(source).join(", ")}: “${words.trim()}” ${url ?? ""} (document ${source.document})`,
          "    ",
        ),
      );
    return `[${at}]`;
  };
  const statement = ({ sentence, evidence, by, note }: Statement): string =>
    wrapped(
      [sentence, evidence.map(number).join(""), by ? "(analyst’s own sentence)" : "", note ? `Note: ${note}` : ""]
        .filter(Boolean)
        .join(" "),
    );
  let part: string | undefined;
  const sections = brief.sections.map(({ part: own, heading, statements, figures }) => {
    const opens = own !== undefined && own !== part;
    part = own;
    const drawn = (figures ?? []).map(({ caption, words }) => wrapped(`[Figure: ${caption}. ${words}]`));
    return [
      ...(opens ? [underlined(own, "=")] : []),
      underlined(heading, own === undefined ? "=" : "-"),
      ...statements.map(statement),
      ...drawn,
    ].join("\n\n");
  });
  const { imprint = {} } = brief;
  const credit = oneLine([imprint.byline, imprint.organisation].filter(Boolean).join(", "));
  const head = [oneLine(imprint.marking?.toUpperCase() ?? ""), underlined(brief.title, "="), credit].filter(Boolean);
  return `${[...head, ...sections, underlined("Notes", "="), ...notes.values()].join("\n\n")}\n`;
}
