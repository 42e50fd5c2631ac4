import { z } from "zod";
import { publicationDate } from "./dates.ts";
import type { Facts } from "./types.ts";

/** Of a schema.org node, what Entente looks at; sites write most fields in several shapes. */
const Named = z.union([z.string(), z.object({ name: z.string() })]);
const LinkedData = z.looseObject({
  "@type": z.union([z.string(), z.array(z.string())]).optional(),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
  author: z
    .union([Named, z.array(Named)])
    .optional()
    .catch(undefined),
  publisher: Named.optional().catch(undefined),
});
type LinkedData = z.infer<typeof LinkedData>;

const ARTICLE_TYPE = /Article|Posting|Report|WebPage/;

const tidy = (value: string | null | undefined): string | undefined => {
  const text = value?.replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
};

const nameOf = (value: z.infer<typeof Named> | undefined): string | undefined =>
  typeof value === "string" ? value : value?.name;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The nodes of one JSON-LD block: itself, a list, or the list under `@graph`. */
function nodesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  const graph = z.object({ "@graph": z.array(z.unknown()) }).safeParse(value);
  return graph.success ? graph.data["@graph"] : [value];
}

/** The article among a page's JSON-LD. A block that is no JSON says nothing about the page. */
function linkedData(page: Document): LinkedData {
  const blocks = [...page.querySelectorAll('script[type="application/ld+json"]')];
  const nodes = blocks
    .flatMap((block) => nodesOf(parseJson(block.textContent ?? "")))
    .map((node): LinkedData => LinkedData.safeParse(node).data ?? {});
  return nodes.find((node) => ARTICLE_TYPE.test([node["@type"] ?? ""].flat().join(" "))) ?? {};
}

function meta(page: Document, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const element = page.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
    const content = tidy(element?.getAttribute("content"));
    if (content !== undefined) return content;
  }
  return undefined;
}

function firstDate(...candidates: readonly (string | null | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const date = candidate ? publicationDate(candidate) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

function publishedOf(page: Document, linked: LinkedData): string | undefined {
  return firstDate(
    meta(page, "article:published_time", "og:article:published_time"),
    linked.datePublished,
    meta(page, "datePublished", "date", "dc.date", "DC.date.issued", "dcterms.created", "pubdate", "publish-date"),
    page.querySelector("article time[datetime], main time[datetime]")?.getAttribute("datetime"),
    page.querySelector("time[datetime]")?.getAttribute("datetime"),
    page.querySelector("time")?.textContent,
  );
}

/** An address in `article:author` names nobody. */
const person = (value: string | undefined): string | undefined =>
  value === undefined || /^https?:/.test(value) ? undefined : value;

function authorOf(page: Document, linked: LinkedData): string | undefined {
  const names = [linked.author ?? []].flat().flatMap((author) => nameOf(author) ?? []);
  return tidy(names.join(", ")) ?? person(meta(page, "author", "article:author", "dc.creator", "parsely-author"));
}

/** BCP 47 as pages write it: `en_GB` too. */
const languageTag = (value: string | null | undefined): string | undefined => {
  const tag = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*/i.exec(value?.trim() ?? "")?.[0].replaceAll("_", "-");
  return tag === undefined
    ? undefined
    : `${tag.slice(0, tag.search(/-|$/)).toLowerCase()}${tag.slice(tag.search(/-|$/))}`;
};

/** What a page says of itself: meta tags, JSON-LD, `<time>`, `lang`. */
export function factsOfPage(page: Document): Facts {
  const linked = linkedData(page);
  const headline = meta(page, "og:title", "twitter:title") ?? tidy(linked.headline);
  return {
    title: headline ?? tidy(page.querySelector("title")?.textContent) ?? tidy(page.querySelector("h1")?.textContent),
    publisher: meta(page, "og:site_name", "application-name", "dc.publisher") ?? tidy(nameOf(linked.publisher)),
    author: authorOf(page, linked),
    published: publishedOf(page, linked),
    language: languageTag(page.documentElement?.getAttribute("lang")) ?? languageTag(linked.inLanguage),
    url: page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta(page, "og:url"),
  };
}
