import { EntenteError } from "../schema/index.ts";
import { assertSize } from "./limits.ts";

const DEFAULT_TIMEOUT_SECONDS = 20;
const AGENT = "Entente/0.1 (reads what is published about states)";
const ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.1";

/** What an address answered with. */
export interface Page {
  /** Where it was found, redirects followed. */
  readonly url: string;
  readonly type: string;
  readonly charset?: string;
  readonly bytes: Uint8Array;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What is known of an address from the last time; it answers `unchanged` where nothing changed since. */
export interface Seen {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** An address that did not give what it should; `retryAfter` is how many seconds it asks to be left alone. */
export class AddressError extends EntenteError {
  readonly retryAfter?: number;

  constructor(url: string, status: number, retryAfter?: number) {
    super("url.status", { url, status });
    this.retryAfter = retryAfter;
  }
}

/** `Retry-After` in seconds: it is a number of them, or a date. */
function retryAfterOf(response: Response): number | undefined {
  const said = response.headers.get("retry-after")?.trim();
  if (!said) return undefined;
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

function addressOf(given: string): URL {
  const url = URL.parse(given.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) throw new EntenteError("url.invalid", { url: given });
  return url;
}

/** The innermost reason of a failed fetch ("getaddrinfo ENOTFOUND …", "redirect count exceeded"). */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

function fetchError(error: unknown, url: string, seconds: number): EntenteError {
  if (error instanceof EntenteError) return error;
  if (error instanceof Error && error.name === "TimeoutError")
    return new EntenteError("url.timeout", { url, seconds }, { cause: error });
  return new EntenteError("url.unreachable", { url, detail: reasonOf(error) }, { cause: error });
}

async function bodyOf(response: Response, url: string): Promise<Uint8Array> {
  assertSize(url, Number(response.headers.get("content-length") ?? 0));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    assertSize(url, size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `text/html; charset=koi8-r` as its two parts. */
function contentType(response: Response): { type: string; charset?: string } {
  const header = response.headers.get("content-type") ?? "";
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1];
  return { type: header.split(";")[0].trim().toLowerCase(), charset };
}

function headersFor(seen: Seen): Record<string, string> {
  return {
    "user-agent": AGENT,
    accept: ACCEPT,
    ...(seen.etag === undefined ? {} : { "if-none-match": seen.etag }),
    ...(seen.lastModified === undefined ? {} : { "if-modified-since": seen.lastModified }),
  };
}

interface Asking {
  /** How long the whole answer may take; 20 by default. */
  readonly seconds?: number;
  readonly seen?: Seen;
  readonly signal?: AbortSignal;
}

async function get(url: URL, isReadable: (type: string) => boolean, { seconds, seen, signal: stop }: Required<Asking>) {
  const signal = AbortSignal.any([AbortSignal.timeout(seconds * 1000), stop]);
  const response = await fetch(url, { headers: headersFor(seen), signal });
  const kind = contentType(response);
  try {
    if (response.status === 304) return "unchanged";
    if (!response.ok) throw new AddressError(url.href, response.status, retryAfterOf(response));
    if (!isReadable(kind.type)) throw new EntenteError("url.nottext", { url: url.href, type: kind.type });
    const etag = response.headers.get("etag") ?? undefined;
    const lastModified = response.headers.get("last-modified") ?? undefined;
    return { url: response.url || url.href, ...kind, bytes: await bodyOf(response, url.href), etag, lastModified };
  } finally {
    if (response.body && !response.bodyUsed) await response.body.cancel();
  }
}

/**
 * What is at a web address, redirects followed; `unchanged` where it says that nothing changed since it was seen.
 * Errors: url.invalid, url.status, url.timeout (the whole answer must have come within `seconds`), url.unreachable,
 * url.nottext (by `isReadable`), input.toolarge.
 */
export async function fetchPage(
  address: string,
  isReadable: (type: string) => boolean,
  { seconds = DEFAULT_TIMEOUT_SECONDS, seen = {}, signal = new AbortController().signal }: Asking = {},
): Promise<Page | "unchanged"> {
  const url = addressOf(address);
  try {
    return await get(url, isReadable, { seconds, seen, signal });
  } catch (error) {
    throw fetchError(error, url.href, seconds);
  }
}
