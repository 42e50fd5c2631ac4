import { afterAll, beforeAll, expect, test } from "vitest";
import type { IncidentsQuery, MeasureQuery, RelationPage } from "../../src/schema/index.ts";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.start(new FakeDesk());
});
afterAll(() => visit[Symbol.asyncDispose]());

test("an empty ledger explains itself and offers a way in", async () => {
  await using own = await Visit.start(new FakeDesk({ empty: true }));
  const page = await own.open("/");
  await eventually(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("The ledger is empty");
  await page.getByRole("main").getByRole("link", { name: "Read a text" }).click();
  await page.waitForURL("**/read");
  expect(own.faults).toEqual([]);
});

test.each([
  ["/incidents/none", "There is no incident none in the ledger."],
  ["/documents/none", "There is no document none in the ledger."],
  ["/relations/CHN-XYZ", '"XYZ" is no state that Entente knows.'],
])("%s says what is missing", async (path, words) => {
  const page = await visit.open(path);
  await eventually(() => page.getByRole("alert").textContent()).toContain(words);
  await page.getByRole("link", { name: "To the overview" }).click();
  await page.waitForURL((url) => url.pathname === "/");
});

test("a page that is none says so", async () => {
  const page = await visit.open("/nothing/here");
  await eventually(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("There is no such page");
});

test("a relation without evidence says that this is no zero", async () => {
  const page = await visit.open("/relations/GBR-JPN");
  await eventually(() => page.getByRole("main").textContent()).toContain(
    "That nothing is known does not mean that nothing happened.",
  );
});

test("a period without evidence says what lies outside of it", async () => {
  const page = await visit.open("/relations/CHN-RUS?from=1999-01-01&to=1999-12-31");
  await eventually(() => page.getByRole("main").textContent()).toMatch(
    /The ledger holds \d+ incidents of these two outside of it\./,
  );
});

test("a slow service shows that it is waited for", async () => {
  const context = await visit.context();
  const page = await context.newPage();
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route("**/api/overview", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/");
  await page.getByText("Loading …").waitFor();
  go();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await eventually(() => page.getByText("Loading …").count()).toBe(0);
});

test("a lost service is said, and mended without a reload", async () => {
  const page = await visit.open("/");
  await page.route("**/api/**", (route) => route.abort("connectionrefused"));
  await page.getByRole("link", { name: /^China CHN and Russian/ }).click();
  await page.getByText("The service does not answer.").waitFor();
  await page.unroute("**/api/**");
  await page.locator(".incident").first().waitFor();
  await page.getByText("The service does not answer.").waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/relations/CHN-RUS");
});

test("a fault of the service is said with a way on", async () => {
  const page = await visit.open("/");
  const body = JSON.stringify({ code: "internal", message: "Entente met a fault.", remedy: "Report it." });
  await page.route("**/api/incidents/**", (route) =>
    route.fulfill({ status: 500, contentType: "application/json", body }),
  );
  await page.locator(".incidents a.title").first().click();
  await page.getByText("Entente met a fault.").waitFor();
  await page.unroute("**/api/incidents/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(".report-card").first().waitFor();
  await eventually(() => page.getByRole("alert").count()).toBe(0);
});

const HUGE = 8_000;

/** A relation with far more incidents than anybody reads. */
class HugeDesk extends FakeDesk {
  override async relation({ limit = HUGE, ...query }: RelationPage) {
    const view = await super.relation(query);
    const incidents = Array.from({ length: Math.min(limit, HUGE) }, (_, at) => ({
      ...view.incidents[at % view.incidents.length],
      id: `i${at}`,
    }));
    const quotations = Array.from({ length: Math.min(limit, 2_000) }, (_, at) => ({
      ...view.quotations[at % view.quotations.length],
      id: `q${at}`,
    }));
    const ids = incidents.map(({ id }) => id);
    const months = Array.from({ length: 240 }, (_, at) => ({
      ...{
        month: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
        domain: "military" as const,
      },
      ...{ incidents: 33, net: at % 7, ids: ids.slice(at * 33, at * 33 + 33) },
    }));
    return { ...view, months, incidents, quotations, ...(limit < HUGE && { moreIncidents: HUGE - limit }) };
  }

  override async measure(query: MeasureQuery) {
    const measures = await super.measure(query);
    const many = Array.from({ length: HUGE }, (_, at) => `i${at}`);
    return {
      ...measures,
      verdict: {
        ...measures.verdict,
        reasons: many.map((id, at) => ({ id, in: "window" as const, effect: HUGE - at })),
      },
      depth: measures.depth.map((depth) => ({
        ...depth,
        cells: depth.cells.map((cell) => ({ ...cell, incidents: many })),
      })),
      reporting: Array.from({ length: 60 }, (_, at) => ({ outlet: `Outlet ${at}`, incidents: HUGE - at, alone: at })),
    };
  }

  override async incidents({ limit = 40, offset = 0, a, b }: IncidentsQuery) {
    const { incidents } = await this.relation({ a, b });
    return {
      total: incidents.length,
      offset,
      incidents: incidents.slice(offset, offset + limit),
      domains: { military: incidents.length },
      types: { COOPERATE: incidents.length },
      statuses: { happened: incidents.length },
    };
  }
}

test("a huge relation is shown a page's worth at a time", async () => {
  await using own = await Visit.start(new HugeDesk());
  const page = await own.open("/relations/CHN-RUS");
  for (const figure of ["timeline", "index"]) await page.locator(`.entente-figure.${figure}`).waitFor();
  await page.locator(".part-quotations .quotations").waitFor();
  expect(await page.locator("*").count()).toBeLessThan(5_000);
  await page.getByRole("link", { name: "Older" }).click();
  await page.waitForURL("**page=2**");
  await page.getByText("41 to 80 of 8,000 incidents").waitFor();
  expect(await page.locator(".part-incidents .incident").count()).toBe(40);
  await page.goBack();
  await page.getByText("1 to 40 of 8,000 incidents").waitFor();
  expect(own.faults).toEqual([]);
});
