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
  await eventually(() => page.locator(".switches").first().innerText()).toMatch(/Left out: \d+ incidents \(patrol\)/);
  await page.reload();
  await page.getByText("It held steady").waitFor();
});

test("another period is counted by the same rule, from the same outlets", async () => {
  const page = await visit.open("/relations/CHN-RUS?rule=without+patrols&sources=fixed&length=year&page=2");
  await page.getByRole("list", { name: "Period" }).getByRole("link", { name: "2020" }).click();
  await page.waitForURL("**from=2020-01-01**");
  await eventually(() => page.getByLabel("Counted are").inputValue()).toBe("without patrols");
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    ...{ from: "2020-01-01", to: "2020-12-31" },
    ...{ rule: "without patrols", sources: "fixed", length: "year" },
  });
  await page.getByLabel("From").fill("2020-02-01");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.waitForURL("**from=2020-02-01**");
  expect(new URL(page.url()).searchParams.get("rule")).toBe("without patrols");
});

test("too little evidence is said, with its reason", async () => {
  const page = await visit.open("/relations/JPN-RUS");
  await page.getByText("Not enough evidence to say").waitFor();
  await eventually(() => page.locator(".part-verdict").innerText()).toContain("Too few incidents are known.");
});

test("index, depth and third states are drawn, with their numbers at hand", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.locator(".entente-figure.index").waitFor();
  await page.locator(".entente-figure.depth").waitFor();
  await page.getByRole("list", { name: "Index of" }).getByRole("link", { name: "military" }).click();
  await page.waitForURL("**index=military**");
  await page.locator(".part-index").getByText("The same in numbers").first().click();
  await eventually(() => page.locator(".part-index .data-table tbody tr").first().innerText()).toContain("2020-Q1");
  await page.locator(".third-states .thirds").getByRole("link", { name: "United States of America USA" }).click();
  await page.waitForURL("**third=USA**");
  await page.locator(".entente-figure.third-state").waitFor();
  await eventually(() => page.locator(".third-states .thirds").innerText()).toContain(
    "r = 0.62 (90 % between 0.10 and 0.87)",
  );
  await eventually(() => page.locator(".third-states .incident").count()).toBe(1);
});

test("the counting rule changes verdict, figures and lists at once", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  const total = async () => Number(/of (\d+) incidents/.exec(await page.locator(".pager").innerText())?.[1]);
  await page.locator(".pager").waitFor();
  const before = await total();
  await page.getByLabel("Counted are").selectOption("without patrols");
  await page.getByText("It held steady").waitFor();
  await eventually(total).toBeLessThan(before);
  await eventually(() => page.getByRole("list", { name: "Domain" }).innerText()).not.toContain("military");
  expect(await page.locator(".entente-figure.timeline desc").textContent()).not.toContain("military");
  await page.goBack();
});

test("what moved the index most is told on the mark, and the mark opens it", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  const marks = page.locator(".entente-figure.index [data-incident]");
  await marks.first().waitFor();
  expect(await page.locator(".entente-figure.index text[data-incident]").count()).toBeGreaterThan(0);
  await page.locator(".entente-figure.index text[data-incident]").first().click();
  await page.waitForURL("**/incidents/*");
  await page.goBack();
  await page.waitForURL("**/relations/CHN-RUS");
});

test("the parts of the page are reached by keyboard, and the one in view is told", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  const nav = page.getByRole("navigation", { name: "On this page" });
  await page.locator(".pager").waitFor();
  await nav.getByRole("link", { name: "Who reports" }).press("Enter");
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("reporting");
  await eventually(() => nav.locator("[aria-current]").innerText()).not.toBe("Verdict");
  await eventually(() => page.locator(".part-reporting tbody tr").first().innerText()).toContain("state media");
});

test("a list is narrowed by kind and status, which the address and the back button keep", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.locator(".pager").waitFor();
  await page.getByLabel("Kind").selectOption("COOPERATE");
  await page.waitForURL("**type=COOPERATE**");
  await eventually(() => page.locator(".part-incidents .incident").first().innerText()).toContain("Cooperation");
  await page.getByLabel("Status").selectOption("happened");
  await page.waitForURL("**status=happened**");
  await page.reload();
  await eventually(() => page.getByLabel("Kind").inputValue()).toBe("COOPERATE");
  await page.goBack();
  await page.goBack();
  await eventually(() => page.getByLabel("Kind").inputValue()).toBe("");
});
