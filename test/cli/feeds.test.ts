import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { emptyFolder, entente } from "./command.ts";

const FEED = `<rss version="2.0"><channel><title>Herald</title><link>x</link><description>x</description>
  <item><title>a</title><link>/a</link></item><item><title>gone</title><link>/gone</link></item></channel></rss>`;

async function site(): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === "/feed") response.writeHead(200, { "content-type": "application/rss+xml" }).end(FEED);
    else if (request.url === "/a") response.writeHead(200, { "content-type": "text/plain" }).end("Arnor met Gondor.");
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("feeds of a list are added, looked at, shown with their health, and removed; the jobs tell what was refused", async () => {
  const folder = await emptyFolder();
  const data = ["--data", join(folder, "data")];
  const origin = await site();
  const opml = `<opml version="2.0"><body><outline xmlUrl="${origin}/feed"/><outline xmlUrl="${origin}/none"/></body></opml>`;
  await writeFile(join(folder, "feeds.opml"), opml);
  const added = await entente(["feeds", "add", join(folder, "feeds.opml"), "--every", "30", ...data]);
  expect(added.stdout).toMatch(/feed, every 30 min; 0 taken, 0 refused\n {2}not looked at yet/);
  const looked = await entente(["feeds", "refresh", ...data]);
  expect(looked.stdout).toMatch(/2 documents: 1 added, 0 known already, 1 refused/);
  expect(looked.stdout).toMatch(/failing since \S+ \(1 time\): \S+\/none answered 404/);
  const jobs = JSON.parse((await entente(["jobs", "list", "--json", ...data])).stdout) as { id: string }[];
  expect(jobs).toHaveLength(1);
  const shown = await entente(["jobs", "show", jobs[0].id, ...data]);
  expect(shown.stdout).toMatch(/Herald\ndone; begun/);
  expect(shown.stdout).toMatch(/refused: \S+\/gone\n {2}\S+\/gone answered 404/);
  const all = JSON.parse((await entente(["feeds", "list", "--json", ...data])).stdout) as { id: string }[];
  await entente(["feeds", "remove", ...all.map(({ id }) => id), ...data]);
  expect((await entente(["feeds", "list", ...data])).stdout).toMatch(/^No feed and no folder yet/);
}, 60_000);

test("a job that is none, and an interval that is none, are named", async () => {
  const data = ["--data", join(await emptyFolder(), "data")];
  const unknown = await entente(["jobs", "show", "j0", ...data]);
  expect([unknown.code, unknown.stderr]).toEqual([3, expect.stringContaining("There is no job j0")]);
  const often = await entente(["feeds", "add", "https://example.org/feed", "--every", "0", ...data]);
  expect([often.code, often.stderr]).toEqual([2, expect.stringContaining("is no number of minutes")]);
  const threads = await entente(["add", ".", "--workers", "many", ...data]);
  expect([threads.code, threads.stderr]).toEqual([2, expect.stringContaining("--workers many")]);
});
