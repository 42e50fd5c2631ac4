import fc from "fast-check";
import { expect, test } from "vitest";
import { passageOf } from "../../src/ledger/search/marks.ts";
import { termsOf } from "../../src/ledger/search/terms.ts";
import { SearchResult } from "../../src/schema/index.ts";
import { entryOf, ledgerWith } from "./entries.ts";

const entries = [
  entryOf({
    text: "Bombers of Arnor flew over the river. Bombers again: the patrol lasted five hours.",
    title: "A patrol",
    publisher: "Herald",
    published: "2020-01-10",
  }),
  entryOf({
    text: "Gondor's grain trade grew. Nobody spoke of the one bomber that Arnor had sold, and the harvest was long and good, they said, and the mills were busy.",
    publisher: "Gondor Times",
    published: "2020-02-10",
  }),
  entryOf({ text: "Rohan sold horses.", title: "Bombers and horses", publisher: "Herald", published: "2021-01-01" }),
  entryOf({ text: "双方同意加强合作。", publisher: "Xinhua" }),
  entryOf({ text: "Müller met the naïve élite in São Paulo." }),
];

async function found(query: Parameters<Awaited<ReturnType<typeof ledgerWith>>["search"]>[0]): Promise<number[]> {
  const ledger = await ledgerWith(entries);
  const result = await ledger.search(query);
  expect(SearchResult.parse(result)).toEqual(result);
  return result.hits.map((hit) => entries.findIndex((entry) => entry.document.id === hit.source.document));
}

test.each<[string, number[]]>([
  ["bombers", [0, 2, 1]],
  ["Bomber ARNOR", [0, 1]],
  ["bombers horses", [2]],
  ["bombers unicorns", []],
  ["合作", [3]],
  ["muller elite sao", [4]],
  ["", []],
  ["…", []],
])("a search for %j", async (words, hits) => {
  expect(await found({ words })).toEqual(hits);
});

test("conditions narrow what is found", async () => {
  expect(await found({ words: "bombers", publisher: "herald" })).toEqual([0, 2]);
  expect(await found({ words: "bombers", from: "2020-02-01", to: "2020-12-31" })).toEqual([1]);
  expect(await found({ words: "bombers", states: ["ARN", "GON"] })).toEqual([1]);
  expect(await found({ words: "bombers", language: "ru" })).toEqual([]);
});

test("a page of hits knows how many there are", async () => {
  const ledger = await ledgerWith(entries);
  const result = await ledger.search({ words: "bombers", limit: 1, offset: 1 });
  expect(result).toMatchObject({ matches: 3, hits: [{ source: { document: entries[2].document.id } }] });
});

test("the score is BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009)", async () => {
  const ledger = await ledgerWith(entries);
  const [hit] = (await ledger.search({ words: "horses" })).hits;
  const lengths = entries.map(({ document }) => termsOf(`${document.title ?? ""}\n${document.text}`).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const [times, length] = [2, 6];
  const rarity = Math.log(1 + (5 - 1 + 0.5) / (1 + 0.5));
  expect(lengths[2]).toBe(length);
  expect(hit.score).toBeCloseTo((rarity * times * 2.2) / (times + 1.2 * (0.25 + (0.75 * length) / mean)), 10);
});

test("the matching words are marked where they stand in the text", async () => {
  const ledger = await ledgerWith(entries);
  const { hits } = await ledger.search({ words: "bomber patrol" });
  const { text } = entries[0].document;
  expect(hits[0].marks.map((span) => text.slice(...span))).toEqual(["Bombers", "Bombers", "patrol"]);
  expect(hits[0].words).toBe(text.slice(...hits[0].span));
});

test("a passage lies in the text, and its marks in the passage", () => {
  const word = fc.constantFrom("bomber", "patrol", "of", "river,", "grain.", "合作", "\n");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const text = words.join(" ");
      const { span, marks } = passageOf(text, new Set(["bomber", "合作"]));
      expect(span[0]).toBeLessThanOrEqual(span[1]);
      expect(span[1]).toBeLessThanOrEqual(text.length);
      for (const [from, to] of marks) expect(from >= span[0] && to <= span[1]).toBe(true);
      if (words.includes("bomber")) expect(marks.length).toBeGreaterThan(0);
    }),
  );
});

test.each([
  ["Ministries' aircraft passes", "ministry aircraft passe"],
  ["the U.S. and China's bus", "the u s and china s bus"],
  ["Tu-95s", "tu 95s"],
  ["合作协议 x", "合作 作协 协议 x"],
])("the terms of %j", (text, terms) => {
  expect(
    termsOf(text)
      .map(({ term }) => term)
      .join(" "),
  ).toBe(terms);
});
