import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LocalDesk, RemoteDesk } from "../../src/desk/index.ts";
import { createServer, listen } from "../../src/server/index.ts";
import { deskCases, PATROL } from "./cases.ts";

const TOKEN = "a-secret-of-some-length";

describe("a desk over a running service", () => {
  let folder: string;
  let local: LocalDesk;
  let server: FastifyInstance;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-desk-"));
    local = await LocalDesk.open(join(folder, "data"));
    server = createServer(local, { token: TOKEN });
    url = await listen(server, { port: 0 });
  });

  afterAll(async () => {
    await server.close();
    await local.close();
    await rm(folder, { recursive: true });
  });

  deskCases(() => new RemoteDesk({ url, token: TOKEN }));

  test("without the service's secret no path of its machine can be read", async () => {
    const stranger = new RemoteDesk({ url, token: "another-secret-altogether" });
    await expect(stranger.read({ kind: "path", path: PATROL })).rejects.toMatchObject({ code: "request.path" });
    await expect(stranger.add({ kind: "path", path: PATROL })).rejects.toMatchObject({ code: "request.path" });
  });

  test("a service that is gone is named", async () => {
    const gone = new RemoteDesk({ url: "http://127.0.0.1:9" });
    await expect(gone.overview()).rejects.toMatchObject({ code: "service.unreachable" });
  });
});
