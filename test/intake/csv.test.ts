import { expect, test } from "vitest";
import { allOf, folderWith, outcomesOf } from "./folder.ts";

test("a table's rows are documents, by the names of its columns", async () => {
  const csv =
    '\ufeffid,Headline,Date,Source,Text\n1,"A ""visit""",2020-12-28,Herald,"Arnor met Gondor,\ntwice."\n2,,,,Rohan spoke.\n';
  const [first, second] = await allOf({ kind: "path", path: folderWith({ "a.csv": csv }) });
  expect(first).toMatchObject({
    document: { title: 'A "visit"', published: "2020-12-28", publisher: "Herald", text: "Arnor met Gondor,\ntwice." },
  });
  expect(second).toMatchObject({ document: { text: "Rohan spoke." } });
  expect(second).not.toHaveProperty("document.title");
});

test("rows that don't fit are refused with their line, the rest is taken", async () => {
  const csv =
    "date,text\n2020-01-01,One.\n2020-01-02,Two.,extra\n2020-01-03\nsoon,Four.\n0001-01-01,Five.\n2020-01-06,\n2020-01-07,Seven.\n";
  const folder = folderWith({ "a.csv": csv });
  expect(await outcomesOf({ kind: "path", path: folder })).toEqual([
    "One.",
    "table.row",
    "table.row",
    "input.date",
    "input.date",
    "input.empty",
    "Seven.",
  ]);
  const refused = (await allOf({ kind: "path", path: folder })).flatMap((each) =>
    "refused" in each ? each.refused : [],
  );
  expect(refused[0]).toMatchObject({
    input: `${folder}/a.csv:3`,
    error: { message: expect.stringContaining("Line 3 has 3 cells, not 2") },
  });
});

test.each([
  ["a,b\n1,2\n", "table.notext"],
  ['text\n"never closed', "table.malformed"],
  ["", "input.empty"],
])("a table that can't be used: %j", async (csv, code) => {
  expect(await outcomesOf({ kind: "path", path: folderWith({ "a.csv": csv }) })).toEqual([code]);
});
