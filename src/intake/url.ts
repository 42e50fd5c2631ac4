import { EntenteError } from "../schema/index.ts";
import { decode } from "./decode.ts";
import { documentOfHtml } from "./html.ts";
import { assertSize } from "./limits.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Taken } from "./types.ts";

export const DEFAULT_TIMEOUT_SECONDS = 20;
const AGENT = "Entente/0.1 (reads what is published about states)";
const HTML_TYPES = new Set(["text/html", "application/xhtml+xml"]);
const TEXT_TYPE = /^text\/(?:plain|markdown)$/;

export interface Page {
  readonly url: string;
  readonly type: string;
  readonly charset?: string;
  readonly bytes: Uint8Array;
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

function assertText(type: string, url: string): void {
  if (type !== "" && !HTML_TYPES.has(type) && !TEXT_TYPE.test(type))
    throw new EntenteError("url.nottext", { url, type });
}

async function get(url: URL, seconds: number): Promise<Page> {
  const response = await fetch(url, {
    headers: { "user-agent": AGENT, accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1" },
    signal: AbortSignal.timeout(seconds * 1000),
  });
  const kind = contentType(response);
  try {
    if (!response.ok) throw new EntenteError("url.status", { url: url.href, status: response.status });
    assertText(kind.type, url.href);
    return { url: response.url || url.href, ...kind, bytes: await bodyOf(response, url.href) };
  } finally {
    if (response.body && !response.bodyUsed) await response.body.cancel();
  }
}

/**
 * The text at a web address, redirects followed. Errors: url.invalid, url.status, url.timeout (the whole answer must
 * have come within `seconds`), url.unreachable, url.nottext, input.toolarge.
 */
export async function fetchPage(address: string, seconds: number = DEFAULT_TIMEOUT_SECONDS): Promise<Page> {
  const url = addressOf(address);
  try {
    return await get(url, seconds);
  } catch (error) {
    throw fetchError(error, url.href, seconds);
  }
}

/** The document of a fetched page. `given` overrides what the page says of itself. */
export function documentOfPage(page: Page, given: Facts = {}): Taken {
  const facts = { url: page.url, ...given };
  if (page.bytes.length === 0) throw new EntenteError("input.empty", { path: page.url });
  if (!TEXT_TYPE.test(page.type)) return documentOfHtml(page.bytes, facts, { path: page.url, charset: page.charset });
  return documentOfText(decode(page.bytes, page.url, page.charset), facts, page.bytes);
}
