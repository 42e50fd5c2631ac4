import { afterAll, beforeAll, expect, test } from "vitest";
import type { RelationQuery } from "../../src/schema/index.ts";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

/** Counts how often it is asked for a verdict, and how many questions wait at once. */
class CountingDesk extends FakeDesk {
  asked: string[] = [];
  waiting = 0;
  most = 0;

  override async verdict(query: RelationQuery) {
    this.asked.push(`${query.a}-${query.b}`);
    this.waiting += 1;
    this.most = Math.max(this.most, this.waiting);
    await new Promise((done) => setTimeout(done, 30));
    this.waiting -= 1;
    return super.verdict(query);
  }
}

let visit: Visit;
const desk = new CountingDesk();
beforeAll(async () => {
  visit = await Visit.start(desk);
});
afterAll(() => visit[Symbol.asyncDispose]());

test("each relation says in a word whether it moved, the same word as its own page", async () => {
  const page = await visit.open("/");
  const row = page.getByRole("row", { name: /^China CHN and Russian/ });
  await eventually(() => row.locator(".dyad-verdict").textContent()).toBe("▲ strengthened");
  const rows = await page.locator(".dyads tbody tr").count();
  await eventually(() => page.locator(".dyad-verdict", { hasText: "…" }).count()).toBe(0);
  expect(await page.locator(".dyad-verdict", { hasText: "not enough evidence" }).count()).toBe(rows - 1);
  await row.getByRole("link").click();
  await eventually(() => page.locator(".verdict-words .term").textContent()).toBe("It strengthened");
  expect(visit.faults).toEqual([]);
});

test("verdicts are asked for one after the other, each once", async () => {
  desk.asked = [];
  desk.most = 0;
  const page = await visit.open("/");
  await page.locator(".dyad-verdict").first().waitFor();
  await eventually(() => page.locator(".dyad-verdict", { hasText: "…" }).count()).toBe(0);
  expect(desk.most).toBe(1);
  expect(new Set(desk.asked).size).toBe(desk.asked.length);
});
