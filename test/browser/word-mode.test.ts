import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

const desk = new FakeDesk();
let visit: Visit;
let id = "";
let text = "";
beforeAll(async () => {
  visit = await Visit.start(desk);
  const { items } = await desk.reviews.queue({});
  id = items[0].source.document;
  text = (await desk.document(id)).document.text;
});
afterAll(() => visit[Symbol.asyncDispose]());

const words = () => [...text.matchAll(/\S+/g)].map(([word]) => word);
const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? "");
const told = (page: Page) => page.locator(".word-mode [role=status]").textContent();

async function openByKey(): Promise<Page> {
  const page = await visit.open(`/documents/${id}`);
  const button = page.getByRole("button", { name: "Select words by key" });
  await button.focus();
  await page.keyboard.press("Enter");
  return page;
}

test("words are selected by arrow keys alone, each is told, and become the event that the coder missed", async () => {
  const page = await openByKey();
  await eventually(() => selected(page)).toBe(words()[0]);
  await eventually(() => told(page)).toBe(words()[0]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await eventually(() => selected(page)).toBe(words()[2]);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await eventually(() => told(page)).toMatch(/^3 words: /);
  const phrase = await selected(page);
  expect(phrase.split(/\s+/)).toEqual(words().slice(2, 5));
  await page.keyboard.press("Enter");
  await eventually(() => page.locator(".add-form blockquote").textContent()).toBe(phrase);
  await eventually(() => page.evaluate(() => document.activeElement?.className)).toBe("add-form");
  expect(visit.faults).toEqual([]);
});

test("arrow down goes a line on, control goes by sentences, end to the paragraph's last word, escape leaves", async () => {
  const page = await openByKey();
  await eventually(() => selected(page)).toBe(words()[0]);
  const topOf = () => page.evaluate(() => document.getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0);
  const before = await topOf();
  await page.keyboard.press("ArrowDown");
  await eventually(topOf).toBeGreaterThan(before + 8);
  await page.keyboard.press("ArrowUp");
  await eventually(() => selected(page)).toBe(words()[0]);
  await page.keyboard.press("Control+ArrowRight");
  const second = words().findIndex((word) => /[.!?]["”’)]*$/.test(word)) + 1;
  await eventually(() => selected(page)).toBe(words()[second]);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+End");
  const paragraph = text.split("\n")[0].trim();
  await eventually(async () => (await selected(page)).replace(/\s+/g, " ")).toBe(paragraph.replace(/\s+/g, " "));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.keyboard.press("Escape");
  await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Select words by key");
  expect(await selected(page)).toBe("");
  expect(await page.locator(".document-text").getAttribute("role")).toBeNull();
});

test("the keyboard begins where the reader was sent to", async () => {
  const at = text.indexOf(words()[6]);
  const page = await visit.open(`/documents/${id}?at=${at}-${at + 3}`);
  await page.getByRole("button", { name: "Select words by key" }).click();
  await eventually(() => selected(page)).toBe(words()[words().indexOf(words()[6])]);
});
