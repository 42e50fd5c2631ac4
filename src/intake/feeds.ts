import { parseFeed, parseOpml } from "feedsmith";
import { EntenteError } from "../schema/index.ts";
import { decode } from "./decode.ts";
import { isFeedType } from "./page.ts";
import type { TakeInOptions } from "./types.ts";
import { fetchPage, type Page, type Seen } from "./url.ts";

/** One entry of a feed. */
export interface FeedEntry {
  readonly url: string;
  readonly title?: string;
  readonly published?: string;
  readonly author?: string;
  /** The entry's text as the feed gives it: often the beginning only. */
  readonly html?: string;
}

export interface Feed {
  readonly title?: string;
  readonly entries: readonly FeedEntry[];
}

type Parsed = ReturnType<typeof parseFeed<string>>;
type Loose = { readonly [K in keyof FeedEntry]?: FeedEntry[K] };

/** Entries of the four kinds of feed in one shape. */
function looseEntries(parsed: Parsed): Loose[] {
  if (parsed.format === "json")
    return (parsed.feed.items ?? []).map((item) => ({
      url: item.url,
      title: item.title,
      published: item.date_published,
      author: item.authors?.[0]?.name,
      html: item.content_html ?? item.content_text,
    }));
  if (parsed.format === "atom")
    return (parsed.feed.entries ?? []).map((entry) => ({
      url: entry.links?.find((link) => (link.rel ?? "alternate") === "alternate")?.href,
      title: entry.title?.value,
      published: entry.published ?? entry.updated,
      author: entry.authors?.[0]?.name,
      html: entry.content?.value ?? entry.summary?.value,
    }));
  if (parsed.format === "rss")
    return (parsed.feed.items ?? []).map((item) => ({
      url: item.link,
      title: item.title,
      published: item.pubDate,
      author: item.dc?.creators?.[0],
      html: item.content?.encoded ?? item.description,
    }));
  return (parsed.feed.items ?? []).map((item) => ({
    url: item.link,
    title: item.title,
    published: item.dc?.dates?.[0],
    author: item.dc?.creators?.[0],
    html: item.content?.encoded ?? item.description,
  }));
}

function titleOf(parsed: Parsed): string | undefined {
  const { title } = parsed.feed;
  return typeof title === "object" ? title.value : title;
}

/** The entries that have an address, each address once. */
function entriesOf(parsed: Parsed, base: string): FeedEntry[] {
  const entries = new Map<string, FeedEntry>();
  for (const entry of looseEntries(parsed)) {
    const url = entry.url === undefined ? null : URL.parse(entry.url, base);
    if (url && /^https?:$/.test(url.protocol) && !entries.has(url.href))
      entries.set(url.href, { ...entry, url: url.href });
  }
  return [...entries.values()];
}

/** A feed (RSS, Atom, RDF or JSON) as its entries. Errors: feed.malformed, input.encoding. */
export function feedOfPage(page: Page): Feed {
  const text = decode(page.bytes, page.url, page.charset);
  try {
    const parsed = parseFeed(text);
    return { title: titleOf(parsed), entries: entriesOf(parsed, page.url) };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError("feed.malformed", { url: page.url, detail }, { cause });
  }
}

/** What a feed answered, with what to send the next time. */
export interface FeedAnswer {
  /** Absent where nothing changed. */
  readonly feed?: Feed;
  readonly seen: Seen;
}

/**
 * Asks a feed for what is new. With `seen` from the last answer it says so when nothing changed.
 * Errors: feed.malformed, and those of an address (url.…).
 */
export async function fetchFeed(url: string, seen: Seen = {}, options: TakeInOptions = {}): Promise<FeedAnswer> {
  const page = await fetchPage(url, () => true, { seconds: options.timeoutSeconds, seen, signal: options.signal });
  if (page === "unchanged") {
    if (seen.etag === undefined && seen.lastModified === undefined)
      throw new EntenteError("url.status", { url, status: 304 });
    return { seen };
  }
  if (!isFeedType(page.type) && !/^text\/(?:html|plain)$|^$/.test(page.type))
    throw new EntenteError("feed.malformed", { url, detail: `it is ${page.type}` });
  return { feed: feedOfPage(page), seen: { etag: page.etag, lastModified: page.lastModified } };
}

interface Outline {
  readonly xmlUrl?: string;
  readonly title?: string;
  readonly text?: string;
  readonly outlines?: readonly Outline[];
}

const leaves = (outlines: readonly Outline[]): Outline[] =>
  outlines.flatMap((outline) => [outline, ...leaves(outline.outlines ?? [])]);

/** The feeds that an OPML file lists, folders and all, each once. Errors: feed.malformed. */
export function feedsOfOpml(text: string, path: string): { readonly url: string; readonly title?: string }[] {
  let outlines: readonly Outline[];
  try {
    outlines = parseOpml(text).body?.outlines ?? [];
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError("feed.malformed", { url: path, detail }, { cause });
  }
  const feeds = leaves(outlines).flatMap(({ xmlUrl, title, text: name }) =>
    xmlUrl === undefined ? [] : [[xmlUrl, { url: xmlUrl, title: title ?? name }] as const],
  );
  return [...new Map(feeds).values()];
}
