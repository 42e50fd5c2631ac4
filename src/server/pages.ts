import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { answerUnknown } from "./errors.ts";

/** dist/web of the nearest folder above that has one: this file may run from its source or compiled into dist/. */
function builtPages(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!hasPages(join(folder, "dist/web"))) {
    if (folder === dirname(folder)) return undefined;
    folder = dirname(folder);
  }
  return join(folder, "dist/web");
}

const hasPages = (folder: string): boolean => existsSync(join(folder, "index.html"));

const NOT_BUILT = "The pages are not built. Run `npm run build:web`, then reload. The API answers at /api.\n";

/** Files under assets/ carry a hash of their content in their name. */
const cacheOf = (path: string): string =>
  path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";

/** Whether an address is one of the pages' own: no file, no API. */
const isPage = ({ method, url }: FastifyRequest): boolean =>
  (method === "GET" || method === "HEAD") && !url.startsWith("/api/") && !/^\/assets\//.test(url);

/** The built pages; every address that is no file is answered with the page that finds its way itself. */
export function servePages(given?: string): FastifyPluginAsync {
  return async (server) => {
    const folder = given ?? builtPages();
    const built = folder !== undefined && hasPages(folder);
    if (built) {
      await server.register(fastifyStatic, {
        root: folder,
        cacheControl: false,
        setHeaders: (reply, path) => reply.header("cache-control", cacheOf(path)),
      });
    }
    server.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
      if (!isPage(request)) return answerUnknown(request, reply);
      if (!built) return reply.code(503).type("text/plain; charset=utf-8").send(NOT_BUILT);
      return reply.header("cache-control", "no-cache").sendFile("index.html");
    });
  };
}
