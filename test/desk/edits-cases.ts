import { expect, test } from "vitest";
import type { Desk } from "../../src/desk/index.ts";
import {
  type BriefEdit,
  type BriefEdits,
  EditedBrief,
  EntenteError,
  type Evidence,
  type Statement,
} from "../../src/schema/index.ts";

const QUERY = { a: "RUS", b: "China", from: "2020-12-01", to: "2020-12-31", name: "main" } as const;

const editsOf = (...edits: BriefEdit[]): BriefEdits => ({ schema: "entente.brief-edits/1", edits });

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  return thrown instanceof EntenteError ? thrown.code : `no EntenteError: ${thrown}`;
};

const statementsOf = ({ brief }: EditedBrief): Statement[] => brief.sections.flatMap(({ statements }) => statements);
const find = (opened: EditedBrief, id: string): Statement | undefined =>
  statementsOf(opened).find((statement) => statement.id === id);

/** What every desk does with an analyst's edits, over documents that are there. The cases build on each other. */
export function editsCases(desk: () => Desk): void {
  test("a brief without edits is the one that the ledger tells", async () => {
    const opened = EditedBrief.parse(await desk().edits.open(QUERY));
    expect(opened).toMatchObject({ revision: 0, edits: { edits: [] }, lost: [], stale: [], versions: [] });
    expect(opened.brief).toEqual(await desk().brief(QUERY));
  });

  test("edits are kept and laid over the brief whenever it is opened", async () => {
    const { brief } = await desk().edits.open(QUERY);
    const was = brief.sections[0].statements.find(({ id }) => id === "count")?.sentence;
    const edits = editsOf(
      { kind: "rewrite", statement: "count", sentence: "Little is known.", was },
      { kind: "note", statement: "count", note: "Ask the embassy." },
      { kind: "drop", statement: "coded" },
    );
    const saved = await desk().edits.save(QUERY, { ...edits, imprint: { byline: "A. Analyst" } }, 0);
    expect(saved.revision).toBe(1);
    const opened = await desk().edits.open({ ...QUERY, a: "CHN", b: "RUS" });
    expect(find(opened, "count")).toMatchObject({
      sentence: "Little is known.",
      by: "analyst",
      replaces: was,
      note: "Ask the embassy.",
    });
    expect(find(opened, "coded")).toBeUndefined();
    expect(opened.brief.imprint).toEqual({ byline: "A. Analyst" });
    expect((await desk().edits.open({ ...QUERY, name: "other" })).revision).toBe(0);
    expect(
      (await desk().edits.list()).map(({ name, dyad, from, versions }) => ({ name, dyad, from, versions })),
    ).toEqual([{ name: "main", dyad: ["CHN", "RUS"], from: "2020-12-01", versions: 0 }]);
  });

  test("who saves over edits that were changed meanwhile is told, and nothing is lost", async () => {
    expect(await codeOf(desk().edits.save(QUERY, editsOf(), 0))).toBe("edits.conflict");
    expect((await desk().edits.open(QUERY)).revision).toBe(1);
  });

  test("words of a stored document can be cited, and are cut anew when the edit is kept", async () => {
    const { edits, revision, brief } = await desk().edits.open(QUERY);
    const { document } = await desk().document(brief.sources[0].document);
    const words = document.text.split(/\s+/).slice(0, 6).join(" ");
    const evidence = await desk().edits.cite({ document: document.id, words });
    expect(document.text.slice(...evidence.span)).toBe(evidence.words);
    expect(evidence.source.publisher).toBe(document.publisher);
    const add = (source: Evidence): BriefEdit => ({
      kind: "add",
      section: "bottom-line",
      statement: "own.1",
      sentence: "Watch the Sea of Japan.",
      evidence: [source],
    });
    const saved = await desk().edits.save(QUERY, { ...edits, edits: [...edits.edits, add(evidence)] }, revision);
    expect(find(saved, "own.1")).toMatchObject({ by: "analyst", evidence: [{ words: evidence.words }] });
    const wrong = add({ ...evidence, words: "Something else" });
    expect(await codeOf(desk().edits.save(QUERY, editsOf(wrong), saved.revision))).toBe("evidence.unresolved");
    expect(await codeOf(desk().edits.cite({ document: document.id, words: "no such words here" }))).toBe(
      "citation.missing",
    );
    expect(await codeOf(desk().edits.cite({ document: "d0", words: "any" }))).toBe("document.unknown");
  });

  test("an edit whose statement is gone, and one whose sentence says something else, are named", async () => {
    const { edits, revision } = await desk().edits.open(QUERY);
    const more = editsOf(
      { kind: "drop", statement: "incident.gone", was: "It was told." },
      { kind: "rewrite", statement: "read", sentence: "Much was read.", was: "Another sentence." },
      ...edits.edits,
    );
    const opened = await desk().edits.save(QUERY, { ...edits, edits: more.edits }, revision);
    expect([opened.lost, opened.stale]).toEqual([[0], [1]]);
    await desk().edits.save(QUERY, edits, opened.revision);
  });

  test("versions are kept as they were, and what differs is told", async () => {
    const first = await desk().edits.keep(QUERY, "as sent");
    expect(first).toMatchObject({ number: 1, words: "as sent" });
    const { edits, revision } = await desk().edits.open(QUERY);
    const more: BriefEdit = { kind: "rewrite", statement: "own.1", sentence: "Watch the East China Sea." };
    await desk().edits.save(QUERY, { ...edits, edits: [...edits.edits, more] }, revision);
    expect(await desk().edits.keep(QUERY)).toMatchObject({ number: 2 });
    const expected = [
      {
        kind: "changed",
        section: "Bottom line",
        statement: "own.1",
        before: "Watch the Sea of Japan.",
        after: "Watch the East China Sea.",
      },
    ];
    expect(await desk().edits.differences(QUERY, 1, 2)).toEqual(expected);
    expect(await desk().edits.differences(QUERY, 1)).toEqual(expected);
    const version = await desk().edits.version(QUERY, 1);
    expect(JSON.stringify(version.brief)).toContain("Watch the Sea of Japan.");
    expect((await desk().edits.open(QUERY)).versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(await codeOf(desk().edits.version(QUERY, 9))).toBe("version.unknown");
    expect((await desk().edits.list())[0].versions).toBe(2);
  });

  test("a logo that is none and a brief of nobody are refused by name", async () => {
    const { revision } = await desk().edits.open(QUERY);
    const logo = `data:image/png;base64,${Buffer.from("no image").toString("base64")}`;
    expect(await codeOf(desk().edits.save(QUERY, { ...editsOf(), imprint: { logo } }, revision))).toBe("brief.logo");
    expect(await codeOf(desk().edits.open({ ...QUERY, b: "Atlantis" }))).toBe("state.unknown");
    expect(await codeOf(desk().edits.open({ a: "BRA", b: "FIN", name: "main" }))).toBe("brief.nodata");
    expect(await codeOf(desk().edits.send(QUERY, ["reader@example.org"]))).toBe("mail.settings");
  });
}
