import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { HugeDesk } from "../support/fake/huge.ts";
import { eventually, Visit } from "../support/pages.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.start(new HugeDesk());
});
afterEach(() => {
  expect(visit.faults.splice(0)).toEqual([]);
});
afterAll(() => visit[Symbol.asyncDispose]());

/** Elements that a page holds at most, whatever lies behind it. */
const MOST = 5_000;
/** A brief holds each of its 1,500 sentences, to be searched and printed; a document each of its 9,000 marks. */
const MOST_OF_A_BRIEF = 10_000;
const MOST_OF_A_TEXT = 20_000;

const clickMore = (page: Page, within: string) =>
  page
    .locator(within)
    .getByRole("button", { name: /^Show .* more of/ })
    .first()
    .click();

/** Each page with what it shows, how many elements it may hold, and something that is done on it. */
const PAGES: readonly [path: string, shows: string, most: number, act: (page: Page) => Promise<void>][] = [
  [
    "/",
    ".dyads",
    MOST,
    async (page) => {
      await clickMore(page, ".relations");
      await eventually(() => page.locator(".dyads tbody tr").count()).toBe(40);
    },
  ],
  [
    "/relations/CHN-RUS/brief",
    ".sentence",
    MOST_OF_A_BRIEF,
    async (page) => {
      await page.locator(".sentence").nth(900).click();
      await page.keyboard.press("j");
      await eventually(() => page.locator(".statement.chosen").innerText()).toContain("They met for the 900. time.");
      await clickMore(page, ".paper-column");
      await eventually(() => page.locator("ol.sources > li").count()).toBe(200);
    },
  ],
  [
    "/incidents/i-patrol-2020",
    ".report-card",
    MOST,
    async (page) => {
      const cards = await page.locator(".report-side").first().locator(".document-card").count();
      await clickMore(page, ".report-side");
      await eventually(() => page.locator(".report-side").first().locator(".document-card").count()).toBe(2 * cards);
      await eventually(() => page.locator(".differences tbody tr").first().innerText()).toContain("20 others");
    },
  ],
  [
    "/incidents/i-patrol-2020/readouts",
    ".readouts",
    MOST,
    async (page) => {
      await clickMore(page, ".accounts");
      await eventually(() => page.locator(".point.joined").count()).toBe(160);
    },
  ],
  [
    "/blocs",
    ".entente-figure.blocs",
    MOST,
    async (page) => {
      await page.locator(".entente-figure.blocs [data-state=QAB]").first().click();
      await page.waitForURL("**/relations/*QAB*");
    },
  ],
  [
    "/documents/d1?at=161612-161628",
    ".document-text mark",
    MOST_OF_A_TEXT,
    async (page) => {
      await eventually(() => page.locator(".note.chosen .note-sign").innerText()).toBe("1601");
      await page.getByRole("button", { name: "Next" }).first().click();
      await page.locator(".note", { hasText: "1651" }).first().waitFor();
      await page.locator(".note").first().getByRole("button", { name: "Why so?" }).click();
      await page.locator(".sentences details[open] svg").first().waitFor();
      expect(await page.locator(".sentences details").count()).toBe(60);
    },
  ],
  [
    "/review",
    ".review-item",
    MOST,
    async (page) => {
      await page.keyboard.press("j");
      await eventually(() => page.locator(".review-rest [aria-current]").count()).toBe(1);
      await eventually(() =>
        page.locator(".review-rest li").nth(1).locator("button").getAttribute("aria-current"),
      ).toBe("true");
    },
  ],
  [
    "/search?q=patrol",
    ".hits",
    MOST,
    async (page) => {
      await page.getByRole("link", { name: "Next", exact: true }).click();
      await page.waitForURL("**page=2**");
      await page.getByText("Page 2 of 500").waitFor();
    },
  ],
  [
    "/actors/CHN.mfa",
    ".entente-figure.activity",
    MOST,
    async (page) => {
      await page.getByRole("link", { name: "2024", exact: true }).click();
      await page.waitForURL("**from=2024-01-01**");
    },
  ],
  [
    "/sources",
    ".outlets tbody tr",
    MOST,
    async (page) => {
      await page.locator(".refusals summary").first().click();
      await eventually(() => page.locator(".refusals .reason").count()).toBe(100);
      await page.getByRole("button", { name: "Show more of 2,900" }).click();
      await eventually(() => page.locator(".refusals .reason").count()).toBe(200);
      await clickMore(page, "section:has(> #feeds)");
      await eventually(() => page.locator(".feed-list > li").count()).toBe(80);
    },
  ],
  [
    "/alerts",
    ".sent-log",
    MOST,
    async (page) => {
      await page.getByRole("button", { name: "Change alert-7", exact: true }).click();
      await page.locator(".rules .edited").waitFor();
      await clickMore(page, "section:has(> .sent-log)");
      await eventually(() => page.locator(".sent-log > li").count()).toBe(100);
    },
  ],
];

test("a page that is printed holds everything, and afterwards a page's worth again", async () => {
  const page = await visit.open("/alerts");
  const sent = page.locator(".sent-log > li");
  await sent.first().waitFor();
  await page.evaluate(() =>
    window.addEventListener("beforeprint", () => {
      document.title = `${document.querySelectorAll(".sent-log > li").length} on paper`;
    }),
  );
  await page.pdf();
  await eventually(() => page.title()).toBe("2000 on paper");
  await eventually(() => sent.count()).toBe(50);
});

describe.each(PAGES)("%s with far more behind it than anybody reads", (path, shows, most, act) => {
  test("holds no more than a page's worth, fits a phone, and can be used", async () => {
    const page = await visit.open(path, { viewport: { width: 390, height: 800 } });
    await page.locator(shows).first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.locator("*").count()).toBeLessThan(most);
    const reach = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await reach()).toBeLessThanOrEqual(0);
    await act(page);
    expect(await reach()).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
