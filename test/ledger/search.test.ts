import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { documentRow } from "../../src/ledger/append/rows.ts";
import type { FindQuery } from "../../src/ledger/index.ts";
import { marksIn, passageOf } from "../../src/ledger/search/marks.ts";
import { DuckDBSearch } from "../../src/ledger/search/search.ts";
import { termsOf } from "../../src/ledger/search/terms.ts";
import { wantedOf } from "../../src/ledger/search/words.ts";
import { insertSearched } from "../../src/ledger/search/write.ts";
import { Database } from "../../src/ledger/store/database.ts";
import { SearchHit } from "../../src/schema/index.ts";
import { emptyFolder, entryOf, ledgerWith } from "./entries.ts";

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

async function found(query: Partial<FindQuery>): Promise<number[]> {
  const ledger = await ledgerWith(entries);
  const { hits } = await ledger.search.find({ kind: "documents", words: "", ...query });
  for (const hit of hits) expect(SearchHit.parse(hit)).toEqual(hit);
  return hits.map((hit) =>
    hit.kind === "document" ? entries.findIndex((entry) => entry.document.id === hit.source.document) : -1,
  );
}

test.each<[string, number[]]>([
  ["bombers", [0, 2, 1]],
  ["Bomber ARNOR", [0, 1]],
  ["bombers horses", [2]],
  ["bombers unicorns", []],
  ['"flew over the river"', [0]],
  ['"over flew"', []],
  ["bombers -patrol", [2, 1]],
  ['bombers -"Gondor\'s grain"', [0, 2]],
  ['"one bomber', [1]],
  ["bombers AND patrol", []],
  ["-bombers", []],
  ["合作", [3]],
  ["muller elite sao", [4]],
  ["", []],
  ["…", []],
])("a search for %j", async (words, hits) => {
  expect(await found({ words })).toEqual(hits);
});

test("conditions narrow what is found", async () => {
  expect(await found({ words: "bombers", outlets: ["Herald"] })).toEqual([0, 2]);
  expect(await found({ words: "bombers", outlets: [] })).toEqual([]);
  expect(await found({ words: "bombers", from: "2020-02-01", to: "2020-12-31" })).toEqual([1]);
  expect(await found({ words: "bombers", dyad: ["GON", "ARN"] })).toEqual([1]);
  expect(await found({ words: "bombers", actor: "ROH" })).toEqual([2]);
  expect(await found({ words: "bombers", language: "ru" })).toEqual([]);
});

test("conditions alone find something too, the newest first", async () => {
  expect(await found({ outlets: ["Herald"] })).toEqual([2, 0]);
  expect(await found({ from: "2020-01-01", to: "2020-12-31" })).toEqual([1, 0]);
});

test("a page of hits knows how many there are, and of which kinds", async () => {
  const ledger = await ledgerWith(entries);
  const result = await ledger.search.find({ kind: "documents", words: "bombers", limit: 1, offset: 1 });
  expect(result).toMatchObject({ matches: 3, hits: [{ source: { document: entries[2].document.id } }] });
  const counts = result.facets.map(({ facet, value, count }) => `${facet} ${value} ${count}`);
  expect(counts.sort()).toEqual([
    "language en 3",
    "outlet Gondor Times 1",
    "outlet Herald 2",
    "year 2020 2",
    "year 2021 1",
  ]);
});

