import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { clusterReports, incidentId } from "../../src/ledger/incidents/cluster.ts";
import { keysOf } from "../../src/ledger/incidents/keys.ts";
import { Neighbourhood } from "../../src/ledger/incidents/neighbourhood.ts";
import { distance } from "../../src/ledger/incidents/places.ts";
import { comparable } from "../../src/ledger/incidents/similarity.ts";
import { mediaOf, subjectsOf } from "../../src/ledger/incidents/subjects.ts";
import type { Telling } from "../../src/ledger/incidents/telling.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, entryOf, ledgerWith, rowsOf } from "./entries.ts";

let count = 0;
function telling(given: Partial<Telling> & { day?: number; said?: string }): Telling {
  const { day, said = "", ...rest } = given;
  const words = new Set(said.split(" ").filter(Boolean));
  count += 1;
  return {
    document: `d${count}`,
    report: "r",
    seq: count,
    type: "COOPERATE",
    tense: "happened",
    states: [...(rest.actors ?? ["ARN", "GON"]), ...(rest.recipients ?? [])].sort(),
    actors: ["ARN", "GON"],
    recipients: [],
    ...(day === undefined ? {} : { from: day, to: day }),
    dated: day !== undefined,
    persons: [],
    words,
    clause: words,
    subjects: subjectsOf(words),
    media: mediaOf(words),
    ordinals: new Set(),
    names: new Set(),
    refers: new Set(),
    things: new Set(),
    start: 100 * count,
    stop: 100 * count + 50,
    ...rest,
  };
}

const sizes = (tellings: readonly Telling[]): number[] =>
  clusterReports(tellings)
    .map((cluster) => cluster.members.length)
    .sort((one, other) => other - one);

const DIRECTED = { actors: ["ARN"], recipients: ["GON"] };

const MINAS = { name: "Minas Tirith", lat: 40, lon: 10, resolution: "city" as const };
const OSGILIATH = { name: "Osgiliath", lat: 44, lon: 16, resolution: "city" as const };

