import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";
import { EntenteError, type Subscription } from "../../src/schema/index.ts";
import { fileOf } from "../desk/job-cases.ts";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

const drop = (page: Page, files: readonly { name: string; text: string }[]) =>
  page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
    for (const type of ["dragover", "drop"])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);

const FEED = `<rss version="2.0"><channel><title>The Herald</title><link>x</link><description>x</description>
  <item><title>a</title><link>/a</link></item><item><title>gone</title><link>/gone</link></item></channel></rss>`;

describe("over a ledger", () => {
  let folder: string;
  let desk: LocalDesk;
  let visit: Visit;
  let press: Server;
  let origin: string;
  let well = false;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-sources-"));
    desk = await LocalDesk.open(join(folder, "data"));
    visit = await Visit.start(desk);
    press = createServer((request, response) => {
      if (request.url === "/a") response.writeHead(200, { "content-type": "text/plain" }).end("Arnor met Gondor.");
      else if (request.url !== "/feed") response.writeHead(404).end();
      else if (well) response.writeHead(200, { "content-type": "application/rss+xml" }).end(FEED);
      else response.writeHead(200, { "content-type": "text/html" }).end("<html><body>We have moved.</body></html>");
    });
    await new Promise<void>((ready) => press.listen(0, "127.0.0.1", ready));
    origin = `http://127.0.0.1:${(press.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    expect(visit.faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    press.close();
    await visit[Symbol.asyncDispose]();
    await desk.close();
    await rm(folder, { recursive: true });
  });

  test("three files dropped while browsing are one job, which is seen to finish on the page of sources", async () => {
    const page = await visit.open("/help");
    await drop(page, [
      { name: "note.txt", text: "China accused Russia of delay on Monday." },
      { name: "table.csv", text: "date,text\n2020-01-01,Russia praised China.\n" },
      { name: "picture.png", text: "\0\0\0" },
    ]);
    await page.getByRole("link", { name: "Sources", exact: true }).click();
    await page.waitForURL("**/sources");
    const tray = page.getByRole("complementary", { name: "Intake" });
    await tray.getByText("3 files done").waitFor();
    await eventually(() => tray.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringMatching(/^note\.txt added, \d+ reports?$/),
      expect.stringMatching(/^table\.csv:2 added, \d+ reports?$/),
      expect.stringMatching(/^picture\.png is not text\./),
    ]);
    await tray.getByRole("button", { name: "Clear" }).click();
    const job = page.locator(".job-list > li").filter({ hasText: "note.txt and 2 more" });
    await eventually(() => job.innerText()).toMatch(/2 documents added, 1 refused/);
    await job.locator("summary").click();
    await eventually(() => job.locator(".refusals li").innerText()).toMatch(/^picture\.png is not text/);
    await eventually(() => page.locator(".outlets tbody tr").count()).toBe(1);
    await page.context().close();
  });

  test("a feed that fails is shown as failing with its reason, and mends when it is looked at again", async () => {
    const page = await visit.open("/sources");
    await page.getByLabel(/^Address of a feed/).fill(`${origin}/feed`);
    await page.getByRole("button", { name: "Add the feed" }).click();
    const feed = page.locator(".feed-list > li");
    await eventually(() => feed.innerText()).toMatch(/▲ Failing since just now; next look in \d+ min/);
    await eventually(() => feed.innerText()).toMatch(/is no feed .* The address leads to a page/);
    await eventually(() => page.locator(".lead").innerText()).toMatch(/1 of them failing/);
    const overview = await visit.open("/");
    await eventually(() => overview.locator(".intake-state").innerText()).toMatch(/▲ 1 of 1 feed failing/);
    await overview.context().close();
    well = true;
    await page.getByRole("button", { name: /^Look now at / }).click();
    await eventually(() => feed.innerText()).toMatch(/The Herald[\s\S]*● Well; last look just now/);
    await eventually(() => feed.innerText()).toMatch(/1 document taken in, 1 refused/);
    await page.getByRole("button", { name: "Remove The Herald" }).click();
    await eventually(() => page.getByText("No feed and no folder yet").count()).toBe(1);
    await page.context().close();
  });

  test("a folder is watched from the page, and one that is not for a page is refused with its remedy", async () => {
    vi.stubEnv("HOME", folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    await mkdir(join(folder, "press"));
    await writeFile(join(folder, "press", "note.txt"), "Rohan accused Gondor of delay on Friday.");
    await utimes(join(folder, "press", "note.txt"), new Date("2024-01-01"), new Date("2024-01-01"));
    const page = await visit.open("/sources");
    await page.getByText("Watch a folder", { exact: true }).click();
    const path = page.getByLabel("Path of a folder");
    await path.fill("/etc");
    await page.getByRole("button", { name: "Watch the folder" }).click();
    await eventually(() => page.locator(".watch-folder .outcome").innerText()).toMatch(
      /^\/etc can.t be watched from a page\. A page may name folders within .* Choose another one/,
    );
    await path.fill("~/press");
    await page.getByRole("button", { name: "Watch the folder" }).click();
    const watched = page.locator(".feed-list > li");
    await eventually(() => watched.innerText()).toMatch(/press[\s\S]*every 5 min[\s\S]*1 document taken in/);
    await eventually(() => path.inputValue()).toBe("");
    await page.getByRole("button", { name: /^Remove .*press$/ }).click();
    await eventually(() => page.getByText("No feed and no folder yet").count()).toBe(1);
    visit.faults.splice(0, visit.faults.length, ...visit.faults.filter((fault) => !/403/.test(fault)));
    await page.context().close();
  });

  test("a job is seen as it goes, is halted, goes on and is ended from the page", async () => {
    const page = await visit.open("/sources");
    const path = await fileOf(4_000, 100_000);
    await desk.jobs.start({ kind: "path", path });
    const card = page.locator(".job-card");
    await eventually(() => card.innerText()).toMatch(/press\.ndjson[\s\S]*documents? and [\d,]+ words a second/);
    await page.getByRole("button", { name: /^Pause / }).click();
    await eventually(() => card.locator(".tag").innerText()).toBe("paused");
    await page.getByRole("button", { name: /^Resume / }).click();
    await eventually(() => card.locator(".tag").innerText()).toBe("at work");
    await page.getByRole("button", { name: /^Cancel / }).click();
    const ended = page.locator(".job-list > li").filter({ hasText: path });
    await eventually(() => ended.locator(".tag").innerText()).toBe("cancelled");
    await eventually(() => card.count()).toBe(0);
    await page.context().close();
  });
});

const NOW = "2024-05-01T12:00:00.000Z";
const ERROR = new EntenteError("url.timeout", { url: "https://slow.example/feed", seconds: 20 }).toRecord();

const subscription = (part: Partial<Subscription>): Subscription => ({
  ...{
    id: "s1",
    kind: "feed",
    address: "https://a.example/feed",
    every: 900,
    added: NOW,
    taken: 3,
    refused: 0,
    busy: false,
  },
  ...part,
});

/** A desk with something of every kind to show. */
function fullDesk(): FakeDesk {
  const desk = new FakeDesk();
  desk.subscriptions.shown.push(
    subscription({ looked: NOW, succeeded: NOW, next: "2099-01-01T00:00:00.000Z", title: "A Herald" }),
    subscription({ id: "s2", address: "https://slow.example/feed", failing: { since: NOW, times: 3, error: ERROR } }),
    subscription({ id: "s3", kind: "folder", address: "/home/somebody/with/a/long/path/to/an/inbox/of/articles" }),
  );
  const refusals = [{ input: "press/very-long-name-of-a-file-that-was-refused.pdf", error: ERROR }];
  desk.jobs.show(
    {
      name: "press/",
      kind: "path",
      state: "running",
      share: 0.4,
      done: 40,
      added: 38,
      rate: { documents: 4.2, words: 900 },
      left: 300,
    },
    refusals,
  );
  desk.jobs.show({ name: "older-press/", kind: "path", state: "interrupted", share: 0.1, done: 10, added: 10 });
  desk.jobs.show({ name: "disk.ndjson", kind: "path", state: "failed", error: ERROR });
  return desk;
}

describe("over a desk with something of every kind", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await Visit.start(fullDesk());
  });
  afterEach(() => {
    expect(visit.faults.splice(0)).toEqual([]);
  });
  afterAll(() => visit[Symbol.asyncDispose]());

  test.each(["light", "dark"] as const)("axe finds no serious fault in %s colours", async (colorScheme) => {
    const page = await visit.open("/sources", { colorScheme });
    await page.locator(".feed-list > li").nth(2).waitFor();
    await page.locator(".outlets").waitFor();
    for (const details of await page.locator("details").all()) await details.locator("summary").click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await page.context().close();
  });

  test.each([360, 768, 2560])("no sideways scroll at %i pixels", async (width) => {
    const page = await visit.open("/sources", { viewport: { width, height: 800 } });
    await page.locator(".outlets").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test("what is failing stands first, and what broke off can be taken up again", async () => {
    const page = await visit.open("/sources");
    await eventually(() => page.locator(".feed-list > li").first().innerText()).toMatch(
      /▲ Failing since .* ago, 3 times in a row[\s\S]*did not answer within 20 s/,
    );
    await page.getByRole("button", { name: "Resume older-press/" }).click();
    await eventually(() =>
      page.locator(".job-card").filter({ hasText: "older-press/" }).locator(".tag").innerText(),
    ).toBe("at work");
    await eventually(() => page.locator(".job-list").innerText()).toMatch(/disk\.ndjson[\s\S]*did not answer/);
    await page.context().close();
  });

  test("the palette leads to the page", async () => {
    const page = await visit.open("/");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("feeds");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sources");
    await eventually(() => page.title()).toBe("Sources · Entente");
    await page.context().close();
  });
});

test("an empty ledger's sources explain themselves, and a failure of the service is told", async () => {
  const desk = new FakeDesk({ empty: true });
  desk.subscriptions.known = [];
  await using own = await Visit.start(desk);
  const page = await own.open("/sources");
  for (const words of ["No feed and no folder yet", "Nothing yet", "No document yet"])
    await page.getByText(words).waitFor();
  desk.subscriptions.outlets = () => Promise.reject(new EntenteError("data.damaged", { path: "here", detail: "cut" }));
  await page.reload();
  await eventually(() => page.getByRole("alert").allInnerTexts()).toContainEqual(
    expect.stringContaining("can't be opened"),
  );
});

test("the first page offers the samples, which are seen to come in", async () => {
  await using own = await Visit.start(new FakeDesk({ empty: true }));
  const page = await own.open("/");
  await page.getByRole("button", { name: "Add the samples" }).click();
  await page.waitForURL("**/sources");
  await eventually(() => page.locator(".job-card").innerText()).toMatch(/^The samples\s+at work[\s\S]*20 %/);
  expect(own.faults).toEqual([]);
});
