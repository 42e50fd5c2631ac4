import { rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hitsCsv, resultText } from "../../src/cli/search-text.ts";
import type { SearchResult } from "../../src/schema/index.ts";
import { emptyFolder, entente } from "./command.ts";

const RESULT: SearchResult = {
  kind: "documents",
  matches: 41,
  ignored: ["thirteenth"],
  facets: [],
  approximate: false,
  hits: [
    {
      kind: "document",
      score: 2.5,
      source: { document: "d1", publisher: "Herald, the", published: "2020-01-10", title: "A patrol" },
      words: "They flew a\njoint patrol.",
      marks: [[12, 24]],
      at: [[112, 124]],
    },
  ],
};

test("results are told with the matching words in brackets and where one stands in the list", () => {
  expect(resultText(RESULT, { offset: 20 })).toBe(
    "41 documents, 21 to 21\nToo many words; not looked for: thirteenth\n\n 21  2020-01-10 · Herald, the · A patrol · d1\n     They flew a [joint patrol].\n",
  );
});

test("results as CSV quote what needs it", () => {
  expect(hitsCsv(RESULT)).toBe(
    'kind,id,date,publisher,title,words,score\ndocument,d1,2020-01-10,"Herald, the",A patrol,"They flew a\njoint patrol.",2.5\n',
  );
});

test("the command finds what was added, and refuses what it can't understand", async () => {
  const data = await emptyFolder();
  const text = "Russian and Chinese bombers flew a joint patrol over the Sea of Japan on Tuesday.";
  const file = join(data, "..", `${basename(data)}.md`);
  await writeFile(file, `---\npublished: 2020-12-23\n---\n${text}\n`);
  onTestFinished(() => rm(file));
  await entente(["add", file, "--data", data]);
  const found = await entente(["search", '"joint patrol" -oil', "--data", data, "--json"]);
  expect(found.stderr).toBe("");
  expect(JSON.parse(found.stdout)).toMatchObject({ matches: 1, hits: [{ kind: "document" }] });
  expect((await entente(["search", "x", "--kind", "songs", "--data", data])).code).toBe(2);
});