test.each<[string, Telling[], number[]]>([
  ["the same day, type and states", [telling({ day: 10 }), telling({ day: 10 })], [2]],
  [
    "a day apart, in the same words",
    [telling({ day: 10, said: "bombers patrol bay" }), telling({ day: 11, said: "patrol bombers bay" })],
    [2],
  ],
  [
    "a day apart, in other words",
    [telling({ day: 10, said: "bombers patrol bay" }), telling({ day: 11, said: "grain silo opened" })],
    [1, 1],
  ],
  [
    "a week apart",
    [telling({ day: 10, said: "bombers patrol" }), telling({ day: 17, said: "bombers patrol" })],
    [1, 1],
  ],
  ["types of no kin", [telling({ day: 10 }), telling({ day: 10, type: "ACCUSE" })], [1, 1]],
  ["cities far apart", [telling({ day: 10, place: MINAS }), telling({ day: 10, place: OSGILIATH })], [1, 1]],
  [
    "other persons",
    [
      telling({ day: 10, type: "CONSULT", persons: ["ARN:person.a"] }),
      telling({ day: 10, type: "CONSULT", persons: ["ARN:person.b"] }),
    ],
    [1, 1],
  ],
  [
    "a prime minister's talks with the king and with the crown prince, in one document",
    [
      telling({ document: "one", day: 10, type: "CONSULT", persons: ["ARN:person.a", "GON:person.king"] }),
      telling({ document: "one", day: 10, type: "CONSULT", persons: ["ARN:person.a", "GON:person.prince"] }),
    ],
    [1, 1],
  ],
  [
    "what two states agreed on, told later with its month alone",
    [
      telling({ day: 10, type: "AGREE", said: "agr restor relation" }),
      telling({ from: 0, to: 30, type: "AGREE", said: "agr capital restor relation" }),
    ],
    [2],
  ],
  [
    "an agreement of two states, and one of six among them",
    [
      telling({ day: 10, type: "AGREE", said: "agr defence pact" }),
      telling({ day: 10, type: "AGREE", said: "sign partnership", actors: ["ARN", "DAL", "GON", "LOR", "MOR", "ROH"] }),
    ],
    [1, 1],
  ],
  [
    "one deed coded twice of the same words",
    [
      telling({
        document: "one",
        day: 10,
        type: "ACCUSE",
        start: 0,
        stop: 60,
        actors: ["ARN"],
        recipients: ["GON"],
        said: "summon envoy",
      }),
      telling({
        document: "one",
        day: 10,
        type: "ACCUSE",
        start: 0,
        stop: 90,
        actors: ["ARN"],
        recipients: ["GON"],
        said: "summon envoy demand redress",
      }),
    ],
    [2],
  ],
  [
    "one said to be the eighth, one the fourth",
    [
      telling({ day: 10, said: "patrol bombers", ordinals: new Set(["#8-patrol"]) }),
      telling({ day: 10, said: "patrol ships", ordinals: new Set(["#4-patrol"]) }),
    ],
    [1, 1],
  ],
  [
    "talks and the statement signed at them",
    [
      telling({ day: 10, type: "CONSULT", said: "leaders met" }),
      telling({ day: 10, type: "SUPPORT", said: "leaders signed" }),
    ],
    [1, 1],
  ],
  [
    "talks on days that miss each other, with no word in common",
    [
      telling({ from: 8, to: 10, type: "CONSULT", said: "envoy met doctors" }),
      telling({ from: 12, to: 14, type: "CONSULT", said: "leaders spoke" }),
    ],
    [1, 1],
  ],
  [
    "one naming a state more",
    [
      telling({ day: 10, said: "bombers patrol bay" }),
      telling({ day: 10, said: "bombers patrol bay", actors: ["ARN", "GON", "ROH"] }),
    ],
    [2],
  ],
  [
    "one naming another state instead",
    [
      telling({ day: 10, said: "bombers patrol bay" }),
      telling({ day: 10, said: "bombers patrol bay", actors: ["ARN", "ROH"] }),
    ],
    [1, 1],
  ],
  [
    "the other direction",
    [
      telling({ day: 10, type: "ACCUSE", actors: ["ARN"], recipients: ["GON"] }),
      telling({ day: 10, type: "ACCUSE", actors: ["GON"], recipients: ["ARN"] }),
    ],
    [1, 1],
  ],
  [
    "a visit, told with and without its direction",
    [
      telling({ day: 10, type: "CONSULT" }),
      telling({ day: 10, type: "CONSULT", actors: ["ARN"], recipients: ["GON"] }),
    ],
    [2],
  ],
  [
    "talks, and what was discussed at them, in one document",
    [
      telling({ document: "one", day: 10, type: "CONSULT", said: "held talks" }),
      telling({ document: "one", from: 9, to: 11, type: "CONSULT", said: "discussed trade" }),
    ],
    [2],
  ],
  [
    "two things said on one occasion, in one document",
    [
      telling({ document: "one", from: 9, to: 11, type: "SUPPORT", said: "thanked hospitality" }),
      telling({ document: "one", from: 9, to: 11, type: "SUPPORT", said: "praised reform" }),
    ],
    [1, 1],
  ],
  [
    "one thing said, in two documents",
    [
      telling({ from: 9, to: 11, type: "SUPPORT", said: "congratulat anniversary founding" }),
      telling({ from: 9, to: 11, type: "SUPPORT", said: "congratulat seventieth anniversary founding" }),
    ],
    [2],
  ],
  [
    "an exercise, and what one of its parties sent, in one document",
    [
      telling({ document: "one", day: 10, said: "exercis navy ship" }),
      telling({ document: "one", from: 9, to: 11, type: "MOBILIZE", actors: ["ARN"], said: "sent ship exercis" }),
    ],
    [2],
  ],
  [
    "an expulsion that one announces and the other tells as done",
    [
      telling({ ...DIRECTED, from: 10, to: 70, type: "THREATEN", tense: "planned", said: "expel diplomat spy" }),
      telling({ ...DIRECTED, day: 11, type: "SANCTION", said: "expel diplomat" }),
    ],
    [2],
  ],
  [
    "a threat, and a measure a month later",
    [
      telling({ ...DIRECTED, from: 10, to: 70, type: "THREATEN", tense: "planned", said: "expel diplomat spy" }),
      telling({ ...DIRECTED, day: 40, type: "SANCTION", said: "expel diplomat" }),
    ],
    [1, 1],
  ],
  [
    "what two states agreed to end, told as coming and as agreed",
    [
      telling({ from: 10, to: 70, type: "RETREAT", tense: "planned", said: "agr observ ceasefire line" }),
      telling({ from: 8, to: 10, type: "AGREE", said: "agr observ ceasefire line" }),
    ],
    [2],
  ],
  [
    "two measures of a day, told in no common word",
    [
      telling({ ...DIRECTED, day: 10, type: "SANCTION", said: "suspend treaty friendship" }),
      telling({ ...DIRECTED, from: 8, to: 10, type: "SANCTION", said: "recall envoy" }),
    ],
    [1, 1],
  ],
  [
    "two attacks of a war, one on nobody that is named",
    [
      telling({ ...DIRECTED, from: 8, to: 10, type: "ASSAULT", said: "shell town" }),
      telling({ ...DIRECTED, recipients: [], from: 8, to: 10, type: "ASSAULT", said: "offensive river" }),
    ],
    [1, 1],
  ],
  [
    "what was agreed on a day, twice with no word in common but that it was agreed",
    [
      telling({ from: 8, to: 10, type: "AGREE", said: "agre expand flight" }),
      telling({ from: 8, to: 10, type: "AGREE", said: "agre keep exchang" }),
    ],
    [1, 1],
  ],
  [
    "bombers and ships",
    [telling({ from: 9, to: 11, said: "bomber patrol" }), telling({ from: 9, to: 11, said: "navy exercis" })],
    [1, 1],
  ],
  [
    "a year and a day in it",
    [telling({ from: 1, to: 366, dated: true, said: "trade" }), telling({ day: 10, said: "bomber patrol" })],
    [1, 1],
  ],
])("two reports: %s", (_name, tellings, expected) => {
  expect(sizes(tellings)).toEqual(expected);
});

