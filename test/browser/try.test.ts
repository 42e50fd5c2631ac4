import type { AddressInfo } from "node:net";
import AxeBuilder from "@axe-core/playwright";
import fastifyStatic from "@fastify/static";
import fastify from "fastify";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buildTrySite } from "../support/build-pages.ts";
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

const TEXT = "A text in English";

const openAll = (all: Element[]): void => {
  for (const one of all) one.setAttribute("open", "");
};

test("what is typed is coded in the page, with no call of the service", async () => {
  const page = await visit.open("/try");
  await page.locator(".note").first().waitFor();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/health")) asked.push(request.url());
  });
  await page.getByLabel(TEXT).fill("France imposed sanctions on Belarus on 3 May 2021.");
  await page.locator(".document-text", { hasText: "Belarus" }).waitFor();
  await eventually(() => page.locator(".note").allInnerTexts()).toEqual([
    expect.stringMatching(/France FRA → Belarus BLR/),
  ]);
  await page.getByRole("img", { name: /France: .*; imposed: .*; sanctions: / }).waitFor();
  expect(asked).toEqual([]);
});

test("it goes on offline", async () => {
  const page = await visit.open("/try");
  await page.locator(".note").first().waitFor();
  await page.context().setOffline(true);
  await page.getByLabel(TEXT).fill("Italy and Spain signed a treaty in Rome.");
  await page.locator(".document-text", { hasText: "Italy" }).waitFor();
  await eventually(() => page.locator(".note").first().innerText()).toMatch(/Italy ITA and Spain ESP/);
});

test("hostile and odd texts harm nothing", async () => {
  const page = await visit.open("/try");
  await page.locator(".note").first().waitFor();
  for (const text of [
    "<script>document.title='stolen'</script>",
    "\u0007\uFFFF 𝕏 العربية 中文",
    " ",
    "a".repeat(20_000),
    "constructor __proto__",
  ]) {
    await page.getByLabel(TEXT).fill(text);
    await eventually(() => page.locator(".document-text").allTextContents()).toEqual(text.trim() ? [text] : []);
  }
  await eventually(() => page.title()).toBe("Try it · Entente");
});

test.each(["light", "dark"] as const)("axe finds no serious fault in %s", async (colorScheme) => {
  const page = await visit.open("/try", { colorScheme });
  await page.locator(".sentences details").first().waitFor();
  await page.locator(".sentences details").evaluateAll(openAll);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
});

test("no sideways scroll on a phone, whatever the trees need", async () => {
  const page = await visit.open("/try", { viewport: { width: 360, height: 800 } });
  await page.locator(".sentences details").first().waitFor();
  await page.locator(".sentences details").evaluateAll(openAll);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("the static site codes without a service, from any folder", async () => {
  const site = await buildTrySite();
  const files = fastify();
  files.register(fastifyStatic, { root: site, prefix: "/somewhere/" });
  await files.listen({ port: 0 });
  const page = await visit.open(`http://127.0.0.1:${(files.server.address() as AddressInfo).port}/somewhere/`);
  await eventually(() => page.locator(".note").allInnerTexts()).toContainEqual(
    expect.stringMatching(/Russia RUS and China CHN/),
  );
  await page.getByRole("link", { name: "Help" }).click();
  await page.getByRole("heading", { name: "How to read these pages" }).waitFor();
  await files.close();
  expect(visit.faults).toEqual([]);
});
