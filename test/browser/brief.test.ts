import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually, Visit } from "../support/pages.ts";

/** Each test edits under a name of its own. */
let name = "";
let tests = 0;
const queryOf = () => ({ a: "CHN", b: "RUS", from: "2020-01-01", to: "2020-12-31", name });
const path = (): string => `/relations/CHN-RUS/brief?from=2020-01-01&to=2020-12-31&name=${name}`;

let desk: FakeDesk;
let visit: Visit;
beforeAll(async () => {
  desk = new FakeDesk();
  visit = await Visit.start(desk);
});
beforeEach(() => {
  tests += 1;
  name = `test-${tests}`;
});
afterEach(() => {
  expect(visit.faults.splice(0)).toEqual([]);
});
afterAll(() => visit[Symbol.asyncDispose]());

const sentences = (page: Page) => page.locator(".sentence");
const openBrief = async (): Promise<Page> => {
  const page = await visit.open(path());
  await sentences(page).first().waitFor();
  return page;
};
const opened = () => desk.edits.open(queryOf());

test("a chosen sentence shows its exact words in the originals", async () => {
  const page = await openBrief();
  const { brief } = await opened();
  const statements = brief.sections.flatMap((section) => section.statements);
  const cited = statements.find(({ evidence }) => evidence.length > 0);
  await sentences(page).filter({ hasText: cited?.sentence }).first().click();
  const mark = page.locator(".evidence-panel mark").first();
  await eventually(() => mark.textContent()).toBe(cited?.evidence[0].words);
  await page.locator(".evidence-panel").getByRole("link", { name: "Open the document" }).first().click();
  await page.waitForURL("**/documents/*?at=*");
  await eventually(async () => (await page.locator(".document-text mark").allTextContents()).join("")).toBe(
    cited?.evidence[0].words,
  );
});

