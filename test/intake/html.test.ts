import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentOfHtml } from "../../src/intake/index.ts";
import { allOf } from "./folder.ts";

const page = (name: string): Buffer => readFileSync(new URL(`./pages/${name}.page`, import.meta.url));

test.each(["news", "broken", "fragment"])("the document of %s", async (name) => {
  const { document } = documentOfHtml(page(name));
  const { text, id: _id, original: _original, ...facts } = document;
  const lines = Object.entries(facts).map(([field, value]) => `${field}: ${value}`);
  await expect(`${lines.sort().join("\n")}\n---\n${text}\n`).toMatchFileSnapshot(`snapshots/${name}.txt`);
});

test("the original is the bytes as they came", () => {
  const bytes = page("news");
  expect(Buffer.from(documentOfHtml(bytes).original).equals(bytes)).toBe(true);
});

test("facts that are given override what the page says", () => {
  const { document } = documentOfHtml(page("news"), { published: "2020-12-23", url: "https://other.example/" });
  expect(document).toMatchObject({ published: "2020-12-23", url: "https://other.example/", publisher: "Example News" });
});

test("a page is decoded by the encoding it declares", () => {
  const russian = Buffer.concat([
    Buffer.from(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>',
    ),
    Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]),
    Buffer.from("</p></body></html>"),
  ]);
  expect(documentOfHtml(russian).document.text).toBe("Москва");
});

test.each([
  [
    '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"H","datePublished":"2021-03-22T10:00:00Z","author":[{"name":"A"},{"name":"B"}],"publisher":{"name":"P"}}]}</script>',
    { title: "H", published: "2021-03-22T10:00:00Z", author: "A, B", publisher: "P" },
  ],
  [
    '<script type="application/ld+json">{broken</script><meta name="date" content="2021-03-22">',
    { published: "2021-03-22" },
  ],
  [
    '<meta property="article:published_time" content="soon"><meta name="pubdate" content="March 22, 2021">',
    { published: "2021-03-22" },
  ],
])("what a head says: %s", (head, facts) => {
  expect(documentOfHtml(`<html><head>${head}</head><body><p>Words.</p></body></html>`).document).toMatchObject(facts);
});

test("a time element dates a page that says nothing else", () => {
  const html = '<html><body><time datetime="2019-07-23">Tuesday</time><p>Words.</p></body></html>';
  expect(documentOfHtml(html).document.published).toBe("2019-07-23");
});

test.each(["", "<html></html>", "<html><body><script>1</script><img src=x></body></html>"])(
  "a page without words is refused: %j",
  (html) => {
    expect(() => documentOfHtml(html)).toThrow(expect.objectContaining({ code: "input.empty" }));
  },
);

test("nesting without end gives an answer, not a crash", async () => {
  const html = `${"<div>".repeat(20_000)}The end.`;
  const [outcome] = await allOf({ kind: "html", html });
  expect("refused" in outcome ? outcome.refused.error.code : outcome.document.text).toMatch(/^The end\.$|^input\./);
});
