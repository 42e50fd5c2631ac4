import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActsQuery, Entry, Ledger, ReadCount, ToldIncident } from "../../src/ledger/index.ts";
import { exposureOf, middleDay } from "../../src/measures/index.ts";
import type { IncidentSummary } from "../../src/schema/index.ts";
import { entryOf, ledgerWith } from "./entries.ts";
import { say } from "./review-of.ts";

const STATES = ["Arnor", "Gondor", "Rohan"] as const;
const PAPERS = ["Herald", "Post", "Ministry of Gondor", undefined] as const;
const DYADS = [
  ["ARN", "GON"],
  ["ARN", "ROH"],
] as const;
const SPAN = { from: "2020-01-01", to: "2021-12-31" };
const LENGTHS = ["week", "month", "quarter", "year"] as const;
const SIDES = { Herald: "ARN" };
const GOVERNMENTS = { "Ministry of Gondor": ["GON", "ROH"] };

/** A document of a day that tells of one event, worded by its number, so that some tell of the same. */
function telling(number: number, day: number, coder = "1.0.0"): Entry {
  const [one, other] = [STATES[number % 3], STATES[(number + 1 + (number % 2)) % 3]];
  const on = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
  const mutual = number % 4 !== 0;
  const told = `${one} and ${other} held drill ${number % 5} of their fleets in the bay.`;
  const publisher = PAPERS[number % PAPERS.length];
  return entryOf({
    text: `${told} Report ${number} of day ${day}.`,
    ...(publisher && { publisher }),
    ...(number % 7 === 6 ? {} : { published: on }),
    events: [
      {
        type: mutual ? "COOPERATE" : "ACCUSE",
        actors: mutual ? [one, other] : [one],
        recipients: mutual ? [] : [other],
        ...(number % 5 === 4 ? {} : { on }),
        ...(number % 6 === 5 ? { status: "planned" as const } : {}),
        score: mutual ? 4 : -3,
        evidence: [0, told.length],
      },
    ],
    coder,
  });
}

const measured = ({
  documents: _d,
  publishers: _p,
  families: _f,
  evidence: _e,
  place: _place,
  ...rest
}: IncidentSummary) => rest;

/** The incidents of the ledger with who tells of them, asked for in full and each time anew. */
async function told(ledger: Ledger, incidents: readonly IncidentSummary[], sources = true): Promise<ToldIncident[]> {
  const all = sources ? await ledger.incidentSources(incidents.map(({ id }) => id)) : [];
  return incidents.map((incident) => ({
    ...measured(incident),
    sources: all.filter((one) => one.incident === incident.id).map(({ incident: _, ...source }) => source),
  }));
}

type Length = (typeof LENGTHS)[number];

/** What was read, counted out of single documents. */
async function counted(ledger: Ledger, length: Length, only?: readonly string[]): Promise<ReadCount[]> {
  const sideOf = (outlet: string, states: readonly string[]) =>
    outlet === "Herald" ? "ARN" : GOVERNMENTS["Ministry of Gondor"].find((code) => states.includes(code));
  const rows = (await ledger.readDocuments(SPAN)).map((document) => {
    const side = /Herald|Ministry/.test(document.outlet) ? sideOf(document.outlet, document.states) : undefined;
    return { ...document, ...(side && { side }) };
  });
  const outlets = only && { outlets: new Set(only) };
  return exposureOf(rows, { ...SPAN, length, ...outlets })
    .filter(({ documents }) => documents > 0)
    .map(({ naming: _, ...count }) => count);
}

const asked = (ledger: Ledger, length: Length, only?: readonly string[]) =>
  ledger.ground.read({ ...SPAN, length, sides: SIDES, governments: GOVERNMENTS, ...(only && { outlets: only }) });

const ACTS: readonly Omit<ActsQuery, "from" | "to">[] = [
  {},
  { reviewedOnly: true },
  { exceptOutlets: ["Herald", "unnamed"], words: ["DRILL 2", "no such (word"] },
];

