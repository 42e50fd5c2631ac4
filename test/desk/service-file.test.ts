import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { announceService, findService, withdrawService } from "../../src/desk/index.ts";

let folder: string;
const service = { url: "http://127.0.0.1:4600", token: "0123456789abcdef", pid: process.pid };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-service-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("a service that announced itself is found, with its secret readable by the owner alone", async () => {
  await announceService(folder, service);
  expect(await findService(folder)).toEqual(service);
  expect((await stat(join(folder, "service.json"))).mode & 0o077).toBe(0);
});

test("a service that withdrew is not found", async () => {
  await announceService(folder, service);
  await withdrawService(folder);
  expect(await findService(folder)).toBeUndefined();
});

test("a service whose process died is not found", async () => {
  await announceService(folder, { ...service, pid: 2 ** 30 });
  expect(await findService(folder)).toBeUndefined();
});

test.each(["", "{", '{"url":"http://127.0.0.1:4600"}'])("a file cut short (%j) announces nothing", async (text) => {
  await writeFile(join(folder, "service.json"), text);
  expect(await findService(folder)).toBeUndefined();
});

test("a folder that isn't there has no service", async () => {
  expect(await findService(join(folder, "none"))).toBeUndefined();
});
