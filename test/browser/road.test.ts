import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.start(new FakeDesk());
});
afterEach(() => {
  expect(visit.faults.splice(0)).toEqual([]);
});
afterAll(() => visit[Symbol.asyncDispose]());

test("from the overview to the words, and all the way back", async () => {
  const page = await visit.open("/");
  await page.getByRole("link", { name: /^China CHN and Russian Federation RUS$/ }).click();
  await page.waitForURL("**/relations/CHN-RUS");
  await page.locator(".entente-figure.timeline").waitFor();

  await page
    .getByRole("link", { name: /Cooperation China CHN and Russian Federation RUS/ })
    .nth(6)
    .click();
  await page.waitForURL("**/incidents/**");
  await page.goBack();
  await page.waitForURL("**/relations/CHN-RUS");
  await page.locator(".incidents a.title", { hasText: "Consultation (phone)" }).click();
  await page.waitForURL("**/incidents/i-call-2020");
  await eventually(() => page.locator(".report-card").count()).toBe(2);

  await page.getByRole("link", { name: "Vladimir Putin had a telephone conversation with Xi Jinping" }).click();
  await page.waitForURL("**/documents/*?at=*");
  const marked = page.locator(".document-text mark");
  const words = "Vladimir Putin had a telephone conversation with Xi Jinping";
  await eventually(async () => (await marked.allTextContents()).join("")).toBe(words);
  await eventually(() => page.locator(".note.chosen").count()).toBe(1);

  await page.goBack();
  await page.waitForURL("**/incidents/i-call-2020");
  await page.goBack();
  await page.waitForURL("**/relations/CHN-RUS");
  await page.goBack();
  await page.waitForURL((url) => url.pathname === "/");
});

test("a document's text is shown whole and unchanged, whatever is marked", async () => {
  const desk = new FakeDesk();
  const { evidence } = await desk.incident("i-regret-2020");
  const { document } = await desk.document(evidence.source.document);
  const page = await visit.open(`/documents/${document.id}`);
  await eventually(() => page.locator(".document-text").textContent()).toBe(document.text);
  await page.getByRole("checkbox", { name: "Reports" }).uncheck();
  await eventually(() => page.locator(".document-text .reported").count()).toBe(0);
  await eventually(() => page.locator(".document-text").textContent()).toBe(document.text);
});

test("evidence far down a long document is scrolled into view", async () => {
  const desk = new FakeDesk();
  const text = `${"Nothing of note was said. ".repeat(2_000)}Then China accused Russia of spying.`;
  const { added } = await desk.add({ kind: "text", text });
  await using own = await Visit.start(desk);
  const at = `${text.indexOf("China")}-${text.indexOf(" of spying")}`;
  const page = await own.open(`/documents/${added[0]}?at=${at}`);
  await page.locator(".document-text mark").first().waitFor();
  const box = () =>
    page
      .locator(".document-text mark")
      .first()
      .evaluate((mark) => mark.getBoundingClientRect().top);
  await eventually(box).toBeGreaterThan(0);
  expect(await box()).toBeLessThan(720);
  expect(own.faults).toEqual([]);
});

test("a sign in the text leads to its note, and a note to its words", async () => {
  const desk = new FakeDesk();
  const { evidence } = await desk.incident("i-regret-2020");
  const page = await visit.open(`/documents/${evidence.source.document}`);
  await page.getByRole("link", { name: "Report 2" }).click();
  await page.waitForURL("**?at=*");
  const marked = () => page.locator(".document-text mark").allTextContents();
  expect((await marked()).join("|")).toContain("said the aircraft had entered its air defence zone");
  await page.getByRole("button", { name: /^Show in the text 3 Moscow/ }).click();
  await eventually(async () => (await marked()).join("")).toBe(
    "Moscow plans to invite Beijing to another exercise in the spring",
  );
});

test("the period lives in the address and comes back from it", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.locator(".pager").waitFor();
  const all = await page.locator(".part-incidents .incident").count();
  await page.getByRole("link", { name: "2021", exact: true }).click();
  await page.waitForURL("**?from=2021-01-01&to=2021-12-31");
  await eventually(() => page.locator(".part-incidents .incident").count()).toBeLessThan(all);
  const some = await page.locator(".part-incidents .incident").count();
  const copy = await visit.open(new URL(page.url()).pathname + new URL(page.url()).search);
  await eventually(() => copy.locator(".part-incidents .incident").count()).toBe(some);
  await page.goBack();
  await eventually(() => page.locator(".part-incidents .incident").count()).toBe(all);
});

test("a cell of the table and a block of the figure list what they stand for", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.locator(".part-timeline summary", { hasText: "The same in numbers" }).click();
  await page.getByRole("button", { name: /^Show all/ }).click();
  await page.getByRole("link", { name: "3 +2 diplomatic, Dec 2020" }).click();
  await page.waitForURL("**month=2020-12&domain=diplomatic**");
  await eventually(() => page.locator(".part-incidents .incident").count()).toBe(3);
  await page.getByRole("link", { name: "only Dec 2020 ✕" }).click();
  await eventually(() => page.locator(".part-incidents .incident").count()).toBeGreaterThan(3);
  await page.locator(".entente-figure.timeline [data-incident=i-patrol-2020]").click();
  await page.waitForURL("**/incidents/i-patrol-2020");
});

test("where reports of one incident differ is said; who is silent on a point contradicts nobody", async () => {
  const page = await visit.open("/incidents/i-patrol-2020");
  const rows = page.locator(".differences tbody tr");
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringMatching(/^Date\s+22 Dec 2020\s+22 Dec 2020\s+23 Dec 2020$/),
  ]);
});

test("any order and case of two codes leads to one address", async () => {
  const page = await visit.open("/relations/rus-chn?from=2020-01-01");
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/relations/CHN-RUS?from=2020-01-01");
});

test("a word explains itself", async () => {
  const page = await visit.open("/incidents/i-patrol-2020");
  await page.getByRole("button", { name: "Score: what is it?" }).first().click();
  await page.getByText("How cooperative or hostile an event is").waitFor({ state: "visible" });
  await page.locator(":popover-open").getByRole("link").click();
  await page.waitForURL("**/help#score");
  await page.getByRole("heading", { name: "How to read these pages" }).waitFor();
  await eventually(() => page.locator("#score dt").textContent()).toBe("Score");
});

test("why a report was coded is one click away", async () => {
  const { evidence } = await new FakeDesk().incident("i-regret-2020");
  const page = await visit.open(`/documents/${evidence.source.document}`);
  await page.getByRole("button", { name: "Why so?" }).nth(1).click();
  const sentence = page.locator(".sentences details[open]");
  await sentence.waitFor();
  await eventually(() => sentence.count()).toBe(1);
  await eventually(() => sentence.innerText()).toContain("accuse.disapprove");
  await sentence.getByRole("img", { name: /aircraft: dep of said/ }).waitFor();
});

test("the same incidents are drawn on the map when it comes near, and day by day when asked for", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.locator(".part-map").scrollIntoViewIfNeeded();
  await page.locator(".entente-figure.map").waitFor();
  await page.locator("summary", { hasText: "Day by day" }).click();
  await page.locator(".entente-figure.calendar").waitFor();
  await eventually(() => page.locator(".part-map").innerText()).toContain("1 incident with a known place");
  await page.locator(".entente-figure.map [data-incident=i-patrol-2020]").first().click();
  await page.waitForURL("**/incidents/i-patrol-2020");
});
