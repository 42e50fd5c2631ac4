import { mkdtemp, utimes, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Desk } from "../../src/desk/index.ts";
import { EntenteError, type IntakeEvent, type Job, type JobState } from "../../src/schema/index.ts";

const PATIENCE = { timeout: 20_000, interval: 20 };

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "nothing thrown",
    (error: unknown) => (error instanceof EntenteError ? error.code : `no EntenteError: ${error}`),
  );

/** A site on loopback, gone when the test has finished. */
export async function site(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const sentence = (number: number): string => `Arnor and Gondor signed agreement number ${number} on grain on Monday.`;

/** A file of NDJSON with so many documents, and one line that is none. */
export async function fileOf(count: number, from = 0): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "entente-lines-"));
  const lines = Array.from({ length: count }, (_, line) => JSON.stringify({ text: sentence(from + line) }));
  await writeFile(join(folder, "press.ndjson"), `${lines.join("\n")}\n{broken\n`);
  return join(folder, "press.ndjson");
}

/** Waits until a job is in a state. */
export async function until(desk: Desk, id: string, ...states: JobState[]): Promise<Job> {
  await expect
    .poll(async () => (await desk.jobs.job(id)).job.state, PATIENCE)
    .toSatisfy((state) => states.includes(state));
  return (await desk.jobs.job(id)).job;
}

