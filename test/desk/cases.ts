import { join } from "node:path";
import { expect, test } from "vitest";
import type { Desk } from "../../src/desk/index.ts";
import {
  AddResult,
  BlocsView,
  Brief,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  EntenteError,
  Incident,
  IncidentPage,
  Overview,
  ReadoutsView,
  RelationVerdict,
  RelationView,
} from "../../src/schema/index.ts";
import { editsCases } from "./edits-cases.ts";
import { keepingCases } from "./keeping-cases.ts";
import { searchCases } from "./search-cases.ts";
import { watchCases } from "./watch-cases.ts";

export const PATROL = join(import.meta.dirname, "documents", "patrol.md");
const FOLDER = join(import.meta.dirname, "documents");

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  return thrown instanceof EntenteError ? thrown.code : `no EntenteError: ${thrown}`;
};

/** What every desk must do, over a data folder that is empty at the start. The cases run in order and build on each other. */
export function deskCases(desk: () => Desk): void {
  test("an empty ledger says so and gives no number", async () => {
    const overview = Overview.parse(await desk().overview());
    expect(overview).toMatchObject({ documents: 0, reports: 0, incidents: 0, dyads: [], newest: [] });
    const view = await desk().relation({ a: "CHN", b: "RUS" });
    expect(view.period).toBeUndefined();
    expect(view.months).toEqual([]);
  });

  test("reading a text gives its reports and stores nothing", async () => {
    const text = "Russian and Chinese bombers flew a joint patrol over the Sea of Japan on Tuesday.";
    const { document, reading } = await desk().read({ kind: "text", text, published: "2020-12-23" });
    expect(document.text).toBe(text);
    expect(reading.reports.map(({ type }) => type)).toContain("COOPERATE");
    expect((await desk().overview()).documents).toBe(0);
  });

  test("adding a folder takes in what it can and lists the rest with a reason", async () => {
    const seen: number[] = [];
    const result = AddResult.parse(
      await desk().add({ kind: "path", path: FOLDER }, { onProgress: ({ done }) => seen.push(done) }),
    );
    expect(result.added).toHaveLength(3);
    expect(result.refused.map(({ error }) => error.code)).toEqual(["input.empty"]);
    expect(seen.at(-1)).toBe(4);
  });

  test("adding the same again changes nothing", async () => {
    const before = await desk().overview();
    const result = await desk().add({ kind: "path", path: FOLDER });
    expect(result.added).toEqual([]);
    expect(result.known).toHaveLength(3);
    expect(await desk().overview()).toEqual(before);
  });

  test("the incidents of a relation come a page at a time, under the rule that its measures count by", async () => {
    const all = IncidentPage.parse(await desk().incidents({ a: "CHN", b: "Russia", limit: 1 }));
    expect(all.incidents).toHaveLength(1);
    expect(Object.values(all.domains).reduce((sum, count) => sum + count, 0)).toBe(all.total);
    const rest = await desk().incidents({ a: "CHN", b: "RUS", offset: 1, limit: 500 });
    expect(rest.incidents.map(({ id }) => id)).not.toContain(all.incidents[0].id);
    expect(rest.incidents.length + 1).toBe(all.total);
    const rule = { a: "CHN", b: "RUS", rule: "without patrols" } as const;
    const [listed, view] = [await desk().incidents({ ...rule, status: "happened" }), await desk().relation(rule)];
    expect(listed.total).toBeLessThan((await desk().incidents({ a: "CHN", b: "RUS", status: "happened" })).total);
    expect(listed.total).toBe(view.incidents.filter(({ status }) => status === "happened").length);
    expect(await codeOf(desk().incidents({ a: "CHN", b: "RUS", rule: "none" }))).toBe("usage");
  });

  test("a relation shows its incidents, and every one of them leads to words of a stored document", async () => {
    const view = RelationView.parse(
      await desk().relation({ a: "RUS", b: "China", from: "2020-12-01", to: "2020-12-31" }),
    );
    expect(view.dyad).toEqual(["CHN", "RUS"]);
    expect(view.incidents.length).toBeGreaterThan(0);
    for (const { id } of view.incidents) {
      const incident = Incident.parse(await desk().incident(id));
      for (const { evidence } of incident.reports) {
        for (const { source, span, words } of evidence) {
          const { document } = DocumentView.parse(await desk().document(source.document));
          expect(document.text.slice(...span)).toBe(words);
        }
      }
    }
  });

  test("two reports of one patrol are one incident", async () => {
    const { incidents } = await desk().relation({ a: "CHN", b: "RUS", from: "2020-12-20", to: "2020-12-24" });
    const patrols = incidents.filter(({ type, status }) => type === "COOPERATE" && status === "happened");
    expect(patrols.map(({ documents }) => documents)).toContain(2);
  });

  test("measures are held against what was read, under a rule that is named", async () => {
    const measures = DyadMeasures.parse(
      await desk().measure({ a: "CHN", b: "RUS", from: "2020-12-01", to: "2020-12-31" }),
    );
    expect(measures.rule.name).toBe("default");
    expect(measures.exposure).toMatchObject([{ period: "2020-12", documents: 2, naming: 2 }]);
    expect(measures.verdict).toMatchObject({
      verdict: "not enough evidence",
      baseline: { from: "2020-11-01", to: "2020-11-30" },
    });
    expect(measures.verdict.probability).toBeUndefined();
    expect(measures.depth.find(({ domain }) => domain === "military")?.reached).toBe("joint operations");
  });

  test("without a period the whole is shown and judged by its halves", async () => {
    const { period, verdict } = await desk().measure({ a: "CHN", b: "RUS" });
    expect(verdict.baseline.from).toBe(period.from);
    expect(verdict.window.to).toBe(period.to);
    expect(verdict.baseline.to < verdict.window.from).toBe(true);
  });

  test("the verdict alone is that of the measures by the length that its page shows", async () => {
    for (const period of [{}, { from: "2020-12-01", to: "2020-12-31" }]) {
      const query = { a: "CHN", b: "RUS", ...period };
      const { dyad, length, verdict } = RelationVerdict.parse(await desk().verdict(query));
      expect(dyad).toEqual(["CHN", "RUS"]);
      expect(verdict).toEqual((await desk().measure({ ...query, length })).verdict);
    }
    expect(await codeOf(desk().verdict({ a: "CHN", b: "CHN" }))).toBe("dyad.same");
    expect(await codeOf(desk().verdict({ a: "NRU", b: "TUV" }))).toBe("brief.nodata");
  });

  test("the kind of index, the source set and what the window is held against can be chosen", async () => {
    const query = { a: "CHN", b: "RUS", from: "2020-12-01", to: "2020-12-31" } as const;
    const plain = await desk().measure(query);
    expect([plain.kind, plain.sources.set]).toEqual(["net", "all"]);
    expect(plain.counted).toEqual({ incidents: plain.counted.incidents, unread: 0, undated: expect.any(Number) });
    expect(plain.directed.map(({ from, to }) => `${from} ${to}`)).toEqual(["CHN RUS", "RUS CHN"]);
    const against = { baselineFrom: "2020-01-01", baselineTo: "2020-06-30" };
    const chosen = DyadMeasures.parse(
      await desk().measure({ ...query, kind: "cooperation share", sources: "fixed", ...against }),
    );
    expect(chosen.kind).toBe("cooperation share");
    expect(chosen.sources).toEqual({ set: "fixed", outlets: [] });
    expect(chosen.verdict.baseline).toEqual({ from: "2020-01-01", to: "2020-06-30" });
    expect(chosen.coverage[0]).toMatch(/the fixed source set is empty/);
    expect(await codeOf(desk().measure({ ...query, baselineFrom: "2020-11-01", baselineTo: "2020-12-05" }))).toBe(
      "period.invalid",
    );
  });

  test("a rule that leaves patrols out leaves out what any of its reports calls a patrol", async () => {
    const query = { a: "CHN", b: "RUS", from: "2020-12-01", to: "2020-12-31", rule: "without patrols" };
    const { leftOut, depth } = await desk().measure(query);
    expect(leftOut.patrol).toBeGreaterThan(0);
    expect(depth.find(({ domain }) => domain === "military")?.reached).not.toBe("joint operations");
  });

  test("a document is explained by the reports that its reading holds", async () => {
    const { incidents } = await desk().relation({ a: "CHN", b: "RUS" });
    const { document, reading } = await desk().document(incidents[0].evidence.source.document);
    const explanation = DocumentExplanation.parse(await desk().explain(document.id));
    const reports = explanation.sentences.flatMap((sentence) => sentence.reports);
    expect(reports.sort()).toEqual(reading?.reports.map(({ id }) => id).sort());
    expect(explanation.sentences[0].tokens.length).toBeGreaterThan(0);
  });

  test("the original is given back byte for byte", async () => {
    const { incidents } = await desk().relation({ a: "CHN", b: "RUS" });
    const original = await desk().original(incidents[0].evidence.source.document);
    expect(new TextDecoder().decode(original.bytes)).toMatch(/^---\ntitle: /);
    expect(original.type).toMatch(/^text\/plain/);
  });

  test("a brief rests on the stored words", async () => {
    const brief = Brief.parse(await desk().brief({ a: "CHN", b: "RUS", from: "2020-12-01", to: "2020-12-31" }));
    expect(brief.title).toBe("China and Russia, December 2020");
    expect(brief.sources.length).toBeGreaterThan(1);
  });

  test("a document in another language is kept and not coded", async () => {
    const text = "Президенты двух стран обсудили по телефону развитие двусторонних отношений и совместные учения.";
    const { added } = await desk().add({ kind: "text", text, published: "2020-12-28" });
    const { document, reading } = await desk().document(added[0]);
    expect(document.language).toBe("ru");
    expect(reading?.reports).toEqual([]);
    expect(reading?.notes.map(({ code }) => code)).toContain("language.notcoded");
    expect((await desk().overview()).notCoded).toBe(1);
  });

  test("the two sides' accounts of one call are laid side by side, statement by statement, each cut from its text", async () => {
    const call = [
      {
        publisher: "Kremlin",
        title: "Telephone conversation with President of China Xi Jinping",
        text: "Vladimir Putin had a telephone conversation with Xi Jinping. The two presidents agreed to extend the gas contract by ten years. They praised the work of the border commission.",
      },
      {
        publisher: "Xinhua",
        title: "Xi speaks with Putin over phone",
        text: "Chinese President Xi Jinping spoke by telephone with Russian President Vladimir Putin. The two presidents agreed to extend the gas contract for ten years. Xi warned of sanctions against the port.",
      },
    ];
    const ids: string[] = [];
    for (const account of call) {
      const { added } = await desk().add({ kind: "text", ...account, published: "2020-12-29" });
      ids.push(...added);
    }
    const chosen = ReadoutsView.parse(await desk().readouts({ first: ids[0], second: ids[1] }));
    expect([chosen.first.source.side, chosen.second.source.side]).toEqual(["RUS", "CHN"]);
    expect(chosen.shared.map(({ first }) => first.text)).toEqual([expect.stringMatching(/extend the gas contract/)]);
    expect(chosen.onlySecond.map(({ text }) => text).join("; ")).toMatch(/warned of sanctions/);
    const { document } = await desk().document(ids[1]);
    for (const { span, text } of chosen.onlySecond) expect(document.text.slice(...span)).toContain(text.slice(0, 10));
    const { incidents } = await desk().relation({ a: "CHN", b: "RUS", from: "2020-12-25", to: "2020-12-31" });
    const told = incidents.find(({ type, evidence }) => type === "CONSULT" && ids.includes(evidence.source.document));
    const found = await desk().readouts({ incident: told?.id ?? "" });
    expect([found.first.source.document, found.second.source.document]).toEqual([ids[1], ids[0]]);
    expect(await codeOf(desk().readouts({ first: ids[0], second: ids[0] }))).toBe("readouts.same");
    expect(await codeOf(desk().readouts({ first: ids[0], second: "d0" }))).toBe("document.unknown");
  });

  test("an incident that one outlet alone reports has no second account", async () => {
    const text = "Brazil and Peru signed an agreement on a new railway on Monday.";
    const { added } = await desk().add({ kind: "text", text, published: "2019-05-07", publisher: "Reuters" });
    const { incidentOf } = await desk().document(added[0]);
    expect(await codeOf(desk().readouts({ incident: Object.values(incidentOf)[0] }))).toBe("readouts.oneside");
  });

  test("blocs are told with their rule, or why there are none", async () => {
    const december = BlocsView.parse(await desk().blocs({ from: "2020-12-01", to: "2020-12-31" }));
    expect(december.baseline).toEqual({ from: "2020-11-01", to: "2020-11-30" });
    expect(december.rule.name).toBe("default");
    expect(december.ties.find(({ a, b }) => `${a} ${b}` === "CHN RUS")?.weight).toBeGreaterThan(0);
    expect(december.movesReason).toBe("too few pairs");
    const quiet = await desk().blocs({ from: "1999-01-01", to: "1999-12-31" });
    expect(quiet).toMatchObject({ reason: "too few pairs", members: [], incidents: 0, families: 0 });
    expect(quiet.modularity).toBeUndefined();
    expect(await codeOf(desk().blocs({ from: "2021-01-01", to: "2020-01-01" }))).toBe("period.invalid");
    expect(await codeOf(desk().blocs({ rule: "mine" }))).toBe("usage");
  });

  test("what does not exist or can't be is named by its catalogue entry", async () => {
    expect(await codeOf(desk().incident("i0"))).toBe("incident.unknown");
    expect(await codeOf(desk().readouts({ incident: "i0" }))).toBe("incident.unknown");
    expect(await codeOf(desk().document("d0"))).toBe("document.unknown");
    expect(await codeOf(desk().original("d0"))).toBe("document.unknown");
    expect(await codeOf(desk().relation({ a: "CHN", b: "Atlantis" }))).toBe("state.unknown");
    expect(await codeOf(desk().relation({ a: "CHN", b: "China" }))).toBe("dyad.same");
    expect(await codeOf(desk().relation({ a: "CHN", b: "RUS", from: "2021-01-01", to: "2020-01-01" }))).toBe(
      "period.invalid",
    );
    expect(await codeOf(desk().measure({ a: "CHN", b: "RUS", rule: "mine" }))).toBe("usage");
    expect(await codeOf(desk().read({ kind: "text", text: " " }))).toBe("input.empty");
    expect(await codeOf(desk().read({ kind: "path", path: join(FOLDER, "missing.txt") }))).toBe("input.missing");
  });

  test("states have a code and a name", async () => {
    const states = await desk().states();
    expect(states.find(({ code }) => code === "CHN")?.name).toBe("China");
    expect(states.length).toBeGreaterThan(190);
  });

  editsCases(desk);
  watchCases(desk);
  searchCases(desk);
  keepingCases(desk);
}
