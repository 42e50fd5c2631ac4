import type { Brief } from "../schema/index.ts";
import { bibtex, cslJson, ris } from "./citations/citations.ts";
import { briefHtml } from "./html/html.ts";
import { briefMail } from "./mail/message.ts";
import { briefMarkdown } from "./markdown/markdown.ts";
import type { Paper } from "./pdf/content.ts";
import { briefPdf } from "./pdf/pdf.ts";

/** What a brief can be written as. */
export const FORMATS = ["md", "html", "pdf", "eml", "json", "bib", "ris", "csl"] as const;
export type Format = (typeof FORMATS)[number];

/** Media type of each format. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
  eml: "message/rfc822",
  json: "application/json; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  csl: "application/vnd.citationstyles.csl+json; charset=utf-8",
};

/** How it is written: the paper of the PDF, and who a mail is from and to. */
export interface OutputOptions {
  readonly paper?: Paper;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly date?: Date;
}

/** The sender of a mail that nobody has given one yet. */
const NO_SENDER = "Entente <entente@localhost>";

/** A brief in one of its formats. Errors: brief.logo, mail.address. */
export async function briefAs(brief: Brief, format: Format, options: OutputOptions = {}): Promise<string | Uint8Array> {
  const { paper, from = NO_SENDER, to = [], date = new Date() } = options;
  switch (format) {
    case "md":
      return briefMarkdown(brief);
    case "html":
      return briefHtml(brief);
    case "pdf":
      return briefPdf(brief, paper);
    case "eml":
      return (await briefMail(brief, { from, to, date, ...(paper && { paper }) })).bytes;
    case "json":
      return `${JSON.stringify(brief)}\n`;
    case "bib":
      return bibtex(brief);
    case "ris":
      return ris(brief);
    case "csl":
      return `${JSON.stringify(cslJson(brief), null, 2)}\n`;
  }
}