const feedOf = (paths: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Herald</title><link>x</link><description>x</description>${paths
    .map((path) => `<item><title>${path}</title><link>${path}</link></item>`)
    .join("")}</channel></rss>`;

/** What every desk does with jobs, feeds and folders. The cases run in order over one ledger. */
export function jobCases(desk: () => Desk): void {
  test("an intake is a job that says what it did and what it refused", async () => {
    const path = await fileOf(30);
    const begun = await desk().jobs.start({ kind: "path", path });
    expect(begun).toMatchObject({ name: path, kind: "path", done: 0 });
    const job = await until(desk(), begun.id, "done");
    expect(job).toMatchObject({ done: 31, added: 30, known: 0, refused: 1, share: 1, words: 330 });
    expect(job.documents[0]).toMatchObject({ input: `${path}:1`, state: "added" });
    const { refusals, moreRefusals } = await desk().jobs.job(job.id);
    expect(refusals).toMatchObject([{ input: `${path}:31`, error: { code: "line.json" } }]);
    expect(moreRefusals).toBe(0);
    expect((await desk().jobs.list())[0]).toEqual({ ...job, documents: [] });
  });

  test("add is a job too, and what is in is known", async () => {
    const path = await fileOf(30);
    const { added, known, refused } = await desk().add({ kind: "path", path });
    expect([added.length, known.length, refused.length]).toEqual([0, 30, 1]);
    expect((await desk().jobs.list())[0]).toMatchObject({ state: "done", added: 0, known: 30, refused: 1 });
  });

  test("files that are handed over are read by their names", async () => {
    const file = (name: string, text: string) => ({ name, content: Buffer.from(text).toString("base64") });
    const { id } = await desk().jobs.start({
      kind: "files",
      files: [
        file("note.txt", "Rohan accused Mordor of espionage on Monday."),
        file("table.csv", "date,text\n2020-01-01,Rohan praised Gondor.\n"),
        file("picture.png", "\0\0"),
      ],
    });
    const job = await until(desk(), id, "done");
    expect(job).toMatchObject({ name: "note.txt and 2 more", added: 2, refused: 1 });
    expect(job.documents.map(({ input }) => input)).toEqual(["note.txt", "table.csv:2"]);
    expect((await desk().jobs.job(id)).refusals).toMatchObject([
      { input: "picture.png", error: { code: "input.binary" } },
    ]);
  });

  test("a job is halted, goes on, and is ended", async () => {
    const { id } = await desk().jobs.start({ kind: "path", path: await fileOf(3_000, 1_000) });
    await expect.poll(async () => (await desk().jobs.job(id)).job.done, PATIENCE).toBeGreaterThan(0);
    await desk().jobs.pause(id);
    const paused = await until(desk(), id, "paused");
    expect(paused.done).toBeLessThan(3_000);
    expect(paused.left).toBeUndefined();
    await desk().jobs.resume(id);
    await until(desk(), id, "running");
    const cancelled = await desk().jobs.cancel(id);
    expect(cancelled.state).toBe("cancelled");
    expect(cancelled.added).toBeGreaterThan(0);
    expect(cancelled.done).toBeLessThan(3_000);
    expect(await codeOf(desk().jobs.cancel(id))).toBe("job.state");
    expect(await codeOf(desk().jobs.pause(id))).toBe("job.state");
  });

  test("what was cancelled is taken up again, and nothing is coded twice", async () => {
    const path = await fileOf(400, 10_000);
    const { id } = await desk().jobs.start({ kind: "path", path });
    await expect.poll(async () => (await desk().jobs.job(id)).job.done, PATIENCE).toBeGreaterThan(20);
    const { added } = await desk().jobs.cancel(id);
    await desk().jobs.resume(id);
    const done = await until(desk(), id, "done");
    expect(done).toMatchObject({ done: 401, known: added, added: 400 - added, refused: 1 });
    expect((await desk().jobs.job(id)).refusals).toHaveLength(1);
  });

  test("whoever watches hears first all that is, then what changes", async () => {
    const end = new AbortController();
    const heard: IntakeEvent[] = [];
    const listening = (async () => {
      for await (const event of desk().jobs.watch(end.signal)) {
        heard.push(event);
        if ("job" in event && event.job.state === "done" && event.job.name.includes("Gondor thanked")) end.abort();
      }
    })();
    await expect.poll(() => heard.length, PATIENCE).toBeGreaterThan(0);
    const { id } = await desk().jobs.start({ kind: "text", text: "Gondor thanked Rohan on Tuesday." });
    await listening;
    expect(heard[0]).toMatchObject({ jobs: expect.any(Array), subscriptions: [] });
    const own = heard.flatMap((event) => ("job" in event && event.job.id === id ? [event.job.state] : []));
    expect(own.at(-1)).toBe("done");
  });

  test("a feed brings each entry once, and asks only for what changed", async () => {
    let entries = ["/one", "/two"];
    const asked: string[] = [];
    const origin = await site((request, response) => {
      asked.push(`${request.url} ${request.headers["if-none-match"] ?? ""}`);
      const etag = `"${entries.length}"`;
      if (request.url !== "/feed")
        response.writeHead(200, { "content-type": "text/plain" }).end(`Eriador met Arnor at ${request.url}.`);
      else if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
      else response.writeHead(200, { "content-type": "application/rss+xml", etag }).end(feedOf(entries));
    });
    const { id } = await desk().subscriptions.add({ kind: "feed", address: `${origin}/feed` });
    const first = await desk().subscriptions.refresh(id);
    const job = await until(desk(), first.job?.id ?? "", "done");
    expect(job).toMatchObject({ kind: "feed", name: "Herald", added: 2, subscription: id });
    await expect.poll(async () => (await desk().subscriptions.list())[0].taken, PATIENCE).toBe(2);
    for (let look = 0; look < 3; look += 1) expect((await desk().subscriptions.refresh(id)).job).toBeUndefined();
    entries = [...entries, "/three"];
    const third = await desk().subscriptions.refresh(id);
    expect(await until(desk(), third.job?.id ?? "", "done")).toMatchObject({ added: 1, done: 1 });
    expect(asked).toEqual(["/feed ", "/one ", "/two ", '/feed "2"', '/feed "2"', '/feed "2"', '/feed "2"', "/three "]);
    await expect.poll(async () => (await desk().subscriptions.list())[0].taken, PATIENCE).toBe(3);
    const [one] = await desk().subscriptions.list();
    expect(one).toMatchObject({ title: "Herald", refused: 0, busy: false });
    expect(one.failing).toBeUndefined();
    await desk().subscriptions.remove(id);
    expect(await desk().subscriptions.list()).toEqual([]);
  });

  test("a feed that fails is shown as failing with its reason, is asked less and less, and mends", async () => {
    let page = "<html><body>Sorry, moved.</body></html>";
    let status = 200;
    const origin = await site((_request, response) =>
      response.writeHead(status, { "content-type": "text/html", "retry-after": "7200" }).end(page),
    );
    const request = { kind: "feed" as const, address: `${origin}/feed`, every: 600 };
    const [{ id }, again] = await Promise.all([desk().subscriptions.add(request), desk().subscriptions.add(request)]);
    expect(again.id).toBe(id);
    expect(await desk().subscriptions.list()).toHaveLength(1);
    const nextIn = (next = ""): number => (Date.parse(next) - Date.now()) / 1000;
    const malformed = await desk().subscriptions.refresh(id);
    expect(malformed.subscription.failing).toMatchObject({ times: 1, error: { code: "feed.malformed" } });
    expect(nextIn(malformed.subscription.next)).toBeGreaterThan(900);
    status = 503;
    const away = (await desk().subscriptions.refresh(id)).subscription;
    expect(away.failing).toMatchObject({
      times: 2,
      since: malformed.subscription.failing?.since,
      error: { code: "url.status" },
    });
    expect(nextIn(away.next)).toBeGreaterThan(7_100);
    status = 200;
    page = feedOf([]);
    const mended = (await desk().subscriptions.refresh(id)).subscription;
    expect(mended.failing).toBeUndefined();
    expect(nextIn(mended.next)).toBeLessThan(700);
    await desk().subscriptions.remove(id);
  });

  test("entries that can't be had are refused with their reason, and asked for three times in all", async () => {
    let asked = 0;
    const origin = await site((request, response) => {
      if (request.url === "/feed")
        response.writeHead(200, { "content-type": "application/rss+xml", etag: '"1"' }).end(feedOf(["/gone"]));
      else {
        asked += 1;
        response.writeHead(404).end();
      }
    });
    const { id } = await desk().subscriptions.add({ kind: "feed", address: `${origin}/feed` });
    for (let look = 0; look < 3; look += 1) {
      const { job } = await desk().subscriptions.refresh(id);
      expect(await until(desk(), job?.id ?? "", "done")).toMatchObject({ added: 0, refused: 1 });
      await expect.poll(async () => (await desk().subscriptions.list())[0].refused, PATIENCE).toBe(look + 1);
    }
    expect((await desk().subscriptions.refresh(id)).job).toBeUndefined();
    expect(asked).toBe(3);
    await desk().subscriptions.remove(id);
  });

  test("a watched folder brings what is new in it, and what was changed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "entente-watched-"));
    const { id, address } = await desk().subscriptions.add({ kind: "folder", address: folder });
    expect(address).toBe(folder);
    const put = async (name: string, text: string, minutes: number) => {
      await writeFile(join(folder, name), text);
      const time = new Date(Date.now() - minutes * 60_000);
      await utimes(join(folder, name), time, time);
    };
    await put("a.txt", "Lindon met Arnor on Monday.", 10);
    const first = await desk().subscriptions.refresh(id);
    expect(await until(desk(), first.job?.id ?? "", "done")).toMatchObject({ kind: "folder", added: 1, done: 1 });
    await expect.poll(async () => (await desk().subscriptions.list())[0].busy, PATIENCE).toBe(false);
    expect((await desk().subscriptions.refresh(id)).job).toBeUndefined();
    await put("a.txt", "Lindon met Arnor on Monday, and Gondor on Tuesday.", 5);
    await put("b.txt", "Lindon accused Mordor on Friday.", 5);
    const second = await desk().subscriptions.refresh(id);
    expect(await until(desk(), second.job?.id ?? "", "done")).toMatchObject({ added: 2, done: 2 });
    await desk().subscriptions.remove(id);
  });

  test("outlets are told with their side", async () => {
    await desk().add({
      kind: "text",
      text: "China praised Russia on Friday.",
      publisher: "Xinhua",
      published: "2020-12-28",
    });
    const outlets = await desk().subscriptions.outlets();
    expect(outlets.find(({ publisher }) => publisher === "Xinhua")).toMatchObject({
      side: "CHN",
      ownership: "state",
      newest: expect.stringMatching(/^\d{4}-/),
    });
    expect(outlets[0].documents).toBeGreaterThanOrEqual(outlets.at(-1)?.documents ?? 0);
  });

  test("what is no job, no feed and no folder is named by its catalogue entry", async () => {
    expect(await codeOf(desk().jobs.job("j0"))).toBe("job.unknown");
    expect(await codeOf(desk().jobs.cancel("j0"))).toBe("job.unknown");
    expect(await codeOf(desk().subscriptions.refresh("s0"))).toBe("subscription.unknown");
    expect(await codeOf(desk().subscriptions.remove("s0"))).toBe("subscription.unknown");
    expect(await codeOf(desk().subscriptions.add({ kind: "feed", address: "ftp://example.org" }))).toBe("url.invalid");
    expect(await codeOf(desk().subscriptions.add({ kind: "folder", address: "/no/such/folder" }))).toBe(
      "input.missing",
    );
  });
}
