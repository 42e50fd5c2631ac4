import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LocalDesk, RemoteDesk } from "../../src/desk/index.ts";
import { createServer, listen } from "../../src/server/index.ts";
import { jobCases } from "./job-cases.ts";

const TOKEN = "a-secret-of-some-length";

describe("jobs over a running service", () => {
  let folder: string;
  let local: LocalDesk;
  let server: FastifyInstance;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-jobs-"));
    local = await LocalDesk.open(join(folder, "data"));
    server = createServer(local, { token: TOKEN });
    url = await listen(server, { port: 0 });
  });

  afterAll(async () => {
    await server.close();
    await local.close();
    await rm(folder, { recursive: true });
  });

  jobCases(() => new RemoteDesk({ url, token: TOKEN }));

  test("without the service's secret no path and no folder of its machine can be named", async () => {
    const stranger = new RemoteDesk({ url });
    await expect(stranger.jobs.start({ kind: "path", path: folder })).rejects.toMatchObject({ code: "request.path" });
    await expect(stranger.subscriptions.add({ kind: "folder", address: folder })).rejects.toMatchObject({
      code: "request.path",
    });
  });

  test("a service that stops ends what is watched", async () => {
    const own = createServer(local, { token: TOKEN });
    const desk = new RemoteDesk({ url: await listen(own, { port: 0 }), token: TOKEN });
    const events = desk.jobs.watch(new AbortController().signal)[Symbol.asyncIterator]();
    expect((await events.next()).value).toHaveProperty("jobs");
    await own.close();
    expect((await events.next()).done).toBe(true);
  });
});
