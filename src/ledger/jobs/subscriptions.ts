import type { Subscription } from "../../schema/index.ts";
import type { Database } from "../store/database.ts";
import type { Write } from "./jobs.ts";

/** A subscription with what its feed said of itself the last time, to ask it only for what is new. */
export interface StoredSubscription extends Omit<Subscription, "busy"> {
  readonly seen: { readonly etag?: string; readonly lastModified?: string };
}

/** An entry of a feed or a file of a folder, and what became of it. */
export interface SubscriptionItem {
  /** Its address, or its path. */
  readonly item: string;
  /** Changes where the item did: size and time of a file; empty for an entry. */
  readonly stamp: string;
  /** How often it was refused. */
  readonly tries: number;
  readonly taken: boolean;
}

/** Feeds and watched folders, and which of their items were taken. */
export class SubscriptionStore {
  readonly #database: Database;
  readonly #write: Write;

  constructor(database: Database, write: Write) {
    this.#database = database;
    this.#write = write;
  }

  /** In the order in which they were added. */
  async all(): Promise<readonly StoredSubscription[]> {
    const rows = await this.#database.read<{ json: string }>("SELECT json FROM subscriptions ORDER BY rowid");
    const all = rows.map(({ json }) => JSON.parse(json) as StoredSubscription);
    return all.sort((a, b) => (a.added < b.added ? -1 : Number(a.added > b.added)));
  }

  add(subscription: StoredSubscription): Promise<void> {
    return this.#write((writer) => writer.insert("subscriptions", [[subscription.id, JSON.stringify(subscription)]]));
  }

  save(subscription: StoredSubscription): Promise<void> {
    const json = JSON.stringify(subscription);
    return this.#write((writer) =>
      writer.run("UPDATE subscriptions SET json = $1 WHERE id = $2", [json, subscription.id]),
    );
  }

  remove(id: string): Promise<void> {
    return this.#write(async (writer) => {
      await writer.run("DELETE FROM subscriptions WHERE id = $1", [id]);
      await writer.run("DELETE FROM subscription_items WHERE subscription = $1", [id]);
    });
  }

  async items(id: string): Promise<readonly SubscriptionItem[]> {
    return this.#database.read<SubscriptionItem>(
      "SELECT item, stamp, tries, taken FROM subscription_items WHERE subscription = $1",
      [id],
    );
  }

  /** Writes down what became of items; what is said of the same item before is replaced. */
  saveItems(id: string, items: readonly SubscriptionItem[]): Promise<void> {
    return this.#write(async (writer) => {
      const names = JSON.stringify(items.map(({ item }) => item));
      await writer.run(
        `DELETE FROM subscription_items
         WHERE subscription = $1 AND item IN (SELECT unnest(from_json($2, '["VARCHAR"]')))`,
        [id, names],
      );
      await writer.insert(
        "subscription_items",
        items.map(({ item, stamp, tries, taken }) => [id, item, stamp, tries, taken]),
      );
    });
  }
}