test("reports that two others keep apart are not drawn together by a third that fits both", () => {
  const wide = telling({ from: 1, to: 30, dated: true, said: "bombers patrol bay drill" });
  const early = telling({ day: 5, said: "bombers patrol bay drill" });
  const late = telling({ day: 25, said: "bombers patrol bay drill" });
  expect(sizes([wide, early, late])).toEqual([2, 1]);
});

test("talks of two states and of other two are not drawn together by talks of all three", () => {
  const talks = (actors: string[]) => telling({ day: 10, type: "CONSULT", actors, said: "leaders summit capital" });
  expect(sizes([talks(["ARN", "GON", "ROH"]), talks(["ARN", "GON"]), talks(["GON", "ROH"])])).toEqual([2, 1]);
});

test("a report that has much in common with one account joins it though it has little in common with another", () => {
  const both = { type: "AGREE" as const, tense: "happened" };
  const first = telling({ ...both, day: 10, said: "agr restor relation embass" });
  const second = telling({ ...both, day: 10, said: "agr restor relation embass capital palace night" });
  const third = telling({ ...both, day: 10, said: "capital palace night" });
  expect(sizes([first, second, third])).toEqual([3]);
});

test("what a report's own document tells outweighs other accounts that are as like", () => {
  const eighth = { document: "own", said: "air patrol", ordinals: new Set(["#8-patrol"]) };
  const [eighthTold, fourthTold] = [telling({ ...eighth, day: 10 }), telling({ day: 11, said: "sea patrol" })];
  const during = telling({ document: "own", from: 9, to: 11, said: "during patrol" });
  const clusters = clusterReports([during, fourthTold, eighthTold]);
  expect(clusters.find(({ members }) => members.includes(during))?.members).toContain(eighthTold);
});

const arbitraryTelling = fc
  .record({
    day: fc.integer({ min: 0, max: 12 }),
    width: fc.constantFrom(0, 0, 1, 7, 200),
    type: fc.constantFrom<Telling["type"]>("COOPERATE", "CONSULT", "AGREE", "ACCUSE"),
    words: fc.subarray(["bomber", "patrol", "grain", "treaty", "bay"]),
    dated: fc.boolean(),
  })
  .map(({ day, width, words, ...rest }) => ({ ...rest, from: day, to: day + width, words: new Set(words) }));

