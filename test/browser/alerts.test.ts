import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

let desk: FakeDesk;
let visit: Visit;
beforeEach(async () => {
  desk = new FakeDesk();
  visit = await Visit.start(desk);
});
afterEach(async () => {
  await visit[Symbol.asyncDispose]();
  expect(visit.faults.splice(0)).toEqual([]);
});

test("an alert is added, tried, changed and deleted", async () => {
  const page = await visit.open("/alerts");
  await page.getByText("No alert is set yet").waitFor();
  await page.getByLabel("Name").fill("patrols");
  await page.getByLabel("Tell when").selectOption("rung");
  await page.getByLabel("Webhook").fill("https://example.org/hook");
  await page.getByRole("button", { name: "Make one" }).click();
  await page.getByRole("button", { name: "Add the alert" }).click();
  await page.getByText("when joint operations is reached in any domain").waitFor();
  const [rule] = (await desk.watch.settings()).alerts;
  expect(rule).toMatchObject({ id: "patrols", dyad: ["CHN", "RUS"], when: { kind: "rung", rung: "joint operations" } });
  await page.getByRole("button", { name: "Send a test of patrols" }).click();
  await page.getByText("feed: sent").waitFor();
  await page.getByRole("button", { name: "Change patrols" }).click();
  await page.getByLabel("Tell when").selectOption("verdict");
  await page.locator(".rule-form").getByRole("button", { name: "Keep" }).click();
  await page.getByText("when the verdict changes").waitFor();
  await page.getByRole("button", { name: "Delete patrols" }).click();
  await page.getByText("No alert is set yet").waitFor();
  expect((await desk.watch.settings()).alerts).toEqual([]);
});

test("the digest and the mail server are kept, and the digest is previewed before it goes out", async () => {
  const page = await visit.open("/alerts");
  await page.getByLabel("Server", { exact: true }).fill("mail.example.org");
  await page.getByLabel("From", { exact: true }).fill("Entente <entente@example.org>");
  await page.getByLabel("Password", { exact: true }).fill("secret");
  await page.getByRole("button", { name: "Keep the mail server" }).click();
  await page.getByText("Password (empty: as it is kept)").waitFor();
  await page.getByRole("button", { name: "Add the pair" }).click();
  await page.getByLabel("To", { exact: true }).fill("reader@example.org");
  await page.getByRole("button", { name: "Keep the digest" }).click();
  await page.getByRole("button", { name: "Stop it" }).waitFor();
  expect((await desk.watch.settings()).digest).toMatchObject({ dyads: [["CHN", "RUS"]], to: ["reader@example.org"] });
  await page.getByRole("button", { name: "Show it" }).click();
  await eventually(() => page.locator(".digest-text").innerText()).toContain("What is new");
});

test("what the service refuses is said in its words", async () => {
  await desk.watch.save({
    days: 365,
    every: "0 * * * *",
    alerts: [{ id: "old", dyad: ["CHN", "RUS"], when: { kind: "verdict" }, to: [{ kind: "feed" }] }],
  });
  const page = await visit.open("/alerts");
  await page.route("**/api/watch", (route) =>
    route.request().method() === "PUT"
      ? route.fulfill({
          status: 400,
          json: { code: "usage", message: '"often" is no cron pattern.', remedy: "Mend it." },
        })
      : route.continue(),
  );
  await page.getByRole("button", { name: "Delete old" }).click();
  await page.getByRole("alert").getByText('"often" is no cron pattern.').waitFor();
  await page.getByText("when the verdict changes").waitFor();
  expect((await desk.watch.settings()).alerts).toHaveLength(1);
});
