import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FakeDesk } from "../support/fake-desk.ts";
import { Visit } from "../support/pages.ts";

const desk = new FakeDesk();
const { evidence } = await desk.incident("i-regret-2020");
const PAGES = [
  "/",
  "/relations/CHN-RUS",
  "/relations/CHN-RUS/brief",
  "/alerts",
  "/incidents/i-patrol-2020",
  `/documents/${evidence.source.document}?at=${evidence.span.join("-")}`,
  "/review",
  "/review?part=disputed",
  "/read",
  "/help",
  "/blocs",
  "/incidents/i-patrol-2020/readouts",
  "/reference",
  "/nowhere",
  "/incidents/unknown",
];

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.start(desk);
});
afterAll(() => visit[Symbol.asyncDispose]());

const settled = (page: Page) => page.waitForLoadState("networkidle");

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each(PAGES)("axe finds no serious fault: %s", async (path) => {
    const page = await visit.open(path, { colorScheme });
    await settled(page);
    for (const details of await page.locator("details").all())
      await details.evaluate((one: HTMLDetailsElement) => (one.open = true));
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await page.context().close();
  });
});

describe.each([360, 768, 2560])("%i pixels wide", (width) => {
  test.each(PAGES)("no sideways scroll: %s", async (path) => {
    const page = await visit.open(path, { viewport: { width, height: 800 } });
    await settled(page);
    const reach = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(reach).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

test.each(PAGES)("every stop of the tab key is seen: %s", async (path) => {
  const page = await visit.open(path);
  await settled(page);
  const stops = new Set<string>();
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press("Tab");
    const { name, outline } = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return { name: focused.outerHTML.slice(0, 120), outline: `${outlineStyle} ${outlineWidth}` };
    });
    if (name.startsWith("<body")) break;
    stops.add(name);
    expect(`${name}: ${outline}`).toBe(`${name}: solid 3px`);
  }
  expect(stops.size).toBeGreaterThan(10);
  await page.context().close();
});

test("the road can be walked by keyboard alone", async () => {
  const page = await visit.open("/");
  await page.getByRole("link", { name: /^China CHN and Russian/ }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/relations/CHN-RUS");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  await page.locator(".entente-figure").first().waitFor();
  await page.locator(".incidents a.title").first().press("Enter");
  await page.waitForURL("**/incidents/*");
});

test("the chosen colours outlive the visit", async () => {
  const page = await visit.open("/", { colorScheme: "light" });
  await page.getByLabel("Colours").selectOption("dark");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await paper()).toBe(dark);
  await page.getByLabel("Colours").selectOption("light");
  expect(await paper()).not.toBe(dark);
});
