import { AddressError } from "../../intake/index.ts";
import type { StoredSubscription } from "../../ledger/index.ts";
import { asEntenteError } from "../../schema/index.ts";
import { secondsToNextLook } from "./back-off.ts";
import type { Found } from "./feed-source.ts";

/** How soon a folder is looked at again in which a file is still being written, in seconds. */
const SOON = 5;

/** The time in so many seconds. */
export const instant = (seconds = 0): string => new Date(Date.now() + seconds * 1000).toISOString();

/** A subscription after a look that went well. */
export function wentWell({ failing: _, ...stored }: StoredSubscription, found: Found): StoredSubscription {
  const seconds = found.unsettled ? SOON : secondsToNextLook({ every: stored.every, failures: 0 }, Math.random());
  return { ...stored, seen: found.seen, looked: instant(), succeeded: instant(), next: instant(seconds) };
}

/** A subscription after a look that did not. */
export function failed(stored: StoredSubscription, thrown: unknown): StoredSubscription {
  const error = asEntenteError(thrown).toRecord();
  const times = (stored.failing?.times ?? 0) + 1;
  const retryAfter = thrown instanceof AddressError ? thrown.retryAfter : undefined;
  const seconds = secondsToNextLook({ every: stored.every, failures: times, retryAfter }, Math.random());
  const failing = { since: stored.failing?.since ?? instant(), times, error };
  return { ...stored, looked: instant(), next: instant(seconds), failing };
}
