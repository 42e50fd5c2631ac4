import { expect, test } from "vitest";
import { allOf, folderWith, outcomesOf } from "./folder.ts";

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");

test("front matter gives the facts, the body behind it is the text", async () => {
  const folder = folderWith({
    "call.md":
      "---\ntitle: A call\npublisher: Kremlin\npublished: 2020-12-28\nlanguage: en\nurl: https://example.org/a\nauthor: Press Office\nbased_on: x\n---\n\nThe presidents spoke.\n\nTwice.\n",
  });
  const [taken] = await allOf({ kind: "path", path: folder });
  expect(taken).toMatchObject({
    document: {
      title: "A call",
      publisher: "Kremlin",
      published: "2020-12-28",
      language: "en",
      url: "https://example.org/a",
      author: "Press Office",
      text: "The presidents spoke.\n\nTwice.\n",
    },
  });
});

test("front matter and lines of JSON give the facts under the names that others use", async () => {
  const folder = folderWith({
    "a.md":
      "---\nTitle: A call\ndate: 2020-12-28\nsource: Kremlin\nlink: https://example.org/a\n---\nThe presidents spoke.\n",
    "b.jsonl": '{"headline":"A visit","date":"2020-12-29","source":"TASS","body":"He came to Minsk."}\n',
    "d.jsonl": '{"html":"<p>She came.</p>","content":"Not this."}\n',
    "c.jsonl":
      '{"text":"He left.","source":{"name":"TASS"},"date":null,"published":"2020-12-30","pubDate":"2019-01-01"}\n',
  });
  expect(await allOf({ kind: "path", path: folder })).toMatchObject([
    { document: { title: "A call", published: "2020-12-28", publisher: "Kremlin", url: "https://example.org/a" } },
    { document: { title: "A visit", published: "2020-12-29", publisher: "TASS", text: "He came to Minsk." } },
    { document: { text: "He left.", published: "2020-12-30" } },
    { document: { text: "She came." } },
  ]);
});

test("Markdown without front matter is its own text, its first heading the title", async () => {
  const folder = folderWith({ "plain.md": "# A visit\n\nHe came to Minsk.\n" });
  expect(await allOf({ kind: "path", path: folder })).toMatchObject([
    { document: { title: "A visit", text: "# A visit\n\nHe came to Minsk.\n" } },
  ]);
});

test.each([
  ["---\ntitle: [a\n---\n\nBody.\n", "input.frontmatter"],
  ["---\ntitle:\n  - a\n---\n\nBody.\n", "input.frontmatter"],
  ["---\ndate: 26 of spring\n---\n\nBody.\n", "input.date"],
  ["---\n- title\n---\n\nBody.\n", "input.frontmatter"],
  ["---\npublished: someday\n---\n\nBody.\n", "input.date"],
  ["---\ntitle: Nothing follows\n---\n\n", "input.empty"],
])("front matter that can't be used: %j", async (content, code) => {
  expect(await outcomesOf({ kind: "path", path: folderWith({ "a.md": content }) })).toEqual([code]);
});

test("UTF-16 with its mark, and a UTF-8 mark, are read, and are no part of the text", async () => {
  const folder = folderWith({ "a.txt": utf16("Пекин и Москва"), "b.txt": "\ufeffBeijing and Moscow" });
  expect(await outcomesOf({ kind: "path", path: folder })).toEqual(["Пекин и Москва", "Beijing and Moscow"]);
});

test("a folder is read through in the order of its names, each failure beside the rest", async () => {
  const folder = folderWith({
    "b/one.txt": "One.",
    "a.txt": "Two.",
    "b/.hidden.txt": "Never.",
    "b/README.md": "About this folder.",
    "c.html": "<p>Three.</p>",
    "d.txt": "",
    "e.txt": Uint8Array.of(0xff, 0x41, 0x42, 0x80),
    "f.txt": Uint8Array.of(0x41, 0x00, 0x42),
    "g.txt": "PK\x03\x04rest",
    "h.ndjson": '{"text":"Four."}\n{broken\n\n{"id":"x"}\n{"html":"<p>Five.</p>"}',
    "picture.png": "no format of ours",
  });
  expect(await outcomesOf({ kind: "path", path: folder })).toEqual([
    "Two.",
    "One.",
    "Three.",
    "input.empty",
    "input.encoding",
    "input.binary",
    "input.binary",
    "Four.",
    "line.json",
    "line.shape",
    "Five.",
  ]);
});

test("what fails is named by file and line", async () => {
  const folder = folderWith({ "h.ndjson": '{"text":"Four."}\n{broken\n' });
  const [, failed] = await allOf({ kind: "path", path: folder });
  expect(failed).toMatchObject({
    refused: {
      input: `${folder}/h.ndjson:2`,
      error: { code: "line.json", message: expect.stringMatching(/^Line 2 /) },
    },
  });
});

test("missing paths and folders with nothing readable are refused", async () => {
  const folder = folderWith({ "picture.png": "x", "sub/film.mp4": "y" });
  expect(await outcomesOf({ kind: "path", path: folder })).toEqual(["input.nothing"]);
  expect(await outcomesOf({ kind: "path", path: `${folder}/gone.txt` })).toEqual(["input.missing"]);
});

test("a file of an unknown kind is read by what is in it", async () => {
  const folder = folderWith({ page: "<!doctype html><p>A page.</p>", notes: "Plain notes.", zip: "PK\x03\x04rest" });
  expect(await outcomesOf({ kind: "path", path: `${folder}/page` })).toEqual(["A page."]);
  expect(await outcomesOf({ kind: "path", path: `${folder}/notes` })).toEqual(["Plain notes."]);
  expect(await outcomesOf({ kind: "path", path: `${folder}/zip` })).toEqual(["input.binary"]);
});

test("a single line of 20 MB is refused, in a text file and in NDJSON, and the lines behind it are read", async () => {
  const long = "a ".repeat(10_000_000);
  const folder = folderWith({ "a.txt": long, "b.ndjson": `{"text":"${long}"}\n{"text":"After."}\n` });
  const taken = await allOf({ kind: "path", path: folder });
  expect(taken).toMatchObject([
    { refused: { error: { code: "input.toolarge", message: expect.stringContaining("above the limit of 10.0 MB") } } },
    { refused: { input: `${folder}/b.ndjson:1`, error: { code: "input.toolarge" } } },
    { document: { text: "After." } },
  ]);
});
