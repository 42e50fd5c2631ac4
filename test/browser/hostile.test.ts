import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.start(new FakeDesk());
});
afterAll(() => visit[Symbol.asyncDispose]());

test.each(["/relations/CHN-RUS", "/incidents/i-engines-2021"])(
  "markup in words, titles and publishers stays text: %s",
  async (path) => {
    const page = await visit.open(path);
    await eventually(() => page.title()).not.toBe("stolen");
    await eventually(() => page.locator("main script, main img, main b").count()).toBe(0);
    await eventually(() => page.locator("main").textContent()).toContain("<b>The Script</b>");
    expect(visit.faults.splice(0)).toEqual([]);
  },
);

test("a document with script in it is shown with its script as words", async () => {
  const { evidence } = await new FakeDesk().incident("i-engines-2021");
  const page = await visit.open(`/documents/${evidence.source.document}`);
  await eventually(() => page.locator(".document-text").textContent()).toContain(
    '<script>document.title = "stolen"</script>',
  );
  await eventually(() => page.title()).toContain("Pasted");
  await eventually(() => page.locator("main script, main img").count()).toBe(0);
  expect(visit.faults.splice(0)).toEqual([]);
});

test("the original runs nothing", async () => {
  const { evidence } = await new FakeDesk().incident("i-engines-2021");
  const page = await (await visit.context()).newPage();
  await page.goto(`/api/documents/${evidence.source.document}/original`);
  await eventually(() => page.title()).not.toBe("stolen");
  expect(await page.evaluate(() => self.origin)).toBe("null");
});

test("hostile text is read without harm", async () => {
  const page = await visit.open("/read");
  const text = `China accused Russia. </textarea><img src=x onerror="document.title='stolen'"><svg onload=alert(1)>`;
  await page.getByLabel("A text, or the address of one").fill(text);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.locator(".document-text").waitFor();
  await eventually(() => page.locator(".document-text").textContent()).toBe(text);
  await eventually(() => page.title()).toBe("Read a text · Entente");
  expect(visit.faults.splice(0)).toEqual([]);
});

test("another site can neither read nor write the ledger", async () => {
  const context = await visit.context({ baseURL: undefined });
  await context.route("http://evil.example/", (route) => route.fulfill({ contentType: "text/html", body: "<p>evil" }));
  const page = await context.newPage();
  await page.goto("http://evil.example/");
  const tried = await page.evaluate(async (address) => {
    const attempt = (init?: RequestInit) =>
      fetch(`${address}/api/overview`, init).then(
        (response) => response.type,
        () => "refused",
      );
    const write = fetch(`${address}/api/add`, {
      method: "POST",
      mode: "no-cors",
      body: '{"kind":"text","text":"x"}',
    }).then(
      (response) => response.type,
      () => "refused",
    );
    return [await attempt(), await attempt({ mode: "no-cors" }), await write];
  }, visit.address);
  expect(tried[0]).toBe("refused");
  expect(tried[1]).toBe("refused");
  expect(["opaque", "refused"]).toContain(tried[2]);
  const { documents } = await (await fetch(`${visit.address}/api/overview`)).json();
  expect(documents).toBe((await new FakeDesk().overview()).documents);
});