/** The columns of acts, row by row. */
async function actsIn(ledger: Ledger, query: Omit<ActsQuery, "from" | "to">) {
  const { parties, party, score, confidence, told: words } = await ledger.ground.acts({ ...SPAN, ...query });
  expect(new Set(parties.map((one) => JSON.stringify(one))).size).toBe(parties.length);
  return [...party].map((own, at) => ({
    ...parties[own],
    ...{ score: score[at], confidence: confidence[at] },
    ...words.get(at),
  }));
}

/** The same out of single incidents. */
function actsOf(incidents: readonly ToldIncident[], { reviewedOnly, exceptOutlets = [], words }: Partial<ActsQuery>) {
  const middle = ({ date }: ToldIncident): string => (date ? middleDay(date.from, date.to) : "");
  return incidents
    .filter((one) => middle(one) >= SPAN.from && middle(one) <= SPAN.to)
    .filter(({ review }) => !reviewedOnly || review === "reviewed" || review === "confirmed")
    .filter(({ sources }) => !sources.every(({ outlet }) => exceptOutlets.includes(outlet)))
    .sort((a, b) => (`${middle(a)} ${a.id}` < `${middle(b)} ${b.id}` ? -1 : 1))
    .map((one) => {
      const said = one.sources.map((source) => source.words).join("\n");
      const holds = words?.some((word) => said.toLowerCase().includes(word.toLowerCase()));
      const { actors, recipients, score, confidence } = one;
      return { actors, recipients, score, confidence, ...(holds && { day: middle(one), words: said }) };
    });
}

/** Asks for everything, so that it is kept, and holds it against what the ledger says when asked for every row. */
async function holds(ledger: Ledger): Promise<void> {
  for (const dyad of DYADS) {
    expect(await ledger.ground.between(dyad)).toEqual(await told(ledger, await ledger.incidents({ dyad })));
    const named = (await ledger.readDocuments({})).filter(({ states }) => dyad.every((code) => states.includes(code)));
    const naming = named.map(({ day, family, outlet }) => ({ day, family, outlet }));
    expect(await ledger.ground.naming(dyad)).toEqual(naming);
  }
  const happened = await ledger.incidents({ ...SPAN, status: ["happened"] });
  const withSources = await told(ledger, happened);
  for (const query of ACTS) expect(await actsIn(ledger, query)).toEqual(actsOf(withSources, query));
  expect(await ledger.ground.happened({ ...SPAN, sources: false })).toEqual(await told(ledger, happened, false));
  const ofBoth = new Set(
    (await Promise.all(DYADS.map((dyad) => ledger.incidents({ dyad })))).flat().map(({ id }) => id),
  );
  expect(await ledger.ground.happened({ dyads: DYADS, ...SPAN, sources: true })).toEqual(
    await told(
      ledger,
      happened.filter(({ id }) => ofBoth.has(id)),
    ),
  );
  for (const length of LENGTHS) expect(await asked(ledger, length)).toEqual(await counted(ledger, length));
  const only = ["Post", "unnamed"];
  expect(await asked(ledger, "month", only)).toEqual(await counted(ledger, "month", only));
  expect(await ledger.ground.dyads()).toEqual(await ledger.dyads());
  const read = await ledger.readDocuments(SPAN);
  const span = {
    from: read.at(0)?.day,
    to: read.at(-1)?.day,
    families: new Set(read.map(({ family }) => family)).size,
  };
  expect(await ledger.ground.readSpan(SPAN)).toEqual(read.length === 0 ? undefined : span);
}

