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

test("the verdict is told with its probability, its span, and what moved it most", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  const verdict = page.locator(".verdict");
  await verdict.waitFor();
  await eventually(() => verdict.innerText()).toContain("It strengthened");
  await eventually(() => verdict.innerText()).toContain("very likely (91 %)");
  await eventually(() => verdict.innerText()).toContain("The difference is +84.2 (90 % between +22.1 and +140.3)");
  await verdict
    .locator(".reasons")
    .getByRole("link", { name: /^Consultation|^Cooperation|^Agreement/ })
    .first()
    .click();
  await page.waitForURL("**/incidents/*");
});

test("the counting rule lives in the address and changes the verdict", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.getByLabel("Counted are").selectOption("without patrols");
  await page.waitForURL("**rule=without+patrols**");
  await page.getByText("It held steady").waitFor();
  await eventually(() => page.locator(".switches").innerText()).toMatch(/Left out: \d+ incidents \(patrol\)/);
  await page.reload();
  await page.getByText("It held steady").waitFor();
});

test("too little evidence is said, with its reason", async () => {
  const page = await visit.open("/relations/JPN-RUS");
  await page.getByText("Not enough evidence to say").waitFor();
  await eventually(() => page.locator(".measures").innerText()).toContain("Too few incidents are known.");
});

test("index, depth and third states are drawn, with their numbers at hand", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.locator(".entente-figure.index").waitFor();
  await page.locator(".entente-figure.depth").waitFor();
  await page.getByRole("list", { name: "Index of" }).getByRole("link", { name: "military" }).click();
  await page.waitForURL("**index=military**");
  await page.locator(".measures").getByText("The same in numbers").first().click();
  await eventually(() => page.locator(".measures .data-table tbody tr").first().innerText()).toContain("2020-Q1");
  await page.locator(".thirds").getByRole("link", { name: "United States of America USA" }).click();
  await page.waitForURL("**third=USA**");
  await page.locator(".entente-figure.third-state").waitFor();
  await eventually(() => page.locator(".thirds").innerText()).toContain("r = 0.62 (90 % between 0.10 and 0.87)");
  await eventually(() => page.locator(".third-states .incident").count()).toBe(1);
});
