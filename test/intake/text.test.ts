import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentOfText } from "../../src/intake/index.ts";
import { Document } from "../../src/schema/index.ts";
import { allOf, folderWith } from "./folder.ts";

const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

test("a document's id comes from its text, its original's name from its bytes", () => {
  const { document, original } = documentOfText("Russia and China agreed.", { published: "2020-12-28", title: "" });
  expect(document).toEqual({
    id: `d${hash("Russia and China agreed.").slice(0, 24)}`,
    published: "2020-12-28",
    language: "en",
    text: "Russia and China agreed.",
    original: hash("Russia and China agreed."),
  });
  expect(hash(original)).toBe(document.original);
});

test("odd characters of a text file change no offset", async () => {
  const text = "“No\u00a0break”, soft\u00adhyphen … 𝕏 and\r\nCRLF, a tab\t, no final newline";
  const [taken] = await allOf({ kind: "path", path: `${folderWith({ "odd.txt": text })}/odd.txt` });
  expect(taken).toMatchObject({ document: { text, original: hash(text) } });
});

test("any text with words is kept as it is, and its document fits the schema", () => {
  const filled = fc.string({ unit: "grapheme" }).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(filled, (text) => {
      const { document } = documentOfText(text);
      expect(document.text).toBe(text);
      expect(Document.safeParse(document).success).toBe(true);
    }),
  );
});

test("halves of surrogate pairs become U+FFFD in place", () => {
  expect(documentOfText("a \ud800 b").document.text).toBe("a \ufffd b");
});

test.each(["", "  \n\t "])("a text without words is refused: %j", (text) => {
  expect(() => documentOfText(text)).toThrow(/holds no text/);
});

test.each(["yesterday", "2020-13-01", "2020-02-30", "0001-01-01", "9999-12-31", "20.12.2020"])(
  "%s is no date of publication",
  (published) => {
    expect(() => documentOfText("Words.", { published })).toThrow(/no date of publication/);
  },
);

test.each([
  ["2020-12-28", "2020-12-28"],
  ["2020-12-28T10:00:00+08:00", "2020-12-28T10:00:00+08:00"],
  ["2020-12-28 10:00", "2020-12-28T10:00"],
  ["Mon, 28 Dec 2020 10:00:00 GMT", "2020-12-28T10:00:00Z"],
  ["December 28, 2020", "2020-12-28"],
])("the date of publication %s is kept as %s", (published, kept) => {
  expect(documentOfText("Words.", { published }).document.published).toBe(kept);
});