/** Does something to a ledger; what cannot be done to it is left. */
async function act(ledger: Ledger, [kind, a, b]: readonly [string, number, number]): Promise<void> {
  if (kind === "add") await ledger.append([telling(a, b)]);
  if (kind === "recode") await ledger.append([telling(a, b, "2.0.0")]);
  const incidents = await ledger.incidents({ order: "newest" });
  const incident = incidents[a % incidents.length];
  if (incident === undefined) return;
  const { reports } = await ledger.incident(incident.id);
  const keys = reports.map(({ report, evidence }) => ({
    document: evidence[0].source.document,
    report: report.id,
  }));
  const [key] = keys;
  if (kind === "reject") await say(ledger, key.document, key.report, { kind: "reject", second: true, by: `R${a}${b}` });
  if (kind === "correct") {
    const change = { score: b - 10, confidence: 1, status: b % 2 ? ("happened" as const) : ("denied" as const) };
    await say(ledger, key.document, key.report, { kind: "correct", second: true, by: `C${a}${b}`, change });
  }
  const by = { reviewer: "Ana" };
  if (kind === "split" && keys.length > 1) await ledger.reviews.split({ incident: incident.id, reports: [key], ...by });
  const other = incidents[(a + 1 + b) % incidents.length];
  if (kind === "merge" && other.id !== incident.id)
    await ledger.reviews.merge({ incidents: [incident.id, other.id], ...by });
  const last = (await ledger.reviews.all()).findLast(({ undone }) => !undone);
  if (kind === "undo" && last) await ledger.reviews.undo(last.id, last.reviewer);
}

const KINDS = ["add", "recode", "reject", "correct", "split", "merge", "undo"] as const;

test("what measures are computed from is never told as it was before something was written", {
  timeout: 120_000,
}, async () => {
  const acts = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(20), fc.nat(20)), { minLength: 3, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      const ledger = await ledgerWith(Array.from({ length: 18 }, (_, at) => telling(at, (at * 37) % 500)));
      await holds(ledger);
      for (const one of done) {
        await act(ledger, one);
        await holds(ledger);
      }
    }),
    { numRuns: 8 },
  );
});

test("what was asked for before is kept until something is written that touches it", async () => {
  const ledger = await ledgerWith([telling(1, 1), telling(2, 2)]);
  const { ground } = ledger;
  const ask = () => Promise.all([ground.between(["GON", "ROH"]), ground.between(["ARN", "GON"]), ground.outlets()]);
  const first = await ask();
  expect(await ask()).toEqual(first);
  const isKept = async () => (await ask()).map((answer, at) => answer === first[at]);
  expect(await isKept()).toEqual([true, true, true]);
  await ledger.append([telling(21, 300)]);
  expect((await ledger.incidents({ dyad: ["ARN", "ROH"] })).length).toBeGreaterThan(0);
  expect(await isKept()).toEqual([true, true, true]);
});

test("nothing read gives no counts and no span", async () => {
  const ledger = await ledgerWith();
  expect(await asked(ledger, "month")).toEqual([]);
  expect(await ledger.ground.readSpan({})).toBeUndefined();
  expect(await ledger.ground.naming(["ARN", "GON"])).toEqual([]);
  expect(await ledger.ground.between(["ARN", "GON"])).toEqual([]);
});

test("what is told of some incidents is what each tells by itself, with the texts that it stands in", async () => {
  const ledger = await ledgerWith(Array.from({ length: 18 }, (_, at) => telling(at, (at * 37) % 500)));
  const [first, ...others] = await ledger.incidents({});
  const [{ report, evidence }] = (await ledger.incident(first.id)).reports;
  await say(ledger, evidence[0].source.document, report.id, { kind: "correct", change: { score: 9 } });
  const ids = [first, ...others.slice(0, 6)].map(({ id }) => id);
  const { reports, texts } = await ledger.told([...ids, "unknown"]);
  const single = await Promise.all(ids.map(async (id) => [id, (await ledger.incident(id)).reports] as const));
  expect(new Map(reports)).toEqual(new Map(single));
  const documents = [...reports.values()].flat().map((one) => one.evidence[0].source.document);
  expect(new Map(texts)).toEqual(new Map(await ledger.texts([...new Set(documents)])));
  expect(texts.size).toBeGreaterThan(4);
});
