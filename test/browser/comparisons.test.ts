import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DocumentView } from "../../src/schema/index.ts";
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
  await page.getByRole("link", { name: "China CHN and Russian Federation RUS" }).click();
  await page.waitForURL("**/relations/CHN-RUS");
});

test("the slider steps through the periods by key, and the states keep their places", async () => {
  const page = await visit.open("/blocs");
  const slider = page.getByRole("slider", { name: "Period" });
  await page.getByRole("link", { name: "by quarter" }).click();
  await page.waitForURL("**/blocs?from=2020-10-01&to=2020-12-31&by=quarter");
  const place = () => page.locator('.entente-figure.blocs [data-state="CHN"]').getAttribute("cx");
  await page.locator(".entente-figure.blocs").waitFor();
  const before = await place();
  await slider.press("ArrowLeft");
  await page.waitForURL("**/blocs?from=2020-07-01&to=2020-09-30&by=quarter");
  await eventually(() => slider.getAttribute("aria-valuetext")).toBe("2020, quarter 3");
  await eventually(() => page.locator(".entente-figure.blocs title").first().textContent()).toContain("Jul");
  expect(await place()).toBe(before);
  expect(await page.getByRole("button", { name: "Play" }).count()).toBe(0);
});

test("the counting rule changes the blocs, stays while the slider moves, and is in the address", async () => {
  const page = await visit.open("/blocs");
  await page.getByLabel("Counted are").selectOption("without patrols");
  await page.waitForURL("**/blocs?rule=without+patrols");
  await eventually(() =>
    page.getByText(/: 18 incidents from 30 independent sources\. Counting rule "without patrols"/).count(),
  ).toBe(1);
  await page.getByRole("link", { name: "by year" }).click();
  await page.waitForURL("**rule=without+patrols**");
  await page.getByRole("slider", { name: "Period" }).press("ArrowLeft");
  await page.waitForURL("**rule=without+patrols**");
  await page.reload();
  await eventually(() => page.getByLabel("Counted are").inputValue()).toBe("without patrols");
  await page.getByLabel("Counted are").selectOption("default");
  await page.waitForURL((url) => !url.searchParams.has("rule"));
});

test("it plays by itself where motion is welcome, until it is paused", async () => {
  const page = await visit.open("/blocs?from=2020-01-01&to=2020-03-31&by=quarter", { reducedMotion: "no-preference" });
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForURL("**from=2020-04-01**");
  await page.getByRole("button", { name: "Pause" }).click();
  expect(await page.getByRole("button", { name: "Play" }).getAttribute("aria-pressed")).toBe("false");
});

/** A desk whose patrol article was changed after it came out, and one of whose states is disputed. */
class RevisedDesk extends FakeDesk {
  override async document(id: string): Promise<DocumentView> {
    const base = id.replace("-revised", "");
    const view = await super.document(base);
    const other = base === id ? `${id}-revised` : base;
    const text = base === id ? view.document.text : view.document.text.replace("joint", "separate");
    const document = { ...view.document, id, text };
    return { ...view, document, revisions: [{ id: other, title: "The other text" }] };
  }

  override async states() {
    const states = await super.states();
    return states.map((state) => (state.code === "KOR" ? { ...state, disputed: "a claim for this test" } : state));
  }
}

test("two texts of one address are compared word by word", async () => {
  const desk = new RevisedDesk();
  await using own = await Visit.start(desk);
  const { evidence } = await desk.incident("i-patrol-2020");
  const page = await own.open(`/documents/${evidence.source.document}`);
  await page.getByRole("link", { name: "The other text" }).click();
  await page.waitForURL("**with=**");
  await eventually(() => page.locator(".text-differences [role=status]").innerText()).toMatch(/^\d words? fell away/);
  await eventually(() => page.locator(".text-differences ins").first().innerText()).toContain("separate");
  await page.goBack();
  await eventually(() => page.locator(".text-differences").count()).toBe(0);
  await page.getByRole("link", { name: "The original beside it" }).click();
  await page.frameLocator(".original iframe").locator("body").waitFor();
  expect(own.faults).toEqual([]);
});

test("a disputed status is marked wherever the state is named, and told in a note", async () => {
  await using own = await Visit.start(new RevisedDesk());
  const page = await own.open("/relations/CHN-KOR");
  await page.getByText("† Republic of Korea: a claim for this test.").waitFor();
  await eventually(() => page.locator(".dyad-names").innerText()).toContain("†");
  expect(own.faults).toEqual([]);
});
