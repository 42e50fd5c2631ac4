import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { briefPdf, type Paper } from "../../src/brief/index.ts";
import type { Brief } from "../../src/schema/index.ts";
import { exampleBrief, HOSTILE, hostileBrief } from "./outputs.ts";

const textOf = async (pdf: Uint8Array): Promise<string> =>
  (await extractText(new Uint8Array(pdf), { mergePages: true })).text.replace(/\s+/g, " ");

const named = (name: string): Brief => {
  const brief = exampleBrief();
  return { ...brief, imprint: { byline: name, organisation: "Citadel", marking: "Embargoed until dawn" } };
};

test("a PDF holds every sentence and the words it rests on", async () => {
  const brief = exampleBrief();
  const text = (await textOf(briefPdf(brief))).replace(/- ?/g, "").replace(/\s/g, "");
  for (const { statements } of brief.sections) {
    for (const { sentence, evidence } of statements) {
      expect(text).toContain(sentence.replace(/- ?/g, "").replace(/\s/g, ""));
      for (const { words } of evidence) expect(text).toContain(words.replace(/- ?/g, "").replace(/\s/g, ""));
    }
  }
});

test("the same brief gives the same bytes", () => {
  expect(Buffer.compare(briefPdf(exampleBrief()), briefPdf(exampleBrief()))).toBe(0);
});

test.each<[Paper, number, number]>([
  ["a4", 595, 842],
  ["letter", 612, 792],
])("pages are %s", async (paper, width, height) => {
  const pdf = await getDocumentProxy(new Uint8Array(briefPdf(exampleBrief(), paper)));
  const { width: w, height: h } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  expect([Math.round(w), Math.round(h)]).toEqual([width, height]);
});

test("a PDF is tagged and has a title, bookmarks and a language", async () => {
  const pdf = await getDocumentProxy(new Uint8Array(briefPdf(named("Ioreth"))));
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const { info } = (await pdf.getMetadata()) as unknown as {
    info: { Title: string; Author: string; Language: string };
  };
  expect(info).toMatchObject({ Title: "Arnor and Gondor, 2020", Author: "Ioreth" });
  expect(info.Language).toMatch(/^en/);
  expect((await pdf.getOutline()).map(({ title }) => title)).toContain("What happened");
});

test.each(["Сергей Шойгу", "习近平与魏凤和", "محمد بن سلمان", "Łukasz Nguyễn"])(
  "the name %s is set in a font of the package",
  async (name) => {
    const bytes = briefPdf(named(name));
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const shown = items
      .map((item) => ("str" in item ? item.str : ""))
      .join("")
      .normalize("NFKC");
    const letters = (text: string): string => [...text.replace(/[\s\u200e\u200f]/g, "")].sort().join("");
    for (const letter of letters(name)) expect(shown).toContain(letter);
  },
);

test("the marking and the organisation stand on every page", async () => {
  const { text } = await extractText(new Uint8Array(briefPdf(named("Ioreth"))));
  for (const page of text) expect(page).toContain("EMBARGOED UNTIL DAWN");
});

describe("hostile words in a PDF", () => {
  test.each(HOSTILE)("are shown as text: %s", async (words) => {
    const text = (await textOf(briefPdf(hostileBrief(words)))).replace(/\s/g, "");
    expect(text).toContain(words.replace(/\s/g, "").slice(0, 12));
  });
});

test("a logo that is no image is refused", () => {
  const logo = `data:image/png;base64,${Buffer.from("no image").toString("base64")}`;
  expect(() => briefPdf({ ...exampleBrief(), imprint: { logo } })).toThrow(/its bytes are no PNG, JPEG or SVG/);
});

test("an SVG logo with a script is refused, a plain one is set", () => {
  const svg = (inside: string): string =>
    `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${inside}</svg>`).toString("base64")}`;
  const plain = briefPdf({ ...exampleBrief(), imprint: { logo: svg('<rect width="20" height="20"/>') } });
  expect(plain.length).toBeGreaterThan(1000);
  expect(() => briefPdf({ ...exampleBrief(), imprint: { logo: svg("<script>1</script>") } })).toThrow(/holds script/);
});
