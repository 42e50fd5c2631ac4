import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EntenteError } from "../../src/schema/index.ts";
import { HugeDesk } from "../support/fake/huge.ts";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

/** A desk that knows an actor, a feed and a job. */
const desk = new (class extends FakeDesk {
  override readonly actors = new HugeDesk().actors;
})();
const { evidence } = await desk.incident("i-regret-2020");
const [first, second] = (await desk.incident("i-patrol-2020")).reports.map((one) => one.evidence[0].source.document);
desk.jobs.show({ name: "The week's press", added: 5, done: 5 });
await desk.subscriptions.add({ kind: "feed", address: "https://example.org/feed.xml", every: 900 });

/** Each page with what it asks for first, and what it then shows. */
const PAGES = [
  ["/", "**/api/overview", ".dyads"],
  ["/relations/CHN-RUS", "**/api/relations/CHN-RUS?*", ".verdict"],
  ["/relations/CHN-RUS", "**/api/relations/CHN-RUS/measures*", ".verdict"],
  ["/relations/CHN-RUS/brief", "**/edits/**", ".sentence"],
  ["/incidents/i-patrol-2020", "**/api/incidents/*", ".report-card"],
  ["/incidents/i-patrol-2020/readouts", "**/api/incidents/*/readouts", ".readouts"],
  ["/blocs", "**/api/blocs*", ".entente-figure.blocs"],
  [`/documents/${evidence.source.document}`, "**/api/documents/*", ".document-text"],
  ["/review", "**/api/reviews/queue*", ".review-item"],
  [`/readouts?first=${first}&second=${second}`, "**/api/readouts?*", ".readouts"],
  ["/search?q=patrol", "**/api/search?*", ".hits"],
  ["/actors/CHN.mfa", "**/api/actors/*", ".actor-page"],
  ["/sources", /\/api\/jobs(\/events)?$/, ".job-list"],
  ["/sources", /\/api\/(subscriptions|jobs\/events)$/, ".feed-list"],
  ["/sources", "**/api/outlets", ".outlets tbody"],
  ["/alerts", "**/api/watch", "form"],
  ["/reference", "**/api/openapi.json", ".reference h2"],
] as const;

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.start(desk);
});
afterAll(() => visit[Symbol.asyncDispose]());

const FAULT = JSON.stringify({ code: "internal", message: "Entente met a fault.", remedy: "Report it." });
const blank = async (): Promise<Page> => (await visit.context()).newPage();

describe.each(PAGES)("%s, asking for %s", (path, asks, shows) => {
  test("says that it waits, and shows what came", async () => {
    const page = await blank();
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route(asks, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(visit.address + path);
    await page.getByText("Loading …").first().waitFor();
    go();
    await page.locator(shows).first().waitFor();
    await eventually(() => page.getByText("Loading …").count()).toBe(0);
    await page.context().close();
  });

  test("says that it failed, and mends when asked again", async () => {
    const page = await blank();
    await page.route(asks, (route) => route.fulfill({ status: 500, contentType: "application/json", body: FAULT }));
    await page.goto(visit.address + path);
    await page.getByRole("alert").filter({ hasText: "Entente met a fault." }).first().waitFor();
    await page.unroute(asks);
    await page.getByRole("button", { name: "Try again" }).first().click();
    await page.locator(shows).first().waitFor();
    await eventually(() => page.getByText("Entente met a fault.").count()).toBe(0);
    await page.context().close();
  });

  test("says that the service is lost, and mends by itself", async () => {
    const page = await blank();
    await page.route("**/api/**", (route) => route.abort("connectionrefused"));
    await page.goto(visit.address + path);
    await page.getByText("The service does not answer.").first().waitFor();
    await page.unroute("**/api/**");
    await page.locator(shows).first().waitFor();
    await eventually(() => page.getByText("The service does not answer.").count()).toBe(0);
    await page.context().close();
  });
});

describe("of an empty ledger", () => {
  let empty: Visit;
  beforeAll(async () => {
    empty = await Visit.start(new FakeDesk({ empty: true }));
  });
  afterAll(() => empty[Symbol.asyncDispose]());

  test.each([
    ["/", "The ledger is empty"],
    ["/relations/CHN-RUS", "Nothing is known of these two"],
    ["/relations/CHN-RUS/brief", "The ledger holds nothing on China and Russian Federation in this period."],
    ["/readouts", "Which two?"],
    ["/review", "Nothing waits for review"],
    ["/review?part=second", "Nothing waits for a second reader"],
    ["/review?part=disputed", "Nothing is disputed"],
    ["/review?part=orphaned", "Nothing is orphaned"],
    ["/review?part=done", "Nothing was reviewed yet"],
    ["/search", "What are you looking for?"],
    ["/search?q=patrol", "Nothing fits"],
    ["/actors/nobody", "is nobody that the actor tables know"],
    ["/sources", "No feed and no folder yet"],
    ["/alerts", "No alert is set yet"],
  ])("%s says that there is nothing, and why", async (path, words) => {
    const page = await empty.open(path);
    await eventually(() => page.getByRole("main").innerText()).toContain(words);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(empty.faults).toEqual([]);
    await page.context().close();
  });
});

test("an empty ledger's blocs say what is missing, without words of the terminal", async () => {
  await using own = await Visit.start(
    new (class extends FakeDesk {
      override async blocs(): Promise<never> {
        throw new EntenteError("brief.nodata", { names: "any two states" });
      }
    })(),
  );
  const page = await own.open("/blocs");
  await page.getByText("Nothing was read yet").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  expect(await page.getByRole("main").innerText()).not.toContain("--");
});

test("two of whom nothing has a date are told as known and not measured, without a contradiction", async () => {
  await using own = await Visit.start(
    new (class extends FakeDesk {
      override async measure(): Promise<never> {
        throw new EntenteError("measure.undated", { names: "China and Russia" });
      }
      override async verdict(): Promise<never> {
        throw new EntenteError("measure.undated", { names: "China and Russia" });
      }
    })(),
  );
  const page = await own.open("/relations/CHN-RUS");
  await page.getByText("No date to measure by").waitFor();
  const verdict = await page.locator(".part-verdict").innerText();
  expect(verdict).toContain("No document that tells of China and Russia has a date of publication");
  expect(verdict).toMatch(/\d+ incidents/);
  expect(await page.getByRole("main").innerText()).not.toContain("Not in the ledger");
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  await page.goto(new URL("/", page.url()).href);
  await page.getByText("undated sources").first().waitFor();
});
