import type { FastifyServerOptions } from "fastify";

export interface ServerOptions {
  /** Folder of the built pages; without it that of this installation. */
  readonly pages?: string;
  /** Secret of the `entente` command on this machine: only a request that carries it may name a path. */
  readonly token?: string;
  /** Names under which the service may be reached, beside localhost and IP addresses. */
  readonly hosts?: readonly string[];
  /** Requests a minute from one address to the API, 3,000 by default; a tenth of them may write. */
  readonly requestsPerMinute?: number;
  readonly logger?: FastifyServerOptions["logger"];
}

/** Largest body of a request that hands over files, in bytes: a document of 10 MB in base64. */
export const GIVEN_LIMIT = 14 * 1024 * 1024;

/** Largest body of a request, in bytes. */
export const BODY_LIMIT = 10 * 1024 * 1024;

/** An analyst who looks at thirty pages a minute asks for about a thousand things. */
export const requestsPerMinute = (options: ServerOptions): number => options.requestsPerMinute ?? 3000;

/** How many texts and judgements a minute one address may send. */
export const writesPerMinute = (options: ServerOptions): number =>
  Math.max(1, Math.floor(requestsPerMinute(options) / 10));
