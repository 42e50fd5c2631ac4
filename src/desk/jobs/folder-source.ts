import { type FoundFile, newFiles, takeFiles } from "../../intake/index.ts";
import type { StoredSubscription, SubscriptionStore } from "../../ledger/index.ts";
import type { Found } from "./feed-source.ts";
import type { Item } from "./pipeline.ts";
import type { Course } from "./running.ts";

async function* itemsOf(files: readonly FoundFile[], { signal, onShare, onTotal }: Course): AsyncGenerator<Item> {
  let all = 0;
  let gone = 0;
  const options = {
    signal,
    onTotal: (count: number, bytes: number) => {
      all = bytes;
      onTotal(count);
    },
    onBytes: (bytes: number) => {
      gone += bytes;
      if (all > 0) onShare(gone / all);
    },
  };
  yield* takeFiles(
    files.map(({ path }) => path),
    options,
  );
}

/** Looks for files of a folder that are new or were changed. Errors: input.missing, input.unreadable. */
export async function lookAtFolder(store: SubscriptionStore, { id, address }: StoredSubscription): Promise<Found> {
  const known = new Map((await store.items(id)).map(({ item, stamp }) => [item, stamp]));
  const { files, unsettled } = await newFiles(address, known);
  const stamps = new Map(files.map(({ path, stamp }) => [path, stamp]));
  const onStored = (stored: ReadonlyMap<string, boolean>): Promise<void> =>
    store.saveItems(
      id,
      [...stored].map(([item, taken]) => ({ item, stamp: stamps.get(item) ?? "", tries: taken ? 0 : 1, taken })),
    );
  return { seen: {}, fresh: files.length, unsettled, open: (course) => ({ items: itemsOf(files, course), onStored }) };
}
