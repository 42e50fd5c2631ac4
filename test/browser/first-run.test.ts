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
  folder = await mkdtemp(join(tmpdir(), "entente-first-"));
  desk = await LocalDesk.open(folder, { workers: 0 });
  visit = await Visit.start(desk);
});
afterAll(async () => {
  await visit[Symbol.asyncDispose]();
  await desk.close();
  await rm(folder, { recursive: true });
});

test("from an empty ledger over the samples to a brief on paper, by what the pages offer", async () => {
  const page = await visit.open("/");
  await page.getByRole("heading", { name: "The ledger is empty" }).waitFor();
  await page.getByRole("button", { name: "Add the samples" }).click();
  await page.waitForURL("**/sources");
  await page.getByText(/\d+ documents added, \d+ new reports/).waitFor({ timeout: 90_000 });
  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByRole("link", { name: /^China CHN and Russia RUS$/ }).click();
  await page.waitForURL("**/relations/CHN-RUS");
  await eventually(() => page.locator(".verdict-words .term").textContent()).toMatch(
    /^(It strengthened|It held steady|It weakened|Not enough evidence to say)$/,
  );
  await page.getByRole("link", { name: "2020", exact: true }).click();
  await page.waitForURL("**from=2020-01-01&to=2020-12-31");
  await page.getByRole("link", { name: "The brief of this period" }).click();
  await page.waitForURL("**/relations/CHN-RUS/brief?from=2020-01-01&to=2020-12-31");
  await page.locator(".sentence").first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save as PDF" }).click(),
  ]);
  const chunks = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe("%PDF-");
  expect(visit.faults).toEqual([]);
}, 120_000);

test("counts agree between the overview, the relation and its lists, and lead to the words they rest on", async () => {
  const page = await visit.open("/");
  const row = page.getByRole("row", { name: /^China CHN and Russia RUS/ });
  await row.waitFor();
  const count = Number(await row.locator("td.figures").first().textContent());
  const word = row.locator(".dyad-verdict");
  await eventually(() => word.textContent()).not.toBe("…");
  const verdict = (await word.textContent())?.replace(/^\W+ /, "");
  await row.getByRole("link").click();
  await eventually(() => page.locator(".known").textContent()).toContain(`China and Russia: ${count} incidents,`);
  const said = { strengthened: "It strengthened", steady: "It held steady", weakened: "It weakened" };
  await eventually(() => page.locator(".verdict-words .term").textContent()).toBe(
    said[verdict as keyof typeof said] ?? "Not enough evidence to say",
  );
  await eventually(() => page.locator(".part-incidents").innerText()).toContain(
    `${count} incidents happened and count;`,
  );
  for (const at of [0, 3, 7]) {
    await page.locator(".part-incidents a.title").nth(at).click();
    await page.waitForURL("**/incidents/*");
    const words = page.locator(".report-card blockquote a").first();
    const quote = (await words.textContent()) ?? "";
    await words.click();
    await page.waitForURL("**/documents/*?at=*");
    await eventually(async () => (await page.locator(".document-text mark").allTextContents()).join("")).toBe(quote);
    await page.goBack();
    await page.goBack();
    await page.locator(".part-incidents a.title").first().waitFor();
  }
}, 60_000);
