import type { Brief, BriefFigure, Evidence, SourceCard } from "../../schema/index.ts";
import { periodInWords } from "../grammar/dates.ts";
import { safeUrl, sourceParts } from "../markdown/source-line.ts";

export type Paper = "a4" | "letter";

const lineOf = (source: SourceCard): string => sourceParts(source).join(", ");

/** Notes by the words they show: a sentence of a document that is cited twice has one note. */
function noteMaker() {
  const labels = new Map<string, string>();
  return ({ source, span, words }: Evidence) => {
    const key = `${source.document} ${span.join(" ")}`;
    const known = labels.get(key);
    const label = known ?? `note-${labels.size + 1}`;
    labels.set(key, label);
    const line = { line: lineOf(source), words: words.replace(/\s+/g, " ").trim(), document: source.document };
    return { ...line, url: safeUrl(source.url) ?? null, label, first: known === undefined };
  };
}

const cell = (value: string | number | null): string =>
  value === null ? "–" : typeof value === "number" ? String(Number(value.toFixed(2))) : value;

const figuresOf = ({ sections }: Brief): BriefFigure[] => sections.flatMap(({ figures }) => figures ?? []);

/** The data that the template reads, and the drawings that stand beside it. */
export function pdfContent(brief: Brief, paper: Paper) {
  const { imprint = {}, title, period } = brief;
  const noteOf = noteMaker();
  let part: string | undefined;
  const sections = brief.sections.map((section) => {
    const opens = section.part !== undefined && section.part !== part;
    part = section.part;
    return {
      part: opens ? section.part : null,
      nested: section.part !== undefined,
      heading: section.heading,
      statements: section.statements.map(({ sentence, evidence, by, note }) => ({
        sentence,
        notes: evidence.map(noteOf),
        analyst: by === "analyst",
        note: note ?? null,
      })),
      figures: (section.figures ?? []).map(({ id, caption, words }) => ({
        path: `/figure-${id}.svg`,
        caption,
        alt: words,
      })),
    };
  });
  const data = {
    title,
    paper: paper === "letter" ? "us-letter" : "a4",
    authors: imprint.byline ? [imprint.byline] : [],
    description: `Sourced account of ${title}`,
    keywords: [...brief.names, "sourced brief"],
    organisation: imprint.organisation ?? "",
    byline: imprint.byline ?? "",
    marking: imprint.marking ?? null,
    logo: imprint.logo ? "/logo" : null,
    logoAlt: `Logo${imprint.organisation ? ` of ${imprint.organisation}` : ""}`,
    kicker: period ? `Sourced brief, ${periodInWords(period)}` : "Sourced brief",
    credit: [imprint.byline, imprint.organisation].filter(Boolean).join(", "),
    sections,
    tables: figuresOf(brief).map(({ caption, table }) => ({
      caption,
      columns: table.columns,
      rows: table.rows.map((row) => row.map(cell)),
    })),
    sources: brief.sources.map((source) => ({
      line: lineOf(source),
      hash: `Document ${source.document}${source.original ? `, original SHA-256 ${source.original}` : ""}.`,
      url: safeUrl(source.url) ?? null,
    })),
  };
  return { data, figures: figuresOf(brief).map(({ id, svg }) => ({ path: `/figure-${id}.svg`, svg })) };
}
