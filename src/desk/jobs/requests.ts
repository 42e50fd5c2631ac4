import { readFile, stat } from "node:fs/promises";
import { feedsOfOpml } from "../../intake/index.ts";
import { EntenteError, type SubscriptionRequest } from "../../schema/index.ts";

/**
 * What a person's word subscribes to: an address is a feed, a folder is watched, a file is an OPML list of feeds.
 * `every` is in seconds. Errors: input.missing, input.unreadable, feed.malformed.
 */
export async function subscriptionsIn(input: string, every: number | undefined): Promise<SubscriptionRequest[]> {
  if (/^https?:\/\//i.test(input)) return [{ kind: "feed", address: input, every }];
  const found = await stat(input).catch((cause: Error) => {
    throw new EntenteError("input.missing", { path: input }, { cause });
  });
  if (found.isDirectory()) return [{ kind: "folder", address: input, every }];
  const text = await readFile(input, "utf8").catch((cause: Error) => {
    throw new EntenteError("input.unreadable", { path: input, detail: cause.message }, { cause });
  });
  return feedsOfOpml(text, input).map(({ url }) => ({ kind: "feed", address: url, every }));
}
