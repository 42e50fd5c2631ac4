import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeDesk } from "../support/fake-desk.ts";
import { Visit } from "../support/pages.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.start(new FakeDesk());
});
afterAll(() => visit[Symbol.asyncDispose]());

const LIMIT = 250_000;

test.each(["/", "/relations/CHN-RUS", "/incidents/i-patrol-2020"])(
  "JavaScript for the first view stays under 250 kB compressed, all of it our own: %s",
  async (path) => {
    const page = await (await visit.context()).newPage();
    const scripts: Promise<Buffer>[] = [];
    const hosts = new Set<string>();
    page.on("response", (response) => {
      hosts.add(new URL(response.url()).origin);
      if (response.request().resourceType() === "script") scripts.push(response.body());
    });
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LIMIT);
    expect([...hosts]).toEqual([visit.address]);
  },
);
