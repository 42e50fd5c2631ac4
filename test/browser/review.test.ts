import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";
import { eventually, Visit } from "../support/pages.ts";

const TEXTS = [
  [
    "Eastern Post",
    "China accused Russia of closing the border bridge on Monday.\nMoscow did not answer. A day later Russia sent medicine to China, and nobody thanked it. Russia and China signed an agreement on gas on Sunday.",
  ],
  ["Harbour Daily", "China has accused Russia of closing the border bridge, a spokesman in Beijing said on Monday."],
  ["Northern Star", "On Monday China accused Russia of having closed the border bridge at night."],
] as const;

let folder: string;
let desk: LocalDesk;
let visit: Visit;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-review-"));
}, 60_000);

beforeEach(async (context) => {
  desk = await LocalDesk.open(join(folder, context.task.id));
  for (const [publisher, text] of TEXTS) await desk.add({ kind: "text", text, publisher, published: "2020-12-22" });
  visit = await Visit.start(desk);
});

afterEach(async () => {
  expect(visit.faults.splice(0)).toEqual([]);
  await visit[Symbol.asyncDispose]();
  await desk.close();
});

afterAll(() => rm(folder, { recursive: true }));

const QUEUE = "/review?a=CHN&b=RUS";

/** Opens the queue as somebody, by keyboard: the name is typed once, and stays. */
async function openAs(name: string, path = QUEUE, context?: BrowserContext): Promise<Page> {
  const page = context ? await context.newPage() : await visit.open(path);
  if (context) await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator(".review-item").waitFor();
  await page.getByRole("textbox", { name: "Reviewer" }).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  return page;
}

const told = (page: Page) => page.locator(".review-told").textContent();
const place = (page: Page) => page.locator(".review-item header p").first().textContent();

test("the queue is gone through by keyboard alone", async () => {
  const page = await openAs("Ana");
  const all = await page.locator(".review-rest li").count();
  expect(all).toBeGreaterThan(3);
  await page.keyboard.press("?");
  await page.locator(".review-keys dl").waitFor();
  await page.keyboard.press("?");
  await page.keyboard.press("j");
  await eventually(() => place(page)).toContain("2 of");
  await page.keyboard.press("k");
  await eventually(() => place(page)).toContain("1 of");
  await page.keyboard.press("a");
  await eventually(() => told(page)).toBe("You accepted it.");
  await eventually(() => place(page)).toBe(`2 of the ${all} at hand, ${all - 1} of them to judge`);
  await page.keyboard.press("r");
  await eventually(() => told(page)).toBe("You rejected it.");
  await eventually(() => place(page)).toContain(`${all - 2} of them to judge`);
  await page.keyboard.press("u");
  await eventually(() => told(page)).toBe("Taken back: you rejected it.");
  await eventually(() => place(page)).toBe(`2 of the ${all} at hand, ${all - 1} of them to judge`);
  await page.keyboard.press("c");
  await page.keyboard.type("Is this one event?");
  await page.keyboard.press("Control+Enter");
  await eventually(() => told(page)).toBe("You commented.");
  await page.keyboard.press("e");
  await page.getByRole("form", { name: "Save the correction" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("p");
  await page.keyboard.press("Control+Enter");
  await eventually(() => told(page)).toBe("You corrected status.");
  const said = await desk.reviews.history();
  expect(said.map(({ kind, reviewer, undone }) => `${reviewer} ${kind}${undone ? " undone" : ""}`)).toEqual([
    "Ana correct",
    "Ana comment",
    "Ana reject undone",
    "Ana accept",
  ]);
  expect(said[0].coding?.report.status).toBe("planned");
});

test("nobody reviews without a name", async () => {
  const page = await visit.open(QUEUE);
  await page.locator(".review-item").waitFor();
  await page.keyboard.press("a");
  await eventually(() => told(page)).toContain("Say who reviews first");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("placeholder"))).toBe("Your name");
  expect(await desk.reviews.history()).toEqual([]);
});

test("a corrected coding changes what the relation's measures are made of", async () => {
  const before = await visit.open("/relations/CHN-RUS");
  await before.locator(".incidents .incident", { hasText: "Accusation" }).first().waitFor();
  await before.context().close();
  const { items } = await desk.reviews.queue({ a: "CHN", b: "RUS" });
  const accusations = items.filter(({ report }) => report.type === "ACCUSE");
  expect(accusations).toHaveLength(3);
  const page = await openAs("Ana");
  for (const [nth, { report, source }] of accusations.entries()) {
    const at = items.findIndex((one) => one.report.id === report.id && one.source.document === source.document);
    await page.locator(".review-rest li button").nth(at).click();
    await page.keyboard.press("e");
    await page.getByLabel("Type").selectOption("AID");
    await page.getByRole("button", { name: /^Save the correction/ }).click();
    await eventually(() => page.locator(".rest-kind", { hasText: "you corrected type" }).count()).toBe(nth + 1);
  }
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Overview" }).click();
  await page
    .getByRole("link", { name: /China.*Russia/ })
    .first()
    .click();
  await page.waitForURL("**/relations/CHN-RUS**");
  await page.locator(".incidents .incident", { hasText: "Aid" }).first().waitFor();
  expect(await page.locator(".incidents .incident", { hasText: "Accusation" }).count()).toBe(0);
  await page.locator(".review-tag", { hasText: "reviewed" }).first().waitFor();
  const { cooperation } = await desk.measure({ a: "CHN", b: "RUS" });
  expect(cooperation.conflictual).toBe(0);
});

