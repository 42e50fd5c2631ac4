import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { EntenteError } from "../schema/index.ts";
import { textOfElement } from "./blocks.ts";
import { decode } from "./decode.ts";
import { languageOf } from "./language.ts";
import { factsOfPage } from "./metadata.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Taken } from "./types.ts";

const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i;
const HEAD_BYTES = 4_096;
/** An article shorter than this may be a box beside it: a page that is short altogether is then taken whole. */
const ARTICLE_MINIMUM = 200;
/** Readability's time grows with the square of the nesting: what is beyond a hundred deep is no article. */
const DEEPEST = 80;
const MOST_DEPTH_IN_ALL = 500_000;

/** The encoding that a page declares in its first bytes, if it does. */
export const declaredCharset = (bytes: Uint8Array): string | undefined =>
  CHARSET.exec(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1"))?.[1];

/** A whole page also where only a fragment was given. */
function pageOf(html: string): Document {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

const bodyText = (page: Document): string => {
  for (const element of page.querySelectorAll("nav, footer, aside")) element.remove();
  return textOfElement(page.body);
};

/** Whether a page is nested in a way that no writer of articles nests. */
function isTangled(page: Document): boolean {
  const stack: [element: Element, depth: number][] = [[page.body, 1]];
  let inAll = 0;
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [element, depth] = top;
    inAll += depth;
    if (depth > DEEPEST || inAll > MOST_DEPTH_IN_ALL) return true;
    for (const child of element.children) stack.push([child, depth + 1]);
  }
  return false;
}

/** The article as Firefox's reader finds it; the whole body where it finds none, or too little to be one. */
function articleText(html: string): string {
  const page = pageOf(html);
  if (isTangled(page)) return bodyText(page);
  const article = new Readability<Node>(page, { serializer: (node) => node, disableJSONLD: true }).parse();
  const text = article?.content ? textOfElement(article.content) : "";
  if (text.length >= ARTICLE_MINIMUM) return text;
  const whole = bodyText(pageOf(html));
  return text === "" || whole.length < 2 * ARTICLE_MINIMUM ? whole : text;
}

const absolute = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//.test(url) ? url : undefined;

/** Parsers give up on hostile nesting with a RangeError; on our own pages they don't throw. */
function parsed<T>(path: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError("input.unreadable", { path, detail }, { cause });
  }
}

/**
 * The article of a page, with what the page says of itself; `facts` overrides that. The language is told from the
 * text, since many pages declare a wrong one; the declared one counts where the text is too short to tell.
 * Bytes are decoded by `charset` (from a header), byte order mark or what the page declares, and kept as the original.
 * Errors: input.binary, input.encoding, input.empty, input.date, input.unreadable.
 */
export function documentOfHtml(
  html: string | Uint8Array,
  facts: Facts = {},
  { path = facts.url ?? "The page", charset }: { readonly path?: string; readonly charset?: string } = {},
): Taken {
  const markup = typeof html === "string" ? html : decode(html, path, charset ?? declaredCharset(html));
  const original = typeof html === "string" ? new TextEncoder().encode(html) : html;
  const said = parsed(path, () => factsOfPage(pageOf(markup)));
  const text = parsed(path, () => articleText(markup));
  if (text.trim() === "") throw new EntenteError("input.empty", { path });
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ""));
  const language = languageOf(text) === "und" ? said.language : undefined;
  return documentOfText(text, { ...said, language, url: absolute(said.url), ...given }, original);
}