test("the words are in view, however far down their original they stand", async () => {
  const page = await visit.open(path(), { viewport: { width: 390, height: 844 } });
  const { brief } = await opened();
  const statements = brief.sections.flatMap((section) => section.statements);
  const deep = statements.toSorted((a, b) => (b.evidence[0]?.span[0] ?? 0) - (a.evidence[0]?.span[0] ?? 0))[0];
  const sentence = sentences(page).filter({ hasText: deep.sentence }).first();
  await sentence.click();
  const mark = page.locator(".evidence-panel mark").first();
  await mark.waitFor();
  await eventually(() =>
    mark.evaluate((one) => {
      const [own, box] = [one.getBoundingClientRect(), one.parentElement?.getBoundingClientRect()];
      return box !== undefined && own.top >= box.top && own.top < box.bottom;
    }),
  ).toBe(true);
  const panel = await page.locator(".evidence-panel").boundingBox();
  const chosen = await sentence.boundingBox();
  expect((chosen?.y ?? 0) + (chosen?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0);
  await page.getByRole("button", { name: "Close" }).click();
  await eventually(() => page.locator(".evidence-panel").isVisible()).toBe(false);
});

test("a brief of nothing says what is missing, one that is waited for says so, one that fails can be asked for again", async () => {
  const nothing = await visit.open("/relations/GBR-JPN/brief");
  await eventually(() => nothing.getByRole("alert").textContent()).toContain("The ledger holds nothing on");
  const context = await visit.context();
  const page = await context.newPage();
  let asked = 0;
  await page.route("**/edits/**", (route) => {
    asked += 1;
    const body = { code: "evidence.unresolved", message: "It does not resolve.", remedy: "Add the document again." };
    return asked === 1 ? route.fulfill({ status: 409, json: body }) : route.continue();
  });
  await page.goto(path());
  await page.getByText("It does not resolve.").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await sentences(page).first().waitFor();
});

test("a sentence is rewritten, noted, moved and dropped by keyboard alone, and each is undone", async () => {
  const page = await openBrief();
  const list = page
    .locator(".paper-column section")
    .filter({ has: page.locator(".statement + .statement") })
    .first();
  const texts = () =>
    list.locator(".sentence").evaluateAll((all) => all.map((one) => one.childNodes[0].textContent ?? ""));
  const [first, second] = await texts();
  await list.locator(".sentence").first().focus();
  await page.keyboard.press("Alt+ArrowDown");
  const chosen = () => eventually(() => page.evaluate(() => document.activeElement?.className)).toBe("sentence");
  await eventually(async () => (await texts()).slice(0, 2)).toEqual([second, first]);
  await chosen();
  await page.keyboard.press("Alt+ArrowUp");
  await eventually(async () => (await texts()).slice(0, 2)).toEqual([first, second]);
  await chosen();
  await page.keyboard.press("e");
  await page.getByLabel("The sentence").fill("In our judgment little has changed.");
  await page.keyboard.press("Control+Enter");
  await eventually(async () => (await texts())[0]).toContain("In our judgment little has changed.");
  await list.getByText("analyst’s own").waitFor();
  await page.keyboard.press("n");
  await page.getByLabel("A note on this sentence").fill("Ask the embassy.");
  await page.keyboard.press("Control+Enter");
  await list.getByText("Ask the embassy.").waitFor();
  const before = (await texts()).length;
  await page.keyboard.press("Delete");
  await eventually(async () => (await texts()).length).toBe(before - 1);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("u");
  await eventually(async () => (await texts()).slice(0, 2)).toEqual([first, second]);
  await eventually(async () => (await opened()).edits.edits).toEqual([]);
});

test("a section is moved by button and by key, keeps the focus, is told as moved, and is undone", async () => {
  const page = await openBrief();
  const headings = () => page.locator(".section-head :is(h2, h3)").allTextContents();
  const before = await headings();
  const down = page.getByRole("button", { name: `Move “${before[0]}” down` });
  await down.focus();
  await page.keyboard.press("Enter");
  await eventually(async () => (await headings())[0]).not.toBe(before[0]);
  await eventually(() => down.evaluate((button) => button === document.activeElement)).toBe(true);
  await eventually(() => page.getByText(new RegExp(`^${before[0]}: section \\d+ of \\d+$`)).count()).toBe(1);
  const { brief, edits } = await opened();
  expect(edits.edits.map(({ kind }) => kind)).toEqual(["sections"]);
  expect(brief.sections[0].heading).not.toBe(before[0]);
  const moved = page.locator("section", { has: page.getByRole("heading", { name: before[0], exact: true }) });
  const sentence = moved.locator(".sentence").first();
  await sentence.focus();
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await eventually(headings).toEqual(before);
  await eventually(() => sentence.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press("u");
  await eventually(async () => (await headings())[0]).not.toBe(before[0]);
  await page.keyboard.press("u");
  await eventually(headings).toEqual(before);
  await page.reload();
  await eventually(headings).toEqual(before);
});

test("an analyst's sentence rests on words that are selected in the original beside it", async () => {
  const page = await openBrief();
  const { brief } = await opened();
  const cited = brief.sections.flatMap((section) => section.statements).find(({ evidence }) => evidence.length > 0);
  await sentences(page).filter({ hasText: cited?.sentence }).first().click();
  await page.locator(".evidence-panel mark").first().waitFor();
  await page.getByRole("button", { name: "Rewrite" }).click();
  const outs = page.getByRole("button", { name: "Take out" });
  for (let left = await outs.count(); left > 0; left -= 1) await outs.first().click();
  await page.evaluate(() => {
    const node = document.querySelector(".excerpt mark")?.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, 12);
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  });
  await page.getByRole("button", { name: "Cite the selected words" }).first().click();
  await page.getByLabel("The sentence").fill("A sentence of mine.");
  await page.getByRole("button", { name: "Keep", exact: false }).first().click();
  await eventually(async () => (await opened()).edits.edits.at(-1)).toMatchObject({
    kind: "rewrite",
    sentence: "A sentence of mine.",
    evidence: [{ words: cited?.evidence[0].words.slice(0, 12).trim() }],
  });
});

test("words of an original are cited by the keyboard alone", async () => {
  const page = await openBrief();
  const { brief } = await opened();
  const cited = brief.sections.flatMap((section) => section.statements).find(({ evidence }) => evidence.length > 0);
  await sentences(page).filter({ hasText: cited?.sentence }).first().click();
  await page.locator(".evidence-panel mark").first().waitFor();
  await page.getByRole("button", { name: "Rewrite" }).click();
  const cites = await page.getByRole("button", { name: "Take out" }).count();
  await page.getByRole("button", { name: "Select words by key" }).first().press("Enter");
  const words = cited?.evidence[0].words.split(/\s+/) ?? [];
  await eventually(() => page.evaluate(() => document.getSelection()?.toString())).toBe(words[0]);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await eventually(() => page.getByRole("button", { name: "Take out" }).count()).toBe(cites + 1);
  await page.getByLabel("The sentence").fill("Cited by key.");
  await page.getByRole("button", { name: "Keep", exact: false }).first().click();
  await eventually(async () => (await opened()).edits.edits.at(-1)).toMatchObject({
    kind: "rewrite",
    sentence: "Cited by key.",
    evidence: expect.arrayContaining([expect.objectContaining({ words: words.slice(0, 3).join(" ") })]),
  });
});

test("versions are kept, opened as they were, and what differs is told", async () => {
  const page = await openBrief();
  await page.locator(".versions summary").click();
  await page.getByLabel("What it is").fill("as sent");
  await page.getByRole("button", { name: "Keep a version" }).click();
  await page.getByRole("link", { name: "Version 1" }).waitFor();
  await sentences(page).first().focus();
  await page.keyboard.press("e");
  await page.getByLabel("The sentence").fill("Another opening.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Differs from now" }).click();
  await eventually(() => page.locator(".differences ins").allInnerTexts()).toEqual(["Another opening."]);
  await page.getByRole("link", { name: "Version 1" }).click();
  await page.waitForURL("**&version=1");
  await page.getByText("It stays as it is.").waitFor();
  expect(await page.getByText("Another opening.").count()).toBe(0);
  expect(await page.getByRole("link", { name: "Save as PDF" }).getAttribute("href")).toContain("version=1");
  await page.getByRole("link", { name: "To the brief of now" }).click();
  await sentences(page).getByText("Another opening.").waitFor();
});

