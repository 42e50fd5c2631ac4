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

test("two accounts of an incident stand side by side, and each statement leads to its words", async () => {
  const page = await visit.open("/incidents/i-patrol-2020");
  await page.getByRole("link", { name: "Compare two accounts, statement by statement" }).click();
  await page.waitForURL("**/incidents/i-patrol-2020/readouts");
  await eventually(() => page.locator(".account-head").count()).toBe(2);
  await eventually(() => page.locator(".alone.first .silent").innerText()).toBe("The second does not say it.");
  const left = (selector: string) => page.locator(selector).evaluate((one) => one.getBoundingClientRect().left);
  expect(await left(".alone.first .said")).toBeLessThan(await left(".alone.first .silent"));
  expect(await left(".alone.second .said")).toBeGreaterThan(await left(".alone.second .silent"));
  const words = page.locator(".alone.second .words");
  const text = await words.innerText();
  await words.click();
  await page.waitForURL("**/documents/*?at=*");
  await eventually(async () => (await page.locator(".document-text mark").allTextContents()).join("")).toBe(text);
});

test("an incident that one side alone tells can't be compared, and that is said", async () => {
  const page = await visit.open("/incidents/i-engines-2021/readouts");
  await eventually(() => page.getByRole("alert").count()).toBe(1);
});

test("blocs are drawn with who moved, and a tie opens its relation", async () => {
  const page = await visit.open("/blocs");
  await page.locator(".entente-figure.blocs").waitFor();
  await eventually(() =>
    page.getByText("is now with Japan and United States of America, no longer with China").count(),
  ).toBe(1);
  await page.getByRole("list", { name: "Period" }).getByRole("link", { name: "2021" }).click();
  await page.waitForURL("**/blocs?from=2021-01-01&to=2021-12-31");
  await page.getByRole("link", { name: "China CHN and Russian Federation RUS" }).click();
  await page.waitForURL("**/relations/CHN-RUS");
});
