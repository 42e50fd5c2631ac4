import { describe, expect, test } from "vitest";
import { RemoteDesk } from "../../src/desk/index.ts";
import { createServer, listen } from "../../src/server/index.ts";
import { jobCases } from "./job-cases.ts";
import { commandAt, serving, TOKEN } from "./served.ts";

describe("jobs over a running service", () => {
  const served = serving();

  jobCases(() => commandAt(served()));

  test("without the service's secret no path and no folder of its machine can be named", async () => {
    const { url, folder } = served();
    const stranger = new RemoteDesk({ url });
    await expect(stranger.jobs.start({ kind: "path", path: folder })).rejects.toMatchObject({ code: "request.path" });
    await expect(stranger.subscriptions.add({ kind: "folder", address: folder })).rejects.toMatchObject({
      code: "request.path",
    });
  });

  test("a service that stops ends what is watched", async () => {
    const own = createServer(served().local, { token: TOKEN });
    const desk = new RemoteDesk({ url: await listen(own, { port: 0 }), token: TOKEN });
    const events = desk.jobs.watch(new AbortController().signal)[Symbol.asyncIterator]();
    expect((await events.next()).value).toHaveProperty("jobs");
    await own.close();
    expect((await events.next()).done).toBe(true);
  });
});