test("two windows over one brief: the second is told, and nothing is lost", async () => {
  const [one, two] = [await openBrief(), await openBrief()];
  await sentences(one).first().focus();
  await one.keyboard.press("Delete");
  await eventually(async () => (await opened()).revision).toBe(1);
  await sentences(two).nth(1).focus();
  await two.keyboard.press("Delete");
  await two.getByRole("alert").getByText("changed them meanwhile").waitFor();
  await two.getByRole("button", { name: "Open what is kept" }).click();
  await eventually(() => two.getByRole("alert").count()).toBe(0);
  expect((await opened()).edits.edits).toHaveLength(1);
});

test("an edit whose sentence is gone is shown, and taken back", async () => {
  await desk.edits.save(
    queryOf(),
    {
      schema: "entente.brief-edits/1",
      edits: [{ kind: "drop", statement: "incident.gone", was: "They met in secret." }],
    },
    0,
  );
  const page = await openBrief();
  await page.getByText("its sentence is not in the brief any more").waitFor();
  await page.getByText("They met in secret.").waitFor();
  await page.getByRole("button", { name: /^Take back/ }).click();
  await eventually(async () => (await opened()).edits.edits.length).toBe(0);
});

test("the imprint stands on the page and in what is saved", async () => {
  const page = await openBrief();
  await page.getByText("Title, byline, logo and marking").click();
  await page.getByLabel("Byline").fill("A. Analyst");
  await page.getByLabel("Marking on every page").fill("Embargoed until noon");
  await page.locator(".imprint").getByRole("button", { name: "Keep" }).click();
  await page.locator(".marking").getByText("Embargoed until noon").waitFor();
  const href = await page.getByRole("link", { name: "HTML" }).getAttribute("href");
  const html = await (await fetch(`${visit.address}${href}`)).text();
  expect(html).toContain("A. Analyst");
  expect(html).toContain("Embargoed until noon");
});

