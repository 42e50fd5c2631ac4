import { EntenteError } from "../schema/index.ts";
import { attempt } from "./attempt.ts";
import { publicationDate } from "./dates.ts";
import { type Feed, type FeedEntry, feedOfPage, fetchFeed } from "./feeds.ts";
import { documentOfHtml } from "./html.ts";
import { documentOfPage, isDocumentType, isFeedType } from "./page.ts";
import { type Facts, type Intake, isFailure, type Outcome, type TakeInOptions, type Taken } from "./types.ts";
import { fetchPage, type Page } from "./url.ts";

/** Below this a feed gives a teaser, not the article. */
const WHOLE_ARTICLE = 1_000;

async function fetched(
  url: string,
  isReadable: (type: string) => boolean,
  { timeoutSeconds, signal }: TakeInOptions,
): Promise<Page> {
  const page = await fetchPage(url, isReadable, { seconds: timeoutSeconds, signal });
  if (page === "unchanged") throw new EntenteError("url.status", { url, status: 304 });
  return page;
}

/** What the feed says of a document, where the document does not say so itself. */
function withFallback({ document, original }: Taken, { title, published, author, publisher }: Facts): Taken {
  const said = Object.entries({ title, published, author, publisher }).filter(([, value]) => value);
  return { document: { ...Object.fromEntries(said), ...document }, original };
}

const factsOf = (entry: FeedEntry, feed: Feed): Facts => ({
  title: entry.title,
  published: entry.published === undefined ? undefined : publicationDate(entry.published),
  author: entry.author,
  publisher: feed.title,
});

/** The page of a feed's entry; the feed's own text where that is the whole article and the page can't be had. */
async function documentOfEntry(entry: FeedEntry, feed: Feed, options: TakeInOptions): Promise<Outcome> {
  const { url, html = "" } = entry;
  const facts = factsOf(entry, feed);
  const outcome = await attempt(url, async () =>
    withFallback(await documentOfPage(await fetched(url, isDocumentType, options)), facts),
  );
  if (!isFailure(outcome) || html.length < WHOLE_ARTICLE) return outcome;
  return attempt(url, async () => documentOfHtml(html, { ...facts, url }, { path: url }));
}

/** The documents of entries of a feed, each with the address of its entry. */
export async function* takeEntries(
  feed: Feed,
  entries: readonly FeedEntry[],
  options: TakeInOptions = {},
): AsyncGenerator<{ readonly item: string; readonly intake: Intake }> {
  for (const entry of entries) {
    const outcome = await documentOfEntry(entry, feed, options);
    if (options.signal?.aborted) return;
    const intake = isFailure(outcome)
      ? { refused: { input: outcome.input, error: outcome.error.toRecord() } }
      : outcome;
    yield { item: entry.url, intake };
  }
}

/** The documents of a feed's entries, one after the other. */
async function* documentsOfFeed(feed: Feed, options: TakeInOptions): AsyncGenerator<Outcome> {
  for (const entry of feed.entries) {
    if (options.signal?.aborted) return;
    yield await documentOfEntry(entry, feed, options);
  }
}

/** The documents at several feeds. A feed that can't be read is one failure. */
export async function* documentsOfFeeds(urls: readonly string[], options: TakeInOptions): AsyncGenerator<Outcome> {
  for (const url of urls) {
    if (options.signal?.aborted) return;
    try {
      const { feed } = await fetchFeed(url, {}, options);
      if (feed) yield* documentsOfFeed(feed, options);
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      yield { input: url, error };
    }
  }
}

/** The document at an address, or those of its entries where it is a feed. */
export async function* documentsOfAddress(
  url: string,
  published: string | undefined,
  options: TakeInOptions,
): AsyncGenerator<Outcome> {
  try {
    const page = await fetched(url, (type) => isDocumentType(type) || isFeedType(type), options);
    if (isFeedType(page.type)) yield* documentsOfFeed(feedOfPage(page), options);
    else yield await attempt(url, () => documentOfPage(page, { published }));
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    yield { input: url, error };
  }
}
