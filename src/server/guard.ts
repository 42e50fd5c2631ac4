import { timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { EntenteError, type Source } from "../schema/index.ts";

const hostName = (host: string): string | undefined => {
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
  return name?.replace(/^\[|\]$/g, "");
};

/** Only a name can be pointed at this machine by a foreign page (DNS rebinding); an IP address can't. */
function isOurs(host: string, hosts: readonly string[]): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  return name === "localhost" || name.endsWith(".localhost") || isIP(name) !== 0 || hosts.includes(name);
}

const writes = (request: FastifyRequest): boolean => request.method !== "GET" && request.method !== "HEAD";

/** Whether the browser says that another site's page sent the request. */
function isCrossSite({ headers }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  return headers.origin !== undefined && !isOrigin(headers.origin, headers.host);
}

/** A proxy in front may speak TLS for us. */
const isOrigin = (origin: string, host = ""): boolean => origin === `http://${host}` || origin === `https://${host}`;

/** Refuses what comes under a foreign name, and writing that another site's page asks for. */
export function guardOrigin(hosts: readonly string[]) {
  return async (request: FastifyRequest): Promise<void> => {
    const host = request.headers.host ?? "";
    if (!isOurs(host, hosts)) throw new EntenteError("request.foreign", { origin: host || "an unnamed host" });
    if (writes(request) && isCrossSite(request)) {
      throw new EntenteError("request.foreign", { origin: request.headers.origin ?? "another site" });
    }
  };
}

/** Whether the request carries the secret of the `entente` command. */
export function hasToken(request: FastifyRequest, token: string | undefined): boolean {
  const given = request.headers["x-entente-token"];
  if (token === undefined || typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const LOOPBACK = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/;
/** What a proxy adds: whoever asks is then somebody else than who connects. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/**
 * Who names a folder: the `entente` command by its secret, else our own page in a browser of this machine. A page says
 * its origin, which was held against our own before. Errors: request.path, request.remote.
 */
export function askerOf(request: FastifyRequest, token: string | undefined): "command" | "page" {
  if (hasToken(request, token)) return "command";
  if (request.headers.origin === undefined) throw new EntenteError("request.path");
  const isHere = LOOPBACK.test(request.ip) && FORWARDED.every((header) => request.headers[header] === undefined);
  if (!isHere) throw new EntenteError("request.remote");
  return "page";
}

/** Refuses a path of this machine to anybody but the `entente` command. */
export function guardPath(token: string | undefined) {
  return async (request: FastifyRequest<{ Body: Source }>, _reply: FastifyReply): Promise<void> => {
    if (request.body.kind === "path" && !hasToken(request, token)) throw new EntenteError("request.path");
  };
}
