import { expect, test } from "vitest";
import { type Ground, groundQuery } from "../../src/desk/measure-ground.ts";
import { happenedRows } from "../../src/desk/measure-rows.ts";
import { thirdStateViews } from "../../src/desk/third-states.ts";
import { buildKnowledge } from "../../src/knowledge/index.ts";
import type { DyadTotal, GroundLedger, Ledger, ToldIncident } from "../../src/ledger/index.ts";
import { Kept } from "../../src/ledger/kept/kept.ts";
import { row } from "../measures/row.ts";
import { WORLD } from "../support/world.ts";
import { groundWith } from "./ground.ts";

const KINDS = "kind\twords\texcept\tseries\texample\tsource\npatrol\tpatrol\t\tyearly\ta patrol\tinvented\n";
const knowledge = buildKnowledge({ ...WORLD, "kinds.tsv": KINDS });

const incident = (id: string, more: Partial<ToldIncident>): ToldIncident => ({
  ...{ id, type: "ACCUSE", domain: "diplomatic", status: "happened", score: -4, confidence: 0.9 },
  ...{ actors: ["ARV"], recipients: ["CES"], directedAgainst: [] },
  sources: [{ document: `d-${id}`, family: `f-${id}`, outlet: "Borpress", words: "" }],
  ...more,
});

const QUERY = { a: "ARV", b: "BOR" };

/** What third states are asked of a ledger, of which the ground is known. */
async function ledgerOf(incidents: readonly ToldIncident[], known: Ground): Promise<Ledger> {
  const kept = new Kept();
  await kept.of(["ground", groundQuery(QUERY)], async () => known);
  const dyads: DyadTotal[] = ["CES", "DAN", "IGO"].flatMap((third) =>
    ["ARV", "BOR"].map((state) => ({ dyad: [state, third] as [string, string], incidents: 5, net: 1 })),
  );
  const ground: Partial<GroundLedger> = {
    dyads: async () => dyads,
    happened: async (query) =>
      incidents.filter(({ actors, recipients }) =>
        query.dyads?.some((dyad) => dyad.every((state) => [...actors, ...recipients].includes(state))),
      ),
  };
  return { ground, kept } as Ledger;
}

const months = Array.from({ length: 12 }, (_, at) => `2020-${String(at + 1).padStart(2, "0")}`);

test("what the two do towards a third is held against all that was read, not against what names both", async () => {
  const acts = months.flatMap((month, at) =>
    ["ARV", "BOR"].map((state) => {
      const date = { from: `${month}-10`, to: `${month}-10` };
      return incident(`${state}-${at}`, { actors: [state], date, score: at % 3 === 0 ? -6 : 2 + (at % 2) });
    }),
  );
  const exposure = months.map((period) => ({
    ...{ period, documents: 10, families: 10, naming: 0 },
    ...{ byOutlet: new Map<string, number>(), bySide: new Map<string, number>() },
  }));
  const question = { dyad: ["ARV", "BOR"] as const, length: "month" as const };
  const ground = groundWith([row("joint", { actors: ["ARV", "BOR"], recipients: [], directedAgainst: ["DAN"] })], {
    ...{ dyad: ["ARV", "BOR"], exposure },
    question: { ...question, exposure: months.map((period) => ({ period, families: 0 })) },
  });
  const views = await thirdStateViews(await ledgerOf(acts, ground), knowledge, QUERY);
  expect(views.map(({ third }) => third)).toEqual(["DAN", "CES"]);
  const [danger, cestia] = views;
  expect(danger).toMatchObject({ directedAgainst: ["joint"], towards: [0, 0], reason: "too few incidents" });
  expect(cestia).toMatchObject({ name: "Cestia", towards: [12, 12] });
  expect(cestia.correlation).toBeCloseTo(1, 6);
  expect(cestia.points[0].first).toBeCloseTo((100 * 0.9 * -6) / 10, 6);
});

test("a row has the families of its sources, its kinds by the words of any report, and its series by states and kind", () => {
  const flown = incident("i1", {
    type: "COOPERATE",
    actors: ["BOR", "ARV"],
    recipients: [],
    date: { from: "2020-05-01", to: "2020-05-03" },
    sources: [
      { document: "d1", family: "f1", outlet: "Borpress", words: "the two forces flew together" },
      { document: "d2", family: "f1", outlet: "Arvania Today", words: "a joint patrol over the bay" },
    ],
  });
  const rows = happenedRows([flown, incident("i2", { status: "planned" })], knowledge);
  expect(rows).toHaveLength(1);
  const [patrol] = rows;
  expect(patrol).toMatchObject({
    day: "2020-05-02",
    families: ["f1"],
    kinds: ["patrol"],
    series: { id: "ARV+BOR patrol" },
  });
  expect([...patrol.sides].sort()).toEqual(["ARV", "BOR"]);
  expect(patrol.stateMediaOnly).toBe(false);
  const told = happenedRows([flown], knowledge, new Set(["Borpress"]));
  expect(told[0]).toMatchObject({ kinds: [], sides: ["BOR"], stateMediaOnly: true });
  expect(happenedRows([flown], knowledge, new Set(["Nobody's News"]))).toEqual([]);
});
