import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { briefHtml } from "../../src/brief/index.ts";
import { exampleBrief, HOSTILE, hostileBrief } from "./outputs.ts";

const pageOf = (html: string): Document => parseHTML(html).document as unknown as Document;

test("every sentence leads to its evidence and back", () => {
  const brief = exampleBrief();
  const page = pageOf(briefHtml(brief));
  const references = [...page.querySelectorAll("sup a")];
  expect(references.length).toBeGreaterThan(1);
  for (const reference of references) expect(page.querySelector(reference.getAttribute("href") ?? "")).not.toBeNull();
  for (const back of page.querySelectorAll(".evidence .screen")) {
    expect(page.querySelector(back.getAttribute("href") ?? "")).not.toBeNull();
  }
});

test("the evidence list has the exact words, the document's hash and the link", () => {
  const brief = exampleBrief();
  const list = pageOf(briefHtml(brief)).querySelector(".evidence");
  for (const { evidence } of brief.sections.flatMap(({ statements }) => statements)) {
    for (const { words, source } of evidence) {
      expect(list?.textContent).toContain(words);
      expect(list?.textContent).toContain(source.document);
      expect(list?.innerHTML).toContain(`href="${source.url}"`);
    }
  }
});

test("the contents lead to every section", () => {
  const page = pageOf(briefHtml(exampleBrief()));
  const links = [...page.querySelectorAll("nav a")];
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(page.querySelector(link.getAttribute("href") ?? "")).not.toBeNull();
});

test("the page fetches nothing and has a print sheet", () => {
  const html = briefHtml(exampleBrief());
  expect(html).toContain("@media print");
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<(?:link|script|iframe)\b/);
});

describe("hostile words in a page", () => {
  test.each(HOSTILE)("are text: %s", (words) => {
    const html = briefHtml(hostileBrief(words));
    const page = pageOf(html);
    expect(page.querySelector("script, [onerror], [onload], main img")).toBeNull();
    expect(
      [...page.querySelectorAll("a")].filter((link) => /^javascript:/i.test(link.getAttribute("href") ?? "")),
    ).toEqual([]);
    expect(page.querySelector("h1")?.textContent?.trim()).toBe(words.trim());
  });
});
