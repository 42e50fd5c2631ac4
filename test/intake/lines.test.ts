import fc from "fast-check";
import { expect, test } from "vitest";
import { documentOfLine, type LineOutcome, readLines } from "../../src/intake/index.ts";
import { collect } from "./folder.ts";

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const read = (content: string | Uint8Array, size = 7): Promise<LineOutcome[]> =>
  collect(readLines(chunksOf(Buffer.from(content), size)));

test("lines come out in order, whatever the pieces they came in", async () => {
  const line = fc.record({ text: fc.string({ unit: "grapheme", minLength: 1 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 50 }), async (lines, size) => {
      const outcomes = await read(lines.map((each) => `${JSON.stringify(each)}\n`).join(""), size);
      expect(outcomes).toEqual(lines.map((value, index) => ({ line: index + 1, value })));
    }),
  );
});

test("a broken line keeps its number and its id, the rest is read", async () => {
  const outcomes = await read('{"text":"a"}\r\n\n{"id":"k","text":1}\n{"text":"b","html":"c"}\n[]\n{"text":"d"}');
  expect(
    outcomes.map((each) => ("error" in each ? [each.line, each.id, each.error.code] : [each.line, each.value.text])),
  ).toEqual([
    [1, "a"],
    [3, "k", "line.shape"],
    [4, undefined, "line.shape"],
    [5, undefined, "line.shape"],
    [6, "d"],
  ]);
});

test("a line that is no UTF-8 is refused as such", async () => {
  const bytes = Buffer.concat([Buffer.from('{"text":"a'), Buffer.of(0xff), Buffer.from('"}\n{"text":"b"}\n')]);
  expect(await read(bytes)).toMatchObject([{ line: 1, error: { code: "input.encoding" } }, { line: 2 }]);
});

test("an answer comes before the stream ends", async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield Buffer.from('{"text":"again"}\n');
  }
  const lines = readLines(endless());
  expect((await lines.next()).value).toMatchObject({ line: 1 });
  expect((await lines.return(undefined)).done).toBe(true);
});

test("a line's fields are the document's facts", () => {
  const { document } = documentOfLine({ id: "x", text: "Words.", title: "T", publisher: "P", published: "2020-01-02" });
  expect(document).toMatchObject({ title: "T", publisher: "P", published: "2020-01-02", text: "Words." });
  expect(document.id).toMatch(/^d/);
});

test.each([
  [{ text: " " }, "input.empty"],
  [{ html: "<p></p>" }, "input.empty"],
  [{ text: "Words.", published: "soon" }, "line.shape"],
])("a line that holds no document: %j", (line, code) => {
  expect(() => documentOfLine(line, 4)).toThrow(expect.objectContaining({ code }));
});
