import { expect, test } from "vitest";
import { Incident, IncidentSummary, QuotationCard } from "../../src/schema/index.ts";
import { entryOf, ledgerWith } from "./entries.ts";

const SEA = { name: "Bay of Belfalas", lat: 40, lon: 10, resolution: "sea" as const, span: [0, 0] as [number, number] };

const entries = [
  entryOf({
    text: "Arnor and Gondor held naval drills in the bay. “We sail as friends,” Gondor said.",
    published: "2020-03-02",
    publisher: "Arnor Herald",
    title: "Drills",
    url: "https://herald.example/1",
    events: [{ actors: ["Arnor", "Gondor"], on: "2020-03-01", place: SEA, evidence: [0, 46], score: 9.5 }],
    quotes: [["Gondor", "We sail as friends,"]],
  }),
  entryOf({
    text: "Naval drills of Gondor and Arnor took place in the bay, Mordor complained.",
    published: "2020-03-03",
    publisher: "Mordor Eye",
    events: [
      { actors: ["Arnor", "Gondor"], on: "2020-03-01", place: SEA, score: 9.5 },
      { actors: ["Mordor"], recipients: ["Arnor", "Gondor"], type: "ACCUSE", evidence: [56, 74], score: -3 },
    ],
  }),
  entryOf({
    text: "Gondor plans talks with Arnor.",
    published: "2021-01-10",
    events: [{ actors: ["Gondor", "Arnor"], type: "AGREE", status: "planned", score: 2.5 }],
  }),
  entryOf({
    text: "Undated talks between Arnor and Gondor.",
    events: [{ actors: ["Arnor", "Gondor"], type: "CONSULT" }],
  }),
];

test("incidents of a dyad, in the published shape, whichever way round it is asked for", async () => {
  const ledger = await ledgerWith(entries);
  const incidents = await ledger.incidents({ dyad: ["GON", "ARN"] });
  for (const incident of incidents) expect(IncidentSummary.parse(incident)).toEqual(incident);
  expect(incidents.map((each) => [each.type, each.status, each.documents, each.publishers])).toEqual([
    ["COOPERATE", "happened", 2, 2],
    ["AGREE", "planned", 1, 0],
    ["CONSULT", "happened", 1, 0],
  ]);
  expect(await ledger.incidents({ dyad: ["ARN", "GON"] })).toEqual(incidents);
});

test("a period leaves out what lies outside of it and what has no date", async () => {
  const ledger = await ledgerWith(entries);
  const types = async (query: object) => (await ledger.incidents(query)).map((each) => each.type);
  expect(await types({ dyad: ["ARN", "GON"], from: "2020-03-01", to: "2020-03-01" })).toEqual(["COOPERATE"]);
  expect(await types({ dyad: ["ARN", "GON"], from: "2020-12-01" })).toEqual(["AGREE"]);
  expect(await types({ dyad: ["ARN", "MOR"] })).toEqual(["ACCUSE"]);
  expect(await types({ dyad: ["ARN", "ROH"] })).toEqual([]);
  expect(await types({ status: ["planned"] })).toEqual(["AGREE"]);
  expect(await types({ order: "newest", limit: 2 })).toEqual(["AGREE", "ACCUSE"]);
});

test("an incident carries its reports with their words", async () => {
  const ledger = await ledgerWith(entries);
  const [{ id }] = await ledger.incidents({ dyad: ["ARN", "GON"] });
  const incident = await ledger.incident(id);
  expect(Incident.parse(incident)).toEqual(incident);
  expect(incident.reports.map((each) => each.evidence[0].words)).toEqual([
    "Arnor and Gondor held naval drills in the bay.",
    "Naval drills of Gondor and Arnor took place in the bay, Mordor complained.",
  ]);
  expect(incident.reports[0].evidence[0].source).toEqual({
    document: entries[0].document.id,
    title: "Drills",
    publisher: "Arnor Herald",
    published: "2020-03-02",
    url: "https://herald.example/1",
  });
  expect(incident.place).toEqual({ name: "Bay of Belfalas", lat: 40, lon: 10, resolution: "sea" });
  expect((await ledger.document(entries[0].document.id)).incidentOf).toEqual({ "r0-46.COOPERATE": id });
});

test("quotations of the dyad's persons from documents that name both", async () => {
  const ledger = await ledgerWith(entries);
  const quotations = await ledger.quotations({ dyad: ["ARN", "GON"] });
  expect(quotations.map((each) => QuotationCard.parse(each))).toEqual(quotations);
  expect(quotations).toMatchObject([{ speaker: "Gondor", country: "GON", words: "We sail as friends," }]);
  expect(await ledger.quotations({ dyad: ["GON", "MOR"] })).toEqual([]);
  expect(await ledger.quotations({ dyad: ["ARN", "GON"], to: "2020-01-01" })).toEqual([]);
});

test("exposure counts documents that name both states, by month", async () => {
  const ledger = await ledgerWith(entries);
  expect(await ledger.exposure({ dyad: ["GON", "ARN"] })).toEqual([
    { month: "2020-03", documents: 2 },
    { month: "2021-01", documents: 1 },
  ]);
  expect(await ledger.exposure({ dyad: ["GON", "ARN"], from: "2020-03-03", to: "2020-12-31" })).toEqual([
    { month: "2020-03", documents: 1 },
  ]);
});

test("dyads by what happened between them; what is planned does not count", async () => {
  const ledger = await ledgerWith(entries);
  expect(await ledger.dyads()).toEqual([
    { dyad: ["ARN", "GON"], incidents: 2, net: 10.5, last: "2020-03-01" },
    { dyad: ["ARN", "MOR"], incidents: 1, net: -3, last: "2020-03-03" },
    { dyad: ["GON", "MOR"], incidents: 1, net: -3, last: "2020-03-03" },
  ]);
  expect(await ledger.dyads(1)).toHaveLength(1);
});

test("what is not in the ledger is said to be unknown", async () => {
  const ledger = await ledgerWith(entries);
  await expect(ledger.document("d0")).rejects.toMatchObject({ code: "document.unknown" });
  await expect(ledger.incident("i0")).rejects.toMatchObject({ code: "incident.unknown" });
  await expect(ledger.original("../../entente.json")).rejects.toMatchObject({ code: "document.unknown" });
  await expect(ledger.original("0".repeat(64))).rejects.toMatchObject({ code: "document.unknown" });
});

test("the sources of incidents and the documents of a period carry their families", async () => {
  const ledger = await ledgerWith(entries);
  const [{ id }] = await ledger.incidents({ dyad: ["ARN", "GON"] });
  const sources = await ledger.incidentSources([id]);
  expect(sources.map((each) => each.outlet).sort()).toEqual(["Arnor Herald", "Mordor Eye"]);
  expect(new Set(sources.map((each) => each.family)).size).toBe(2);
  const read = await ledger.readDocuments({ from: "2020-03-03", to: "2021-12-31" });
  expect(read.map(({ day, outlet, states }) => [day, outlet, states.join()])).toEqual([
    ["2020-03-03", "Mordor Eye", "ARN,GON,MOR"],
    ["2021-01-10", "unnamed", "ARN,GON"],
  ]);
  expect(read[0].family).toBe(sources.find((each) => each.outlet === "Mordor Eye")?.family);
});
