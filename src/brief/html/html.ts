import type {
  Brief,
  BriefFigure,
  BriefSection,
  BriefSource,
  Evidence,
  Imprint,
  Statement,
} from "../../schema/index.ts";
import { periodInWords } from "../grammar/dates.ts";
import { safeUrl, sourceParts } from "../markdown/source-line.ts";
import { logoOf } from "../pdf/logo.ts";
import { escaped } from "./escape.ts";
import { STYLE } from "./style.ts";

/** The evidence of a brief, each sentence of a document once, numbered in the order of first mention. */
class Notes {
  readonly #numbers = new Map<string, number>();
  readonly items: string[] = [];

  number(evidence: Evidence): number {
    const { source, span, words } = evidence;
    const key = `${source.document} ${span.join(" ")}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.items.length + 1;
    this.#numbers.set(key, number);
    this.items.push(
      `<li id="n${number}" value="${number}">${sourceLine(source)}: “${escaped(words.replace(/\s+/g, " ").trim())}” <span class="hash">${escaped(source.document)}, ${span[0]}–${span[1]}</span> <a class="screen" href="#r${number}" aria-label="Back to the sentence">↩</a></li>`,
    );
    return number;
  }
}

function sourceLine(source: Evidence["source"]): string {
  const url = safeUrl(source.url);
  const line = escaped(sourceParts(source).join(", "));
  return url ? `<a href="${escaped(url)}" rel="noopener noreferrer">${line}</a>` : line;
}

function statementHtml({ sentence, evidence, by, note }: Statement, notes: Notes, seen: Set<number>): string {
  const marks = evidence.map((words) => {
    const number = notes.number(words);
    const id = seen.has(number) ? "" : ` id="r${number}"`;
    seen.add(number);
    return `<a href="#n${number}"${id}>${number}</a>`;
  });
  const refs = marks.length > 0 ? `<sup>${marks.join(",")}</sup>` : "";
  const own = by === "analyst" ? ' <span class="note">(analyst’s own sentence)</span>' : "";
  const remark = note === undefined ? "" : ` <span class="note">Note: ${escaped(note)}</span>`;
  return `<p>${escaped(sentence)}${refs}${own}${remark}</p>`;
}

const cell = (value: string | number | null): string =>
  value === null ? "–" : escaped(typeof value === "number" ? String(Number(value.toFixed(2))) : value);

function figureHtml({ caption, svg, table: { columns, rows } }: BriefFigure): string {
  const head = columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((value) => `<td>${cell(value)}</td>`).join("")}</tr>`).join("");
  return `<figure>${svg}<figcaption>${escaped(caption)}</figcaption><details class="screen"><summary>The data</summary><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details></figure>`;
}

const anchor = (id: string): string => `s-${id.replace(/[^\w-]+/g, "-")}`;

/** Sections in their parts: a part is a run of sections with the same name above them. */
function partsOf(sections: readonly BriefSection[]): { readonly part?: string; readonly sections: BriefSection[] }[] {
  const parts: { part?: string; sections: BriefSection[] }[] = [];
  for (const section of sections) {
    const last = parts.at(-1);
    if (last && section.part !== undefined && last.part === section.part) last.sections.push(section);
    else parts.push({ part: section.part, sections: [section] });
  }
  return parts;
}

function contentsHtml(sections: readonly BriefSection[]): string {
  const link = ({ id, heading }: BriefSection): string => `<a href="#${anchor(id)}">${escaped(heading)}</a>`;
  const items = partsOf(sections).map(({ part, sections: own }) =>
    part === undefined
      ? `<li>${own.map(link).join("")}</li>`
      : `<li>${escaped(part)}<ol>${own.map((section) => `<li>${link(section)}</li>`).join("")}</ol></li>`,
  );
  return `<nav aria-label="Contents"><ol>${items.join("")}<li><a href="#sources">Sources</a></li><li><a href="#evidence">Evidence</a></li></ol></nav>`;
}

function sectionsHtml(sections: readonly BriefSection[], notes: Notes): string[] {
  const seen = new Set<number>();
  const inner = ({ id, heading, statements, figures }: BriefSection, level: 2 | 3): string =>
    [
      `<section aria-labelledby="${anchor(id)}"><h${level} id="${anchor(id)}">${escaped(heading)}</h${level}>`,
      ...statements.map((statement) => statementHtml(statement, notes, seen)),
      ...(figures ?? []).map(figureHtml),
      "</section>",
    ].join("\n");
  return partsOf(sections).map(({ part, sections: own }) =>
    part === undefined
      ? own.map((section) => inner(section, 2)).join("\n")
      : `<h2>${escaped(part)}</h2>\n${own.map((section) => inner(section, 3)).join("\n")}`,
  );
}

const sourceItem = (source: BriefSource): string =>
  `<li>${sourceLine(source)} <span class="hash">Document ${escaped(source.document)}${source.original ? `, original SHA-256 ${escaped(source.original)}` : ""}</span></li>`;

const markingHtml = ({ marking }: Imprint): string => (marking ? `<p class="marking">${escaped(marking)}</p>` : "");

function headHtml({ title, period, imprint = {} }: Brief): string {
  const logo = imprint.logo ? logoOf(imprint.logo) : undefined;
  const credit = [imprint.byline, imprint.organisation].filter((part) => part !== undefined).join(", ");
  return [
    markingHtml(imprint),
    "<header>",
    logo
      ? `<img class="logo" alt="${escaped(`Logo${imprint.organisation ? ` of ${imprint.organisation}` : ""}`)}" src="data:${logo.type};base64,${logo.bytes.toString("base64")}">`
      : "",
    `<p class="kicker">Sourced brief${period ? `, ${escaped(periodInWords(period))}` : ""}</p>`,
    `<h1>${escaped(title)}</h1>`,
    credit ? `<p class="credit">${escaped(credit)}</p>` : "",
    "</header>",
  ].join("\n");
}

/** The head or foot that print repeats on every sheet; a screen doesn't show it. */
function runningHtml(where: "head" | "foot", { title, imprint = {} }: Brief): string {
  const { byline, organisation, marking } = imprint;
  const [left, right] = where === "head" ? [title, organisation] : [byline, undefined];
  const part = (text: string | undefined, name: string): string =>
    `<span class="${name}">${escaped(text ?? "")}</span>`;
  return `<div class="running ${where}" aria-hidden="true"><div>${part(left, "left")}${part(marking, "middle")}${part(right, "right")}</div></div>`;
}

/** A page may hold no script and fetch nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The brief as one HTML file that prints: style sheet and figures inside, no script, every sentence linked to its evidence.
 * Errors: brief.logo.
 */
export function briefHtml(brief: Brief): string {
  const notes = new Notes();
  const [first, ...rest] = brief.sections;
  const opening = first ? sectionsHtml([first], notes) : [];
  const body = sectionsHtml(rest, notes);
  return [
    "<!doctype html>",
    '<html lang="en-GB">',
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Entente">`,
    `<title>${escaped(brief.title)}</title><style>${STYLE}</style></head>`,
    `<body><div class="sheet">${runningHtml("head", brief)}<main>`,
    headHtml(brief),
    ...opening,
    contentsHtml(brief.sections),
    ...body,
    `<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol class="sources">${brief.sources.map(sourceItem).join("\n")}</ol></section>`,
    `<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2><ol class="evidence">${notes.items.join("\n")}</ol></section>`,
    markingHtml(brief.imprint ?? {}),
    `</main>${runningHtml("foot", brief)}</div></body></html>`,
    "",
  ].join("\n");
}