test("the mail is previewed before it is sent, and to whom is checked", async () => {
  await desk.watch.saveMail({ host: "mail.example.org", port: 587, secure: false, from: "e@example.org" });
  const page = await openBrief();
  await page.getByRole("button", { name: "Send by mail" }).click();
  const dialog = page.getByRole("dialog");
  const frame = dialog.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1 }).waitFor();
  const send = dialog.getByRole("button", { name: /^Send to/ });
  expect(await send.isDisabled()).toBe(true);
  await dialog.getByLabel("To", { exact: true }).fill("reader@example.org; Ioreth <ioreth@example.org>");
  expect(await send.innerText()).toBe("Send to 2");
  expect(desk.edits.mailed).toEqual([]);
  await send.click();
  await dialog.getByText("Sent to reader@example.org").waitFor();
  expect(desk.edits.mailed).toEqual(["reader@example.org", "Ioreth <ioreth@example.org>"]);
});

test("the brief is printed as its own page is, and edited under another name", async () => {
  const page = await openBrief();
  await page.evaluate(() => {
    new MutationObserver((changes) => {
      const frame = changes.flatMap(({ addedNodes }) => [...addedNodes]).find((node) => node.nodeName === "IFRAME");
      frame?.addEventListener(
        "load",
        () => {
          const { contentWindow } = frame as HTMLIFrameElement;
          if (!contentWindow) return;
          contentWindow.print = () => {
            document.documentElement.dataset.printed = contentWindow.document.title;
          };
        },
        { capture: true },
      );
    }).observe(document.body, { childList: true });
  });
  await page.getByRole("button", { name: "Print" }).click();
  await eventually(() => page.evaluate(() => document.documentElement.dataset.printed)).toBe(
    (await opened()).brief.title,
  );
  await page.getByText("Edits under other names").click();
  await page.getByLabel("Edit this brief under the name").fill("another");
  await page.locator(".names").getByRole("button", { name: "Open" }).click();
  await page.waitForURL("**&name=another");
  await sentences(page).first().waitFor();
});

test.each(["light", "dark"] as const)(
  "axe finds no serious fault while a sentence is written, in %s",
  async (colorScheme) => {
    await desk.edits.save(
      queryOf(),
      {
        schema: "entente.brief-edits/1",
        edits: [
          { kind: "drop", statement: "incident.gone", was: "They met in secret." },
          { kind: "add", section: "bottom-line", statement: "own.1", sentence: "Mine." },
        ],
      },
      0,
    );
    await desk.edits.keep(queryOf(), "as sent");
    const page = await visit.open(path(), { colorScheme });
    await page.locator(".versions summary").click();
    await page.getByRole("button", { name: "Differs from now" }).click();
    await page.locator(".imprint summary").click();
    await sentences(page).nth(1).click();
    await page.keyboard.press("e");
    await page.locator(".cite summary").click();
    await page.waitForLoadState("networkidle");
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await page.getByRole("button", { name: "Send by mail" }).click();
    await page.frameLocator("dialog iframe").locator("h1").waitFor();
    const { violations: more } = await new AxeBuilder({ page }).include("dialog").exclude("iframe").analyze();
    expect(more.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
  },
);

test("every format is saved from the page", async () => {
  const page = await openBrief();
  for (const name of ["HTML", "Markdown", "Mail file", "BibTeX", "RIS", "CSL-JSON", "Evidence list", "Data"]) {
    const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
    expect((await fetch(`${visit.address}${href}`)).status).toBe(200);
  }
});

test("a citation is copied as text", async () => {
  const page = await visit.open(path(), { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copy the citation" }).first().click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/document d\w+/);
});