test("the score is BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009)", async () => {
  const ledger = await ledgerWith(entries);
  const [hit] = (await ledger.search.find({ kind: "documents", words: "horses" })).hits;
  const lengths = entries.map(({ document }) => termsOf(`${document.title ?? ""}\n${document.text}`).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const [times, length] = [2, 6];
  const rarity = Math.log(1 + (5 - 1 + 0.5) / (1 + 0.5));
  expect(lengths[2]).toBe(length);
  expect(hit.score).toBeCloseTo((rarity * times * 2.2) / (times + 1.2 * (0.25 + (0.75 * length) / mean)), 10);
});

test("the matching words are marked where they stand in the text", async () => {
  const ledger = await ledgerWith(entries);
  const { hits } = await ledger.search.find({ kind: "documents", words: "bomber patrol" });
  const { text } = entries[0].document;
  const [hit] = hits;
  if (hit.kind !== "document") throw new Error("no document was found");
  expect(hit.marks.map((span) => hit.words.slice(...span))).toEqual(["Bombers", "Bombers", "patrol"]);
  expect(hit.at.map((span) => text.slice(...span))).toEqual(["Bombers", "Bombers", "patrol"]);
});

const told = [
  entryOf({
    text: "Arnor and Gondor flew a joint patrol over the river. Arnor said the patrol would be repeated.",
    publisher: "Herald",
    published: "2020-03-02",
    events: [{ actors: ["Arnor", "Gondor"], on: "2020-03-01", evidence: [0, 51] }],
    quotes: [["Arnor", "the patrol would be repeated"]],
  }),
  entryOf({
    text: "Gondor and Arnor flew a joint patrol over the river on Sunday, said Rohan.",
    publisher: "Times",
    published: "2020-03-03",
    events: [{ actors: ["Gondor", "Arnor"], on: "2020-03-01", evidence: [0, 62] }],
    quotes: [["Rohan", "Gondor and Arnor flew a joint patrol"]],
  }),
  entryOf({
    text: "Mordor threatened Rohan with war over a patrol.",
    published: "2020-04-01",
    events: [{ type: "THREATEN", actors: ["Mordor"], recipients: ["Rohan"], on: "2020-04-01", status: "happened" }],
  }),
];

test("an incident is found once, however many of its reports fit", async () => {
  const ledger = await ledgerWith(told);
  const joint = await ledger.search.find({ kind: "incidents", words: '"joint patrol"' });
  expect(joint.matches).toBe(1);
  expect(joint.hits).toMatchObject([{ incident: { type: "COOPERATE", documents: 2 } }]);
  expect(joint.facets.find(({ facet, value }) => facet === "outlet" && value === "Times")?.count).toBe(1);
  const all = await ledger.search.find({ kind: "incidents", words: "patrol" });
  expect(all.matches).toBe(2);
  for (const part of [
    { type: "THREATEN" },
    { dyad: ["ROH", "MOR"] },
    { from: "2020-03-15" },
    { actor: "MOR" },
  ] as const) {
    const { hits } = await ledger.search.find({ kind: "incidents", words: "", ...part });
    expect(hits.map((hit) => hit.kind === "incident" && hit.incident.type)).toEqual(["THREATEN"]);
  }
});

test("a quotation is found by its words, its speaker, and the states that its document names", async () => {
  const ledger = await ledgerWith(told);
  const wordsOf = async (query: Partial<FindQuery>) => {
    const { hits } = await ledger.search.find({ kind: "quotations", words: "", ...query });
    return hits.map((hit) => hit.kind === "quotation" && hit.quotation.words);
  };
  const [first, second] = ["the patrol would be repeated", "Gondor and Arnor flew a joint patrol"];
  expect(await wordsOf({ words: "patrol" })).toEqual([first, second]);
  expect(await wordsOf({ words: "patrol", actor: "ROH" })).toEqual([second]);
  expect(await wordsOf({ dyad: ["ARN", "GON"] })).toEqual([first]);
  expect(await wordsOf({ words: "war" })).toEqual([]);
});

test("who speaks and who acts is counted, and what one of them did", async () => {
  const ledger = await ledgerWith(told);
  const tallies = [...(await ledger.search.actors({}))].map(({ actor, said, did }) => `${actor} ${said} ${did}`);
  expect(tallies.sort()).toEqual(["ARN 1 2", "GON 0 2", "MOR 0 1", "ROH 1 0"]);
  expect(await ledger.search.actor("ARN", {}, "ARN")).toMatchObject({
    documents: 2,
    said: 1,
    did: 1,
    months: [{ month: "2020-03", said: 1, did: 1 }],
    types: [{ value: "COOPERATE", said: 0, did: 1 }],
    counterparts: [{ country: "GON", incidents: 1 }],
    outlets: [{ outlet: "Herald", quotations: 1 }],
  });
  expect(await ledger.search.actor("ARN", { from: "2021-01-01" })).toMatchObject({ documents: 0, said: 0, did: 0 });
});

test("what a newer reading no longer holds is not found any more, and what it holds is", async () => {
  const [first] = told;
  const again = {
    ...first,
    reading: { ...first.reading, coder: { ...first.reading.coder, version: "2.0.0" }, quotations: [] },
  };
  const ledger = await ledgerWith(told, [again]);
  const { matches } = await ledger.search.find({ kind: "quotations", words: "patrol" });
  expect(matches).toBe(1);
  const documents = await ledger.search.find({ kind: "documents", words: "river", type: "COOPERATE" });
  expect(documents.matches).toBe(2);
  expect(documents.facets.find(({ facet }) => facet === "type")?.count).toBe(2);
});

test("sorted runs and what came last are searched alike", async () => {
  const folder = emptyFolder();
  const database = await Database.open(join(folder, "ledger.duckdb"));
  onTestFinished(() => database.close());
  await database.createTables();
  const fresh = entries.map((entry, at) => ({ ...entry, seq: at + 1, isNew: true }));
  const documents = fresh.map(({ document, seq }) => documentRow(document, seq, "f", "2020-01-01"));
  await database.transaction((writer) => writer.insert("documents", documents));
  for (const entry of fresh) await database.transaction((writer) => insertSearched(writer, [entry], 40));
  const [{ sorted, recent }] = await database.read<{ sorted: number; recent: number }>(
    "SELECT (SELECT count(*) FROM postings)::INTEGER AS sorted, (SELECT count(*) FROM postings_recent)::INTEGER AS recent",
  );
  expect(sorted).toBeGreaterThan(0);
  expect(recent).toBeGreaterThan(0);
  const { hits } = await new DuckDBSearch(database).find({ kind: "documents", words: "bombers" });
  expect(hits.map((hit) => hit.kind === "document" && hit.source.document)).toEqual(
    [0, 2, 1].map((at) => entries[at].document.id),
  );
});

test.each([
  ["joint patrol", { terms: ["joint", "patrol"], phrases: [], excluded: [] }],
  ['"joint patrol" sea', { terms: ["joint", "patrol", "sea"], phrases: [["joint", "patrol"]], excluded: [] }],
  ["sea -naval -“war games”", { terms: ["sea"], phrases: [], excluded: [["naval"], ["war", "game"]] }],
  ["Tu-95", { terms: ["tu", "95"], phrases: [["tu", "95"]], excluded: [] }],
  ['a OR b "', { terms: ["a", "or", "b"], phrases: [], excluded: [] }],
  ["- -- … (", { terms: [], phrases: [], excluded: [] }],
])("the words of the search %j", (words, wanted) => {
  expect(wantedOf(words)).toEqual({ ...wanted, ignored: [] });
});

test("any words are understood somehow", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", " ", '"', "-", "“", "”", "合", "(", "'") }), (words) => {
      const { terms, phrases } = wantedOf(words);
      for (const phrase of phrases) expect(phrase.length).toBeGreaterThan(1);
      expect(new Set(terms).size).toBe(terms.length);
    }),
  );
});

test("a passage lies in the text, and its marks in the passage", () => {
  const word = fc.constantFrom("bomber", "patrol", "of", "river,", "grain.", "合作", "\n");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const text = words.join(" ");
      const { span, marks } = passageOf(text, marksIn(text, { terms: ["bomber", "合作"], phrases: [] }));
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
