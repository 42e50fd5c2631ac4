import type { Brief, BriefSource } from "../../schema/index.ts";
import { safeUrl, sourceParts } from "../markdown/source-line.ts";

/** `@misc` keys: outlet, year and the head of the document's hash, so that they are unique and stay the same. */
const keyOf = ({ publisher, published, document }: BriefSource): string => {
  const outlet =
    (publisher ?? "unnamed")
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9]+/g, "")
      .toLowerCase() || "source";
  return `${outlet}${published?.slice(0, 4) ?? ""}${document.replace(/^d/, "").slice(0, 6)}`;
};

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** TeX's special characters as commands; braces are dropped, since an unbalanced one ends the entry. */
const tex = (text: string): string =>
  oneLine(text)
    .replace(/[{}]/g, "")
    .replace(/[\\^~&%$#_]/g, (mark) =>
      mark === "\\"
        ? "\\textbackslash{}"
        : mark === "^"
          ? "\\textasciicircum{}"
          : mark === "~"
            ? "\\textasciitilde{}"
            : `\\${mark}`,
    );

/** The sources as BibTeX, one `@misc` each; titles in double braces, so that no style changes their capitals. */
export function bibtex({ sources }: Brief): string {
  const entries = sources.map((source) => {
    const url = safeUrl(source.url);
    const [year, month, day] = source.published?.slice(0, 10).split("-") ?? [];
    const fields = [
      ["title", `{${tex(source.title ?? "Untitled document")}}`],
      ["author", `{${tex(source.publisher ?? "Unnamed publisher")}}`],
      ...(year
        ? [
            ["year", year],
            ["month", String(Number(month))],
            ["day", String(Number(day))],
          ]
        : []),
      ...(url ? [["url", url.replace(/[{}\\]/g, encodeURIComponent)]] : []),
      ["note", `Document ${source.document}${source.original ? `, SHA-256 ${source.original}` : ""}`],
    ];
    return `@misc{${keyOf(source)},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}`;
  });
  return `${entries.join("\n\n")}\n`;
}

/** The sources as RIS (type NEWS), lines ended by CR LF as the format asks. */
export function ris({ sources }: Brief): string {
  const entries = sources.map((source) => {
    const url = safeUrl(source.url);
    const date = source.published?.slice(0, 10);
    const lines = [
      ["TY", "NEWS"],
      ["ID", keyOf(source)],
      ["TI", oneLine(source.title ?? "Untitled document")],
      ["AU", oneLine(source.publisher ?? "Unnamed publisher")],
      ["T2", oneLine(source.publisher ?? "Unnamed publisher")],
      ...(date
        ? [
            ["PY", date.slice(0, 4)],
            ["DA", `${date.replaceAll("-", "/")}/`],
          ]
        : []),
      ...(url ? [["UR", url]] : []),
      ["N1", `Document ${source.document}${source.original ? `, SHA-256 ${source.original}` : ""}`],
      ["ER", ""],
    ];
    return lines.map(([tag, value]) => `${tag}  - ${value}`).join("\r\n");
  });
  return `${entries.join("\r\n")}\r\n`;
}

/** The sources as CSL-JSON items. */
export function cslJson({ sources }: Brief): object[] {
  return sources.map((source) => {
    const url = safeUrl(source.url);
    const parts = source.published?.slice(0, 10).split("-").map(Number);
    return {
      id: keyOf(source),
      type: "article-newspaper",
      title: oneLine(source.title ?? "Untitled document"),
      author: [{ literal: oneLine(source.publisher ?? "Unnamed publisher") }],
      "container-title": oneLine(source.publisher ?? "Unnamed publisher"),
      ...(parts && { issued: { "date-parts": [parts] } }),
      ...(url && { URL: url }),
      note: `Document ${source.document}${source.original ? `, SHA-256 ${source.original}` : ""}`,
    };
  });
}

/** One source as text to copy: outlet, title, date, address, hash. */
export const citationText = (source: BriefSource): string =>
  [...sourceParts(source), safeUrl(source.url), `document ${source.document}`]
    .filter((part) => part !== undefined)
    .join(", ");
