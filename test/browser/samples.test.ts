import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";
import { eventually, Visit } from "../support/pages.ts";

let folder: string;
let desk: LocalDesk;
let visit: Visit;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-pages-"));
  desk = await LocalDesk.open(folder);
  await desk.add({ kind: "path", path: "samples/2020" });
  visit = await Visit.start(desk);
});
afterAll(async () => {
  await visit[Symbol.asyncDispose]();
  await desk.close();
  await rm(folder, { recursive: true });
});

test("over the samples: relation, incident, document with its evidence marked, and why", async () => {
  const page = await visit.open("/");
  await page.getByRole("link", { name: /^China CHN and Russia RUS$/ }).click();
  await page.locator(".entente-figure.timeline").waitFor();
  await page.locator(".verdict").waitFor();
  await page.locator(".incidents a.title").first().click();
  await page.locator(".report-card").first().waitFor();
  const words = page.locator(".report-card blockquote a").first();
  const text = await words.innerText();
  await words.click();
  const marked = page.locator(".document-text mark");
  await eventually(async () => (await marked.allTextContents()).join("").replace(/\s+/g, " ")).toBe(
    text.replace(/\s+/g, " "),
  );
  await page.getByRole("button", { name: "Why so?" }).first().click();
  await page.locator(".sentences details[open] .tree").first().waitFor();
  expect(visit.faults).toEqual([]);
});

test("over the samples: the brief's every sentence shows what it rests on", async () => {
  const page = await visit.open("/relations/CHN-RUS/brief");
  const all = page.locator(".sentence");
  await all.first().waitFor();
  const count = await all.count();
  expect(count).toBeGreaterThan(3);
  for (let at = 0; at < count; at += 1) {
    await all.nth(at).click();
    await page.locator(".evidence-panel :is(.original, .facts-cited)").first().waitFor();
  }
});

test("over the samples: a pasted text is coded as the command codes it", async () => {
  const text = "Italy and Spain signed a treaty in Rome. “It will last,” said Italian Prime Minister Giuseppe Conte.";
  const { reading } = await desk.read({ kind: "text", text });
  expect(reading.reports.length + reading.quotations.length).toBeGreaterThan(0);
  const page = await visit.open("/read");
  await page.getByLabel("A text, or the address of one").fill(text);
  await page.getByRole("button", { name: "Read it" }).click();
  await eventually(() => page.locator(".note").count()).toBe(reading.reports.length + reading.quotations.length);
});

test("over the samples: the brief is saved as a PDF", async () => {
  const page = await visit.open("/relations/CHN-RUS/brief");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save as PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("entente-CHN-RUS.pdf");
  const chunks = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe("%PDF-");
});
