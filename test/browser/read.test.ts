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

const FIELD = "A text, or the address of one";

test("a pasted text is coded, kept only when asked, and found in the ledger then", async () => {
  const page = await visit.open("/read");
  await page.getByLabel(FIELD).fill("On Monday China accused Russia of spying.");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("Accusation").first().waitFor();
  await page.getByRole("link", { name: "Report 1" }).click();
  await eventually(() => page.locator(".document-text mark").allTextContents()).toEqual([
    "China",
    " accused ",
    "Russia",
  ]);

  await page.getByRole("button", { name: "Add to the ledger" }).click();
  await page.getByRole("link", { name: "Open the document" }).click();
  await page.waitForURL("**/documents/*");
  await eventually(() => page.locator(".document-text").textContent()).toBe(
    "On Monday China accused Russia of spying.",
  );

  await page.goBack();
  await eventually(() => page.getByLabel(FIELD).inputValue()).toBe("On Monday China accused Russia of spying.");
  await eventually(() => page.locator(".coded-text .document-text").count()).toBe(1);
});

test("a text without an event says so", async () => {
  const page = await visit.open("/read");
  await page.getByLabel(FIELD).fill("It rained.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("No event between states was found in this text.").waitFor();
  await eventually(() => page.locator(".note").count()).toBe(0);
});

test("an address that does not answer gives the catalogue's words and remedy", async () => {
  const page = await visit.open("/read");
  await page.getByLabel(FIELD).fill("https://example.org/slow");
  await page.getByRole("button", { name: "Fetch and read" }).click();
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toContain("did not answer within 20 s");
  expect(await alert.textContent()).toContain("save the page and add the file");
});

test("nothing can be sent before something is typed", async () => {
  const page = await visit.open("/read");
  await eventually(() => page.getByRole("button", { name: "Read it" }).isDisabled()).toBe(true);
});