test("an incident is split, and the split is taken back", async () => {
  const told = (await desk.relation({ a: "CHN", b: "RUS" })).incidents.find(({ documents }) => documents === 3);
  expect(told?.type).toBe("ACCUSE");
  const page = await visit.open(`/incidents/${told?.id}`);
  await page.getByRole("button", { name: "Split it" }).click();
  await page.locator(".document-card", { hasText: "Northern Star" }).getByLabel("Take out").check();
  await page.getByRole("textbox", { name: "Reviewer" }).first().fill("Ana");
  await page.getByLabel("Why").first().fill("another night");
  await page.getByRole("button", { name: "Split: 1 report out, 2 left" }).click();
  await eventually(() => page.locator(".report-card").count()).toBe(2);
  await eventually(() => page.locator(".regroup .review-history").innerText()).toContain("another night");
  const { incidents } = await desk.relation({ a: "CHN", b: "RUS" });
  expect(
    incidents
      .filter(({ type }) => type === "ACCUSE")
      .map(({ documents }) => documents)
      .sort(),
  ).toEqual([1, 2]);
  await page.locator("summary", { hasText: "Merge with another incident" }).click();
  await eventually(() => page.locator(".merge-list li").count()).toBeGreaterThan(0);
  await page.locator(".past", { hasText: "People split it from" }).getByRole("link").click();
  await eventually(() => page.locator(".report-card").count()).toBe(1);
  const other = page.url();
  await page.goBack();
  await page.getByRole("button", { name: "Take back" }).click();
  await eventually(() => page.locator(".report-card").count()).toBe(3);
  await page.goto(other);
  await page.waitForURL(`**/incidents/${told?.id}?was=*`);
  await eventually(() => page.locator(".past").textContent()).toContain("is part of this one now");
  await eventually(() => page.locator(".report-card").count()).toBe(3);
});

test("two tabs on one report: the second is told who was first, and may judge as a second reviewer", async () => {
  const [ana, ben] = [await openAs("Ana"), await openAs("Ben")];
  await ana.keyboard.press("a");
  await eventually(() => told(ana)).toBe("You accepted it.");
  await ben.keyboard.press("r");
  await eventually(() => ben.getByRole("alert").innerText()).toMatch(/was already reviewed by Ana at \d{4}-/);
  expect(await desk.reviews.history()).toHaveLength(1);
  await ben.keyboard.press("j");
  await ben.keyboard.press("k");
  await eventually(() => ben.getByRole("alert").count()).toBe(0);
  await ben.keyboard.press("a");
  await ben.getByRole("alert").waitFor();
  await ben.keyboard.press("s");
  await eventually(() => told(ben)).toBe("You accepted it.");
  const [{ review }] = (await desk.reviews.queue({ part: "done" })).items;
  expect(review).toMatchObject({ state: "confirmed", verdict: "stands" });
});

test("a second reading shows the coder's own coding, not what the first reviewer made of it", async () => {
  const [{ source, report }] = (await desk.reviews.queue({ a: "CHN", b: "RUS" })).items;
  const on = { document: source.document, report: report.id, reviewer: "Ana" };
  await desk.reviews.review({ kind: "correct", ...on, correction: { status: "denied" } });
  const page = await openAs("Ben", `${QUEUE}&part=second`);
  await page.locator(".review-rest li").first().waitFor();
  expect(await page.locator(".review-item").innerText()).not.toMatch(/denied|Ana/);
  await page.keyboard.press("a");
  await eventually(() => told(page)).toBe("You accepted it.");
  const [{ review }] = (await desk.reviews.queue({ part: "disputed" })).items;
  expect(review?.history.map(({ reviewer, blind }) => [reviewer, blind === true])).toEqual([
    ["Ana", false],
    ["Ben", true],
  ]);
  await page.getByRole("link", { name: /^Done/ }).click();
  await page.locator(".review-item .review-history").getByRole("button", { name: "Take back" }).first().click();
  await eventually(async () => (await desk.reviews.history()).filter(({ undone }) => undone).length).toBe(1);
});

test("words selected in a document become the event that the coder missed", async () => {
  const { documents } = await desk.overview();
  expect(documents).toBe(3);
  const { items } = await desk.reviews.queue();
  const id = items.find(({ source }) => source.publisher === "Eastern Post")?.source.document ?? "";
  const page = await visit.open(`/documents/${id}`);
  const words = "did not answer";
  await page.locator(".document-text").waitFor();
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector(".document-text") as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
  await page.getByRole("button", { name: "Add an event the coder missed" }).click();
  await page.getByRole("textbox", { name: "Reviewer" }).fill("Ana");
  await page.getByLabel("Type").selectOption("REJECT");
  await page.getByLabel("Actors").fill("chn");
  await page.getByLabel("Recipients").fill("RUS");
  await page.getByRole("button", { name: /^Add the event/ }).click();
  await page.getByText("The event was added.").waitFor();
  await eventually(() => page.locator(".notes").innerText()).toContain(words);
  await eventually(() => page.locator(".said-section").innerText()).toContain("Ana");
  const [review] = await desk.reviews.history();
  const { document: stored } = await desk.document(id);
  expect(review.saw.report.evidence.map((span) => stored.text.slice(...span))).toEqual([words]);
});

test("a part of the queue that is empty says what would be there, and a lost service is said", async () => {
  const page = await visit.open("/review?part=disputed");
  await page.getByText("Nothing is disputed").waitFor();
  await page.getByRole("link", { name: /^Second reading/ }).click();
  await page.getByText("Nothing waits for a second reader").waitFor();
  await page.route("**/api/reviews/queue**", (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/json",
      body: '{"code":"internal","message":"It broke.","remedy":"Wait."}',
    }),
  );
  await page.getByRole("link", { name: /^Orphaned/ }).click();
  await eventually(() => page.getByRole("alert").innerText()).toContain("It broke.");
});
