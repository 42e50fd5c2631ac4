import type { Page } from "playwright-core";
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

const offered = (page: Page) => page.getByRole("dialog").getByRole("option");
const options = (page: Page) => offered(page).allInnerTexts();

test("the palette goes to a relation by a few letters", async () => {
  const page = await visit.open("/help");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to" }).fill("chi rus");
  await eventually(async () => (await options(page))[0]).toContain("China CHN and Russian Federation RUS");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/relations/CHN-RUS");
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
});

test("the palette offers any two states, and a search for whatever is typed", async () => {
  const page = await visit.open("/");
  await page.getByRole("button", { name: "Go to …" }).click();
  const field = page.getByRole("combobox", { name: "Go to" });
  await field.fill("gbr jpn");
  await eventually(() => options(page)).toEqual([
    expect.stringContaining("United Kingdom GBR and Japan JPN"),
    expect.stringContaining("Search for “gbr jpn”"),
  ]);
  await field.fill("atlantis");
  await page.getByRole("option", { name: /^Search for/ }).waitFor();
  await page.keyboard.press("Escape");
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
});

test("arrows choose in the palette, round the ends", async () => {
  const page = await visit.open("/");
  await page.keyboard.press("/");
  await eventually(() => offered(page).count()).toBeGreaterThan(3);
  const chosen = () => page.getByRole("dialog").getByRole("option", { selected: true }).innerText();
  expect(await chosen()).toContain("Overview");
  await page.keyboard.press("ArrowDown");
  expect(await chosen()).toContain("Blocs");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await chosen()).toBe((await options(page)).at(-1));
});

test("j and k walk the lists, but not while somebody types", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.locator(".incidents").getByText("Russian Federation").first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("j");
  const first = await focused();
  expect(first).toContain("Consultation");
  await page.keyboard.press("j");
  expect(await focused()).not.toBe(first);
  await page.keyboard.press("k");
  expect(await focused()).toBe(first);
  await page.keyboard.press("?");
  await page.waitForURL("**/help");
  await page.goto("/read");
  const field = page.getByLabel("A text, or the address of one");
  await field.press("j");
  await eventually(() => field.inputValue()).toBe("j");
});

/** Drops files on the window as a file manager would. */
const drop = (page: Page, files: readonly { name: string; bytes: number[] }[]) =>
  page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of given) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    for (const type of ["dragover", "drop"])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);

const bytesOf = (text: string): number[] => [...Buffer.from(text)];

test("three files dropped while browsing: two are added, the picture is refused with its reason", async () => {
  await using own = await Visit.start(new FakeDesk());
  const page = await own.open("/");
  const { documents } = await (await fetch(`${own.address}/api/overview`)).json();
  await drop(page, [
    { name: "note.txt", bytes: bytesOf("In May China accused Russia of delay.") },
    { name: "page.html", bytes: bytesOf("<p>In June China accused Russia of noise.</p>") },
    { name: "picture.png", bytes: [137, 80, 78, 71, 0, 0, 0] },
  ]);
  await page.getByRole("link", { name: /^China CHN and Russian/ }).click();
  await page.waitForURL("**/relations/CHN-RUS");
  const jobs = page.getByRole("complementary", { name: "Intake" });
  await jobs.getByText("3 files done").waitFor();
  await eventually(() => jobs.getByRole("listitem").allInnerTexts()).toEqual([
    "note.txt added, 1 report",
    "page.html added, 1 report",
    expect.stringMatching(/^picture\.png is not text\./),
  ]);
  expect((await (await fetch(`${own.address}/api/overview`)).json()).documents).toBe(documents + 2);
  await jobs.getByRole("link", { name: "note.txt" }).click();
  await page.waitForURL("**/documents/*");
  await jobs.getByRole("button", { name: "Clear" }).click();
  await eventually(() => jobs.isVisible()).toBe(false);
  expect(own.faults).toEqual([]);
});

test("the API reference names every request of the service", async () => {
  const page = await visit.open("/");
  await page.getByRole("link", { name: "API" }).click();
  await page.waitForURL("**/reference");
  const { paths } = await (await fetch(`${visit.address}/api/openapi.json`)).json();
  await eventually(() => page.locator(".reference > section").count()).toBe(
    Object.values<object>(paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0),
  );
  await eventually(() => page.locator(".reference").innerText()).toContain("POST /api/add");
});

test("every sentence of the brief has notes or measures, and the brief is saved as Markdown", async () => {
  const page = await visit.open("/relations/CHN-RUS");
  await page.getByRole("link", { name: "2020", exact: true }).click();
  await page.getByRole("link", { name: "The brief of this period" }).click();
  await page.waitForURL("**/relations/CHN-RUS/brief?from=2020-01-01&to=2020-12-31");
  await page.locator(".statement").first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Markdown" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("entente-CHN-RUS.md");
  const words = page.locator(".notes-list .words").first();
  const text = await words.innerText();
  await words.click();
  await page.waitForURL("**/documents/*?at=*");
  await page.locator(".document-text mark").first().waitFor();
  expect((await page.locator(".document-text mark").allTextContents()).join("")).toBe(text);
});
