import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";
import { eventually, Visit } from "../support/pages.ts";

const TEXTS = [
  {
    title: "Joint patrol over the sea",
    publisher: "Xinhua",
    published: "2021-11-20",
    text: 'Chinese and Russian bombers flew a joint patrol over the Sea of Japan on Friday. "The patrol was not directed against any third country," Chinese foreign ministry spokesman Zhao Lijian said.',
  },
  {
    title: "Tokyo protests over patrol",
    publisher: "Reuters",
    published: "2020-11-21",
    text: "Japan expressed serious concern over the patrol of Chinese and Russian bombers. Russia said the flight followed international law.",
  },
];

let folder: string;
let desk: LocalDesk;
let visit: Visit;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-search-"));
  desk = await LocalDesk.open(join(folder, "data"));
  for (const text of TEXTS) await desk.add({ kind: "text", ...text });
  const more = (number: number) =>
    `Harvest report ${number}: the barley stood well in district ${number}, said nobody.`;
  for (let number = 0; number < 45; number += 1) await desk.add({ kind: "text", text: more(number) });
  visit = await Visit.start(desk);
});
afterEach(() => {
  expect(visit.faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await visit[Symbol.asyncDispose]();
  await desk.close();
  await rm(folder, { recursive: true });
});

test("from a search to the passage in its document, and back to the same search", async () => {
  const page = await visit.open("/search");
  await page.getByText("What are you looking for?").waitFor();
  await page.getByRole("searchbox").fill('"joint patrol"');
  await page.waitForURL("**/search?q=*");
  await eventually(() => page.locator(".hit mark").allTextContents()).toContain("joint patrol");
  const found = page.url();
  await page.getByRole("link", { name: "Joint patrol over the sea" }).click();
  await page.waitForURL("**/documents/*?at=*");
  await eventually(async () => (await page.locator(".document-text mark").allTextContents()).join("")).toContain(
    "joint patrol",
  );
  await page.goBack();
  await page.waitForURL(found);
  await eventually(() => page.getByRole("searchbox").inputValue()).toBe('"joint patrol"');
  await eventually(() => page.locator(".hit").count()).toBe(1);
});

test("kinds, facets and conditions live in the address and come back from it", async () => {
  const page = await visit.open("/search?q=patrol");
  await eventually(() => page.locator(".hit").count()).toBe(2);
  await page.locator(".facets").getByRole("link", { name: /^2021/ }).click();
  await page.waitForURL("**from=2021-01-01*");
  await eventually(() => page.locator(".hit").count()).toBe(1);
  await page.getByRole("link", { name: /^Quotations \d/ }).click();
  await page.waitForURL("**kind=quotations**");
  await page.locator(".hit.quotation").first().waitFor();
  const copy = await visit.open(new URL(page.url()).pathname + new URL(page.url()).search);
  await eventually(() => copy.locator(".hit mark").first().innerText()).toBe("patrol");
  await copy.getByRole("link", { name: /from 1 Jan 2021/ }).click();
  await copy.getByRole("link", { name: /until 31 Dec 2021/ }).click();
  await eventually(() => new URL(copy.url()).searchParams.get("from")).toBeNull();
});

test("the palette leads to an actor, who is told by what was said and done", async () => {
  const page = await visit.open("/help");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to" }).fill("lijian");
  await page.getByRole("option", { name: /^Zhao Lijian/ }).click();
  await page.waitForURL("**/actors/person.zhao-lijian");
  await page.getByRole("heading", { level: 1, name: "Zhao Lijian" }).waitFor();
  await eventually(() => page.locator(".quotations li").count()).toBe(1);
  await eventually(() => page.locator(".offices").innerText()).toContain("China");
  await page.locator(".entente-figure.activity").waitFor();
  await page.locator(".quotations a.words").click();
  await page.waitForURL("**/documents/*?at=*");
  await page.goBack();
  await page.waitForURL("**/actors/person.zhao-lijian");
});

test("a search can be done by keys alone", async () => {
  const page = await visit.open("/search?q=patrol");
  await eventually(() => page.locator(".hit").count()).toBe(2);
  await page.keyboard.press("/");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-words");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/documents/*");
});

test("many results come in pages, none are said, and what makes no sense is refused in words", async () => {
  const page = await visit.open("/search?q=barley");
  await page.getByText("45 documents").waitFor();
  await eventually(() => page.locator(".hit").count()).toBe(20);
  await page.getByRole("link", { name: "Next" }).click();
  await page.waitForURL("**page=2**");
  await page.getByText("Page 2 of 3").waitFor();
  await page.getByRole("searchbox").fill("unicorns");
  await page.getByText("Nothing fits").waitFor();
  await page.getByRole("searchbox").fill("-barley");
  await eventually(() => page.getByRole("alert").innerText()).toContain("only says what is not wanted");
});

test("somebody whom the tables don't know is said to be unknown", async () => {
  const page = await visit.open("/actors/person.nobody");
  await eventually(() => page.getByRole("alert").innerText()).toContain("is nobody that the actor tables know");
});

const PAGES = [
  "/search",
  "/search?q=patrol",
  "/search?q=patrol&kind=incidents",
  "/search?q=china&kind=speakers",
  "/actors/CHN",
];

describe.each(["light", "dark"] as const)("search and actors in %s colours", (colorScheme) => {
  test.each(PAGES)("axe finds no serious fault there: %s", async (path) => {
    const page = await visit.open(path, { colorScheme, viewport: { width: 390, height: 800 } });
    await page.waitForLoadState("networkidle");
    for (const details of await page.locator("details").all())
      await details.evaluate((one: HTMLDetailsElement) => (one.open = true));
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    const reach = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(reach).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
