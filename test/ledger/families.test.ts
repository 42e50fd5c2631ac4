import fc from "fast-check";
import { expect, test } from "vitest";
import { bandsOf, isNearCopy, shinglesOf } from "../../src/ledger/families/minhash.ts";
import { entryOf, ledgerWith } from "./entries.ts";

const STORY = `Arnor and Gondor flew a joint patrol over the Anduin on Tuesday, the two ministries of war said in a joint
statement. Four bombers and two scouts took part, and the flight lasted five hours in all. The chief of the northern air
fleet called it a routine part of the plan for the year and said that it was aimed at nobody. Rohan, which borders on the
river, sent up fighters of its own and asked both sides for an account. Envoys of the three are to meet in spring.`;
const CUT = `${STORY.slice(0, STORY.indexOf(" Envoys"))} (Agency)`;
const OTHER = `Rohan's horse fair opened in the capital with more visitors than in any year before. Traders from Arnor and
Gondor had come with saddles and grain, and the king walked through the rows for an hour. Prices rose by a tenth against
last spring, breeders said, because the winter had been mild and the foals were many and strong this time.`;

const event = { actors: ["Arnor", "Gondor"], on: "2020-12-22" };
const original = entryOf({ text: STORY, publisher: "Agency", published: "2020-12-22", events: [event] });
const copy = entryOf({ text: CUT, publisher: "Herald", published: "2020-12-23", events: [event] });
const rival = entryOf({
  text: "The patrol of Arnor and Gondor over the river was no surprise in Rohan, where radars had seen it coming.",
  publisher: "Rohan Post",
  published: "2020-12-22",
  events: [event],
});

test("a copy cut at the end is a near copy, another story is none", () => {
  expect(isNearCopy(shinglesOf(STORY), shinglesOf(CUT))).toBe(true);
  expect(isNearCopy(shinglesOf(STORY), shinglesOf(OTHER))).toBe(false);
});

test("texts of a few words are never near copies", () => {
  expect(shinglesOf("Arnor and Gondor met.").size).toBe(0);
  expect(isNearCopy(shinglesOf("Arnor and Gondor met."), shinglesOf("Arnor and Gondor met."))).toBe(false);
});

test("MinHash: near copies share a band, whichever word of theirs was changed", () => {
  const words = STORY.split(/\s+/);
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.string({ minLength: 4, maxLength: 8 }), (at, word) => {
      const changed = words.with(at, word).join(" ");
      const keys = new Set(bandsOf(shinglesOf(STORY)));
      expect(bandsOf(shinglesOf(changed)).some((key) => keys.has(key))).toBe(true);
      expect(isNearCopy(shinglesOf(STORY), shinglesOf(changed))).toBe(true);
    }),
  );
});

test("ten copies of one story are one source", async () => {
  const copies = Array.from({ length: 9 }, (_, index) =>
    entryOf({ text: `${CUT} ${index}`, publisher: `Paper ${index}`, published: "2020-12-23", events: [event] }),
  );
  const ledger = await ledgerWith([original], copies, [rival]);
  expect(await ledger.incidents()).toMatchObject([{ documents: 11, publishers: 11, families: 2 }]);
  const stored = await ledger.document(original.document.id);
  expect(stored.relatives.map((each) => each.id)).toEqual(copies.map((each) => each.document.id));
  expect((await ledger.document(copies[3].document.id)).family).toBe(stored.family);
  expect((await ledger.document(rival.document.id)).relatives).toEqual([]);
});

test("a text that links two families makes them one, and incidents count anew", async () => {
  const [head, tail] = [STORY.slice(0, STORY.indexOf(" The chief")), STORY.slice(STORY.indexOf("The chief"))];
  const first = entryOf({ text: `${head} Arnor, Gondor.`, events: [event] });
  const second = entryOf({ text: `Arnor and Gondor: ${tail}`, events: [event] });
  const ledger = await ledgerWith([first, second]);
  expect(await ledger.incidents()).toMatchObject([{ documents: 2, families: 2 }]);
  await ledger.append([entryOf({ text: STORY })]);
  expect(await ledger.incidents()).toMatchObject([{ documents: 2, families: 1 }]);
  expect((await ledger.document(second.document.id)).relatives).toHaveLength(2);
});

test("the same text from elsewhere is one document with two publications", async () => {
  const elsewhere = entryOf({ text: STORY, publisher: "Herald", url: "https://herald.example/1", events: [event] });
  const ledger = await ledgerWith([original], [elsewhere, copy], [elsewhere, original]);
  expect(await ledger.counts()).toMatchObject({ documents: 2 });
  const { copies } = await ledger.document(original.document.id);
  expect(copies).toEqual([
    { url: "https://herald.example/1", publisher: "Herald", original: original.document.original },
  ]);
});

test("an edited article is another document that knows its former text", async () => {
  const url = "https://herald.example/patrol";
  const first = entryOf({ text: STORY, url, events: [event] });
  const edited = entryOf({ text: STORY.replace("five hours", "six hours"), url, events: [event] });
  const ledger = await ledgerWith([first], [edited]);
  const stored = await ledger.document(edited.document.id);
  expect(stored.revisions.map((each) => each.id)).toEqual([first.document.id]);
  expect(stored.relatives.map((each) => each.id)).toEqual([first.document.id]);
  expect(await ledger.incidents()).toMatchObject([{ documents: 2, families: 1 }]);
});
