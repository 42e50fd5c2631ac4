import { EntenteError } from "../schema/index.ts";
import { decode } from "./decode.ts";
import { documentOfHtml } from "./html.ts";
import { documentOfPdf } from "./pdf.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Taken } from "./types.ts";
import type { Page } from "./url.ts";

const HTML_TYPES = new Set(["", "text/html", "application/xhtml+xml"]);
const TEXT_TYPES = new Set(["text/plain", "text/markdown"]);
const FEED_TYPES = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/xml",
  "text/xml",
  "application/json",
]);

export const isFeedType = (type: string): boolean => FEED_TYPES.has(type);

export const isDocumentType = (type: string): boolean =>
  HTML_TYPES.has(type) || TEXT_TYPES.has(type) || type === "application/pdf";

/** The document of what an address answered. `given` overrides what the page says of itself. */
export async function documentOfPage(page: Page, given: Facts = {}): Promise<Taken> {
  const facts = { url: page.url, ...given };
  const { bytes, charset, url } = page;
  if (bytes.length === 0) throw new EntenteError("input.empty", { path: url });
  if (page.type === "application/pdf") return documentOfPdf(bytes, facts, url);
  if (!TEXT_TYPES.has(page.type)) return documentOfHtml(bytes, facts, { path: url, charset });
  return documentOfText(decode(bytes, url, charset), facts, bytes);
}
