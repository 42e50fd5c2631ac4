import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";
import { newFiles } from "../../src/intake/index.ts";
import { site } from "./job-cases.ts";

const PATIENCE = { timeout: 25_000, interval: 100 };

let folder: string;
let desk: LocalDesk;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-clock-"));
  desk = await LocalDesk.open(join(folder, "data"), { workers: 0 });
  await desk.subscriptions.start();
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

test("while the service runs, a feed is read when it is due, and a file that falls into a folder once it is quiet", async () => {
  const feed = `<rss version="2.0"><channel><title>Herald</title><link>x</link><description>x</description><item><title>a</title><link>/a</link></item></channel></rss>`;
  const origin = await site((request, response) => {
    if (request.url === "/a") response.writeHead(200, { "content-type": "text/plain" }).end("Arnor met Gondor.");
    else response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed);
  });
  const inbox = await mkdtemp(join(folder, "inbox-"));
  await desk.subscriptions.add({ kind: "feed", address: `${origin}/feed` });
  await desk.subscriptions.add({ kind: "folder", address: inbox });
  await expect
    .poll(async () => (await desk.subscriptions.list()).map(({ looked }) => looked !== undefined), PATIENCE)
    .toEqual([true, true]);
  await writeFile(join(inbox, "late.txt"), "Rohan met Gondor on Friday.");
  await expect.poll(async () => (await desk.subscriptions.list()).map(({ taken }) => taken), PATIENCE).toEqual([1, 1]);
  expect((await desk.jobs.list()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    "feed done",
    "folder done",
  ]);
}, 60_000);

test("a folder that goes away is shown as failing", async () => {
  const gone = await mkdtemp(join(folder, "gone-"));
  const { id } = await desk.subscriptions.add({ kind: "folder", address: gone });
  await rm(gone, { recursive: true });
  const { subscription } = await desk.subscriptions.refresh(id);
  expect(subscription.failing?.error.code).toBe("input.missing");
});

test("a file that is still being written is left for later", async () => {
  const inbox = await mkdtemp(join(folder, "writing-"));
  await writeFile(join(inbox, "half.txt"), "Half a");
  expect(await newFiles(inbox, new Map())).toEqual({ files: [], unsettled: true });
});
