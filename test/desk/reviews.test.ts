import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe } from "vitest";
import { type Desk, LocalDesk, RemoteDesk } from "../../src/desk/index.ts";
import { createServer, listen } from "../../src/server/index.ts";
import { reviewCases } from "./review-cases.ts";

describe.each(["local", "remote"])("reviews over a %s desk", (kind) => {
  let folder: string;
  let local: LocalDesk;
  let desk: Desk;
  let server: FastifyInstance | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-reviews-"));
    local = await LocalDesk.open(join(folder, "data"));
    desk = local;
    if (kind === "local") return;
    server = createServer(local, {});
    desk = new RemoteDesk({ url: await listen(server, { port: 0 }) });
  });

  afterAll(async () => {
    await server?.close();
    await local.close();
    await rm(folder, { recursive: true });
  });

  reviewCases(() => desk);
});
