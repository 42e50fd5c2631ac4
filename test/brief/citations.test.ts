import { describe, expect, test } from "vitest";
import { bibtex, citationText, cslJson, ris } from "../../src/brief/index.ts";
import type { Brief } from "../../src/schema/index.ts";
import { exampleBrief, HOSTILE, hostileBrief } from "./outputs.ts";

const withTitle = (title: string): Brief => {
  const brief = exampleBrief();
  return { ...brief, sources: [{ ...brief.sources[0], title, original: "a".repeat(64) }] };
};

test("a source as BibTeX, RIS and CSL-JSON", async () => {
  const brief = withTitle("Fleets meet: 100 % of ships & crews");
  const text = `${bibtex(brief)}\n${ris(brief).replaceAll("\r", "")}\n${JSON.stringify(cslJson(brief), null, 2)}\n\n${citationText(brief.sources[0])}\n`;
  await expect(text).toMatchFileSnapshot("snapshots/citations.txt");
});

test("keys are unique and the same each time", () => {
  const keys = cslJson(exampleBrief()).map((item) => (item as { id: string }).id);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(cslJson(exampleBrief()).map((item) => (item as { id: string }).id));
});

describe("hostile titles in citations", () => {
  test.each([...HOSTILE, "a } b", "{{{", "ER  - \r\nTY  - BOOK"])("stay inside of their field: %j", (title) => {
    const brief = { ...hostileBrief(title), sources: hostileBrief(title).sources.slice(-1) };
    const bib = bibtex(brief);
    expect(bib.split("{").length).toBe(bib.split("}").length);
    expect(bib.match(/^@/gm)).toHaveLength(1);
    expect(ris(brief).match(/^TY {2}- /gm)).toHaveLength(1);
    expect(ris(brief).match(/^ER {2}- /gm)).toHaveLength(1);
    expect(bib).not.toContain("javascript:alert(1)//");
  });
});
