import { type Feed, type FeedEntry, fetchFeed, type Seen, takeEntries } from "../../intake/index.ts";
import type { StoredSubscription, SubscriptionItem, SubscriptionStore } from "../../ledger/index.ts";
import type { Item } from "./pipeline.ts";
import type { Course, Opened } from "./running.ts";

/** An entry that is refused is asked for again at the next looks, so many times in all. */
const MOST_TRIES = 3;

/** What a look at a subscription found. */
export interface Found {
  readonly title?: string;
  readonly seen: Seen;
  /** How many entries or files are new. */
  readonly fresh: number;
  readonly open: (course: Course) => Opened;
  /** Something in it is still being written: another look is due soon. */
  readonly unsettled?: boolean;
}

const isOpen = (item: SubscriptionItem | undefined): boolean => !item || (!item.taken && item.tries < MOST_TRIES);

async function* itemsOf(feed: Feed, entries: readonly FeedEntry[], course: Course): AsyncGenerator<Item> {
  course.onTotal(entries.length);
  let gone = 0;
  for await (const item of takeEntries(feed, entries, course)) {
    yield item;
    gone += 1;
    course.onShare(gone / entries.length);
  }
}

function opened(
  store: SubscriptionStore,
  id: string,
  items: AsyncIterable<Item>,
  before: ReadonlyMap<string, SubscriptionItem>,
): Opened {
  const onStored = (stored: ReadonlyMap<string, boolean>): Promise<void> =>
    store.saveItems(
      id,
      [...stored].map(([item, taken]) => ({
        item,
        stamp: "",
        taken,
        tries: (before.get(item)?.tries ?? 0) + (taken ? 0 : 1),
      })),
    );
  return { items, onStored };
}

/**
 * Asks a feed for what is new. It is asked for everything, not only for what changed, while entries are left that
 * were refused. Errors: those of `fetchFeed`.
 */
export async function lookAtFeed(
  store: SubscriptionStore,
  { id, address, seen, title }: StoredSubscription,
  signal: AbortSignal,
): Promise<Found> {
  const before = new Map((await store.items(id)).map((item) => [item.item, item]));
  const waiting = [...before.values()].some((item) => isOpen(item));
  const answer = await fetchFeed(address, waiting ? {} : seen, { signal });
  const { feed = { title, entries: [] } } = answer;
  const entries = feed.entries.filter(({ url }) => isOpen(before.get(url)));
  return {
    title: feed.title ?? title,
    seen: answer.seen,
    fresh: entries.length,
    open: (course) => opened(store, id, itemsOf(feed, entries, course), before),
  };
}
