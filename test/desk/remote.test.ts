import { describe, expect, test } from "vitest";
import { RemoteDesk } from "../../src/desk/index.ts";
import { deskCases, PATROL } from "./cases.ts";
import { commandAt, serving } from "./served.ts";

describe("a desk over a running service", () => {
  const served = serving();

  deskCases(() => commandAt(served()));

  test("without the service's secret no path of its machine can be read", async () => {
    const stranger = new RemoteDesk({ url: served().url, token: "another-secret-altogether" });
    await expect(stranger.read({ kind: "path", path: PATROL })).rejects.toMatchObject({ code: "request.path" });
    await expect(stranger.add({ kind: "path", path: PATROL })).rejects.toMatchObject({ code: "request.path" });
  });

  test("a service that is gone is named", async () => {
    const gone = new RemoteDesk({ url: "http://127.0.0.1:9" });
    await expect(gone.overview()).rejects.toMatchObject({ code: "service.unreachable" });
  });
});
