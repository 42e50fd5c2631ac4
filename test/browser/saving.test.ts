import type { Download, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { MeasureQuery } from "../../src/schema/index.ts";
import { HugeDesk } from "../support/fake/huge.ts";
import { FakeDesk } from "../support/fake-desk.ts";
import { Visit } from "../support/pages.ts";

/** A desk that knows an actor, and what each of two states does towards the other. */
const desk = new (class extends FakeDesk {
  override readonly actors = new HugeDesk().actors;

  override async measure(query: MeasureQuery) {
    const measures = await super.measure(query);
    const [{ points }] = measures.index;
    const [a, b] = measures.dyad;
    return {
      ...measures,
      directed: [
        { from: a, to: b, points },
        { from: b, to: a, points },
      ],
    };
  }
})();

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.start(desk);
});
afterEach(() => {
  expect(visit.faults.splice(0)).toEqual([]);
});
afterAll(() => visit[Symbol.asyncDispose]());

const opened = (title: string) => (page: Page) => page.locator("summary", { hasText: title }).click();
const near = (part: string) => (page: Page) => page.locator(part).scrollIntoViewIfNeeded();
const nothing = async () => {};

/** Each figure of the pages: where it is drawn, how it is come by, its file's name, and how its numbers begin. */
const FIGURES: readonly [figure: string, path: string, go: (page: Page) => Promise<void>, name: string, csv: RegExp][] =
  [
    ["map", "/", nothing, "entente-map", /^Place,/],
    ["index", "/relations/CHN-RUS", nothing, "entente-index-CHN-RUS", /^Period,/],
    ["directed", "/relations/CHN-RUS", opened("Who does more for whom"), "entente-directed-CHN-RUS", /^Period,/],
    ["depth", "/relations/CHN-RUS", nothing, "entente-depth-CHN-RUS", /^Domain,/],
    ["timeline", "/relations/CHN-RUS", nothing, "entente-CHN-RUS", /^Month,/],
    ["map", "/relations/CHN-RUS", near(".part-map"), "entente-map-CHN-RUS", /^Place,/],
    ["calendar", "/relations/CHN-RUS", opened("Day by day"), "entente-days-CHN-RUS", /^Day,/],
    ["third-state", "/relations/CHN-RUS?third=USA", nothing, "entente-CHN-RUS-USA", /^Period,/],
    ["blocs", "/blocs", nothing, "entente-blocs", /^State,/],
    ["activity", "/actors/CHN.mfa", nothing, "entente-CHN.mfa", /^Month,/],
  ];

async function bytesOf(download: Download): Promise<Buffer> {
  return Buffer.concat(await (await download.createReadStream()).toArray());
}

const PNG = [0x89, 0x50, 0x4e, 0x47];

describe.each(FIGURES)("the %s of %s", (figure, path, go, name, csv) => {
  test("is saved as it is drawn, as a picture, and as its numbers", async () => {
    const page = await visit.open(path);
    await go(page);
    const sheet = page.locator("figure", { has: page.locator(`.entente-figure.${figure}`) });
    await sheet.waitFor();
    const save = async (label: string) => {
      const button = sheet.getByRole("button", { name: label, exact: true });
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
      expect(download.suggestedFilename()).toBe(`${name}.${label.toLowerCase()}`);
      return bytesOf(download);
    };
    const svg = (await save("SVG")).toString();
    expect(svg).toMatch(/^<svg[^>]*>/);
    expect(svg).toContain(`entente-figure ${figure}`);
    expect([...(await save("PNG")).subarray(0, 4)]).toEqual(PNG);
    const [head, first, ...rest] = (await save("CSV")).toString().split("\r\n");
    expect(head).toMatch(csv);
    expect(first.split(",").length).toBeGreaterThanOrEqual(head.split(",").length);
    expect(rest.at(-1)).toBe("");
    await page.context().close();
  });
});
