import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll } from "vitest";
import { LocalDesk, RemoteDesk } from "../../src/desk/index.ts";
import { createServer, listen } from "../../src/server/index.ts";

export const TOKEN = "a-secret-of-some-length";

/** A desk with a service before it, for the tests of a group. */
export interface Served {
  readonly folder: string;
  readonly local: LocalDesk;
  readonly url: string;
}

/** Starts a service before the tests of a group and stops it after them; gives what is there meanwhile. */
export function serving(): () => Served {
  let served: Served;
  let server: FastifyInstance;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "entente-served-"));
    const local = await LocalDesk.open(join(folder, "data"));
    server = createServer(local, { token: TOKEN });
    served = { folder, local, url: await listen(server, { port: 0 }) };
  });
  afterAll(async () => {
    await server.close();
    await served.local.close();
    await rm(served.folder, { recursive: true });
  });
  return () => served;
}

/** The desk of a command that knows the service's secret. */
export const commandAt = ({ url }: Served): RemoteDesk => new RemoteDesk({ url, token: TOKEN });