test("the incidents don't depend on the order in which the reports are given", () => {
  fc.assert(
    fc.property(fc.array(arbitraryTelling, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (given, keys) => {
      const tellings = given.map((each, index) => telling({ ...each, document: `d${index}`, seq: index }));
      const shuffled = tellings
        .map((each) => ({ each, key: keys.next().value as number }))
        .sort((one, other) => one.key - other.key)
        .map(({ each }) => each);
      const ids = (all: readonly Telling[]) =>
        clusterReports(all)
          .map((cluster) => [incidentId(cluster.founder), cluster.members.map((member) => member.document)])
          .sort();
      expect(ids(shuffled)).toEqual(ids(tellings));
    }),
  );
});

const TENSES = ["happened", "planned", "denied"] as const;
const arbitraryPart = fc.constantFrom<Pick<Telling, "actors" | "recipients">>(
  { actors: ["ARN"], recipients: ["GON"] },
  { actors: ["ARN", "GON"], recipients: [] },
  { actors: ["ARN", "GON", "ROH"], recipients: [] },
  { actors: ["ARN"], recipients: [] },
);
const arbitraryOfAnyTense = fc.record({
  type: fc.constantFrom<Telling["type"]>("THREATEN", "SANCTION", "COERCE", "RETREAT", "CONCEDE", "AGREE", "SUPPORT"),
  tense: fc.constantFrom(...TENSES),
  part: arbitraryPart,
  from: fc.integer({ min: 0, max: 8 }),
  width: fc.constantFrom(0, 2, 60),
});

test("reports that can be compared are found with each other, in the ledger and in a strand", () => {
  fc.assert(
    fc.property(arbitraryOfAnyTense, arbitraryOfAnyTense, (given, also) => {
      const [one, other] = [given, also].map(({ part, width, ...rest }) =>
        telling({ ...rest, ...part, to: rest.from + width }),
      );
      for (const neighbourhood of [new Neighbourhood<Telling>(), new Neighbourhood<Telling>(keysOf)]) {
        neighbourhood.note(other, other);
        expect(!comparable(one, other) || neighbourhood.near(one).has(other)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test("no report is lost and none is in two incidents", () => {
  fc.assert(
    fc.property(fc.array(arbitraryTelling, { maxLength: 40 }), (given) => {
      const tellings = given.map((each) => telling(each));
      const members = clusterReports(tellings).flatMap((cluster) => cluster.members);
      expect(new Set(members)).toEqual(new Set(tellings));
      expect(members).toHaveLength(tellings.length);
    }),
  );
});

test("an incident keeps its id when later reports join it", async () => {
  const early = entryOf({
    text: "Arnor and Gondor flew a joint patrol.",
    published: "2020-12-23",
    events: [{ actors: ["Arnor", "Gondor"], on: "2020-12-22" }],
  });
  const late = entryOf({
    text: "The joint patrol of Arnor and Gondor lasted four hours.",
    published: "2020-12-22",
    events: [{ actors: ["Arnor", "Gondor"], on: "2020-12-22" }],
  });
  const ledger = await ledgerWith([early]);
  const [before] = await ledger.incidents();
  await ledger.append([late]);
  expect(await ledger.incidents()).toMatchObject([{ id: before.id, documents: 2 }]);
});

test("appending one by one gives the same incidents as all at once", async () => {
  const entries = Array.from({ length: 12 }, (_, index) =>
    entryOf({
      text: `Account ${index} of drills by Arnor and ${index % 3 === 0 ? "Rohan" : "Gondor"}.`,
      published: "2020-05-01",
      events: [{ actors: ["Arnor", index % 3 === 0 ? "Rohan" : "Gondor"], on: `2020-05-0${1 + (index % 4)}` }],
    }),
  );
  const [whole, single] = [join(emptyFolder(), "whole"), join(emptyFolder(), "single")];
  const one = await openLedger(whole);
  await one.append(entries);
  await one.close();
  const other = await openLedger(single);
  for (const entry of entries) await other.append([entry]);
  await other.close();
  expect(await rowsOf(single)).toEqual(await rowsOf(whole));
});

test("what is told as earlier joins what was told as news, and counts as having happened", async () => {
  const events = (status: "happened" | "historical") => [{ actors: ["Arnor", "Gondor"], on: "2020-01-01", status }];
  const ledger = await ledgerWith([
    entryOf({ text: "Years ago Arnor and Gondor had flown a patrol.", events: events("historical") }),
    entryOf({ text: "Arnor and Gondor flew a patrol.", events: events("happened") }),
  ]);
  expect(await ledger.incidents()).toMatchObject([{ status: "happened", documents: 2 }]);
});

test("an announcement and what is told as done are one incident, which happened, in whatever order they came", async () => {
  const day = { actors: ["Arnor"], recipients: ["Gondor"] };
  const entries = [
    entryOf({
      text: "Arnor will expel nine diplomats of Gondor.",
      published: "2020-05-01",
      events: [{ ...day, type: "THREATEN", status: "planned", confidence: 0.9, score: -5 }],
    }),
    entryOf({
      text: "On Friday Arnor expelled nine diplomats of Gondor.",
      published: "2020-05-02",
      events: [{ ...day, type: "SANCTION", on: "2020-05-01", confidence: 0.7, score: -6 }],
    }),
  ];
  for (const batches of [[entries], entries.map((entry) => [entry]), entries.toReversed().map((entry) => [entry])]) {
    const ledger = await ledgerWith(...batches);
    expect(await ledger.incidents()).toMatchObject([
      { type: "SANCTION", status: "happened", documents: 2, confidence: 0.7, score: -6 },
    ]);
  }
});

test("planned, denied and happened events are incidents of their own", async () => {
  const ledger = await ledgerWith(
    (["happened", "planned", "denied"] as const).map((status) =>
      entryOf({
        text: `The ${status} visit of Arnor to Gondor.`,
        events: [{ actors: ["Arnor"], recipients: ["Gondor"], type: "CONSULT", status, on: "2020-01-01" }],
      }),
    ),
  );
  expect((await ledger.incidents()).map((each) => each.status).sort()).toEqual(["denied", "happened", "planned"]);
});

test("great-circle distance by the haversine formula: Moscow to Beijing is about 5,790 km", () => {
  const moscow = { name: "Moscow", lat: 55.7558, lon: 37.6173, resolution: "city" as const };
  const beijing = { name: "Beijing", lat: 39.9042, lon: 116.4074, resolution: "city" as const };
  expect(distance(moscow, beijing)).toBeGreaterThan(5_780);
  expect(distance(moscow, beijing)).toBeLessThan(5_800);
});
