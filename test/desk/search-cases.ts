import { expect, test } from "vitest";
import type { Desk } from "../../src/desk/index.ts";
import { ActorView, SearchCounts, type SearchHit, SearchResult } from "../../src/schema/index.ts";
import { errorCode } from "./error-code.ts";

const TEXTS = [
  {
    title: "Joint patrol over the sea",
    publisher: "Xinhua",
    published: "2021-11-20",
    text: 'Chinese and Russian bombers flew a joint patrol over the Sea of Japan on Friday. "The patrol was not directed against any third country," Chinese foreign ministry spokesman Zhao Lijian said.',
  },
  {
    title: "Tokyo protests over patrol",
    publisher: "Reuters",
    published: "2021-11-21",
    text: "Japan expressed serious concern over the flight of Chinese and Russian bombers. Russia said the patrol followed international law.",
  },
];

const documentsOf = (hits: readonly SearchHit[]): string[] =>
  hits.flatMap((hit) => (hit.kind === "document" ? (hit.source.title ?? "") : []));

/** What search must do on every desk; it adds documents of its own. */
export function searchCases(desk: () => Desk): void {
  test("a search finds documents by words, phrases and what is excluded, and marks them", async () => {
    for (const text of TEXTS) await desk().add({ kind: "text", ...text });
    const found = SearchResult.parse(await desk().search.find({ words: '"joint patrol" -tokyo', from: "2021-11-01" }));
    expect(documentsOf(found.hits)).toEqual(["Joint patrol over the sea"]);
    const [hit] = found.hits;
    if (hit.kind !== "document") throw new Error("no document");
    expect(hit.marks.map((mark) => hit.words.slice(...mark))).toContain("joint patrol");
    const { document } = await desk().document(hit.source.document);
    for (const [at, span] of hit.at.entries())
      expect(document.text.slice(...span)).toBe(hit.words.slice(...hit.marks[at]));
    expect(hit.source.stateMedia).toBe(true);
  });

  test("outlets are chosen by name, side and owner, whatever they are called in a document", async () => {
    const query = { words: "bombers", from: "2021-11-01" };
    const titles = async (more: object) => documentsOf((await desk().search.find({ ...query, ...more })).hits);
    expect(await titles({})).toHaveLength(2);
    expect(await titles({ outlet: "Xinhua News Agency" })).toEqual(["Joint patrol over the sea"]);
    expect(await titles({ side: "GBR" })).toEqual(["Tokyo protests over patrol"]);
    expect(await titles({ media: "other" })).toEqual(["Tokyo protests over patrol"]);
    const { facets } = await desk().search.find(query);
    expect(facets.find(({ name }) => name === "side")?.values.map(({ label }) => label)).toContain("China");
  });

  test("quotations, incidents and speakers are found by the same words, and counted", async () => {
    const query = { words: "patrol", from: "2021-11-01", to: "2021-11-30" };
    const counts = SearchCounts.parse(await desk().search.counts(query));
    for (const kind of ["documents", "quotations", "incidents", "speakers"] as const)
      expect((await desk().search.find({ ...query, kind })).matches).toBe(counts[kind]);
    expect(counts.documents).toBe(2);
    expect(counts.quotations).toBeGreaterThan(0);
    expect(counts.incidents).toBeGreaterThan(0);
    const { hits } = await desk().search.find({ words: "lijian", kind: "speakers" });
    expect(hits).toMatchObject([{ kind: "speaker", actor: { id: "person.zhao-lijian", country: "CHN" }, said: 1 }]);
  });

  test("a dyad takes codes in either order, and an actor a name", async () => {
    const both = await desk().search.find({ words: "patrol", kind: "incidents", dyad: "rus-chn", type: "COOPERATE" });
    expect(both.matches).toBeGreaterThan(0);
    const said = await desk().search.find({ kind: "quotations", actor: "Zhao Lijian" });
    expect(said.hits).toMatchObject([{ quotation: { actor: "person.zhao-lijian" } }]);
  });

  test("an actor's page tells who it is, what it said and did, and who quotes it", async () => {
    const person = ActorView.parse(await desk().actors.actor({ id: "Zhao Lijian" }));
    expect(person.actor).toMatchObject({ id: "person.zhao-lijian", kind: "person", country: "CHN" });
    expect(person.offices[0].source).not.toBe("");
    expect(person.quotations).toHaveLength(1);
    expect(person.outlets).toEqual([{ outlet: "Xinhua", side: "CHN", stateMedia: true, quotations: 1 }]);
    const state = ActorView.parse(await desk().actors.actor({ id: "CHN", from: "2021-11-01", to: "2021-11-30" }));
    expect(state.actor).toMatchObject({ kind: "state", name: "China" });
    expect(state.did).toBeGreaterThan(0);
    expect(state.did).toBe(state.months.reduce((sum, { did }) => sum + did, 0));
    expect(state.counterparts.map(({ country }) => country)).toContain("RUS");
  });

  test("searches that make no sense are refused in the catalogue's words, and none finds nothing", async () => {
    expect(await errorCode(desk().search.find({ words: "-patrol" }))).toBe("search.exclusions");
    expect(await errorCode(desk().search.find({ words: "x", from: "2021-02-01", to: "2021-01-01" }))).toBe(
      "period.invalid",
    );
    expect(await errorCode(desk().search.find({ words: "x", dyad: "CHN-CHN" }))).toBe("dyad.same");
    expect(await errorCode(desk().search.find({ words: "x", dyad: "CHN-XXY" }))).toBe("state.unknown");
    expect(await errorCode(desk().actors.actor({ id: "Nobody Atall" }))).toBe("actor.unknown");
    expect(await desk().search.find({})).toMatchObject({ matches: 0, hits: [] });
    expect((await desk().search.find({ words: "patrol", outlet: "No Such Paper" })).matches).toBe(0);
    expect((await desk().search.find({ words: "patrol AND (bombers OR" })).matches).toBe(0);
  });
}
