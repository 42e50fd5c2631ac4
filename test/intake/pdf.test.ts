import { expect, test } from "vitest";
import { allOf, folderWith, outcomesOf } from "./folder.ts";
import { pdfOf } from "./pdf-of.ts";

const COMMUNIQUE = pdfOf(
  [
    [
      "The two ministers met on Monday and",
      "discussed the coop-",
      "eration of their fleets.",
      "",
      "They will meet again.",
    ],
    ["A second page follows."],
  ],
  { info: "<< /Title (Joint communique) /Author (Press Office) /CreationDate (D:20010101) >>" },
);

test("a PDF's lines are put together to paragraphs, broken words to whole ones", async () => {
  const [taken] = await allOf({ kind: "path", path: folderWith({ "a.pdf": COMMUNIQUE }) });
  expect(taken).toMatchObject({
    document: {
      title: "Joint communique",
      author: "Press Office",
      text: "The two ministers met on Monday and discussed the cooperation of their fleets.\n\nThey will meet again.\n\nA second page follows.",
    },
  });
  expect(taken).not.toHaveProperty("document.published");
});

test("a PDF is known by its first bytes, whatever it is called", async () => {
  const folder = folderWith({ paper: COMMUNIQUE });
  expect(await outcomesOf({ kind: "path", path: `${folder}/paper` })).toEqual([expect.stringContaining("ministers")]);
});

const LOCKED = pdfOf([["Secret."]], {
  trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> >>`,
});

test.each<[string, Uint8Array, string]>([
  ["locked", LOCKED, "input.locked"],
  ["of pictures", pdfOf([[], []]), "input.pictures"],
  ["cut in the middle", COMMUNIQUE.subarray(0, 40), "input.damaged"],
  ["with 501 pages", pdfOf(Array.from({ length: 501 }, () => ["x"])), "input.toolarge"],
  ["with 5,000 pages", pdfOf(Array.from({ length: 5_000 }, () => ["x"])), "input.toolarge"],
])("a PDF %s", async (_name, bytes, code) => {
  expect(await outcomesOf({ kind: "path", path: folderWith({ "a.pdf": bytes }) })).toEqual([code]);
});
