import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, briefMarkdown, differencesOf, differencesText, writeBrief } from "../../src/brief/index.ts";
import type { Brief, BriefEdit, Statement } from "../../src/schema/index.ts";
import { EXERCISE, factsOf, STATEMENT, type Told } from "./world.ts";

const SECOND: Told = {
  id: "second",
  text: "Arnor and Gondor opened a market at the Greenway, the guild of merchants said.",
  words: "opened a market",
  incident: { domain: "economic" },
};
const built = (...told: Told[]): Brief => writeBrief(factsOf({ told, sayings: [STATEMENT] }));
const edited = (brief: Brief, ...edits: BriefEdit[]) => applyEdits(brief, { schema: "entente.brief-edits/1", edits });
const statementsOf = (brief: Brief): Statement[] => brief.sections.flatMap(({ statements }) => statements);
const find = (brief: Brief, id: string): Statement | undefined =>
  statementsOf(brief).find((statement) => statement.id === id);

const REWRITE: BriefEdit = {
  kind: "rewrite",
  statement: "incident.exercise",
  sentence: "The fleets met off Belfalas.",
};

test("a rewritten sentence is marked as the analyst's own and keeps its sources", () => {
  const brief = built(EXERCISE, SECOND);
  const statement = find(edited(brief, REWRITE).brief, "incident.exercise");
  expect(statement).toMatchObject({ sentence: "The fleets met off Belfalas.", by: "analyst" });
  expect(statement?.evidence).toEqual(find(brief, "incident.exercise")?.evidence);
  expect(briefMarkdown(edited(brief, REWRITE).brief)).toMatch(/The fleets met off Belfalas\.\[\^\d\] \*\(analyst\)\*/);
});

test("edits survive a brief that is built anew with more in it", () => {
  const note: BriefEdit = { kind: "note", statement: "incident.exercise", note: "See the log of the Dol Amroth." };
  const anew = edited(built(EXERCISE, SECOND), REWRITE, note);
  expect(anew.lost).toEqual([]);
  expect(find(anew.brief, "incident.exercise")).toMatchObject({ sentence: REWRITE.sentence, note: note.note });
  expect(find(anew.brief, "incident.second")).toBeDefined();
});

test("an edit of a statement that is gone is given back, not lost in silence", () => {
  expect(edited(built(SECOND), REWRITE).lost).toEqual([0]);
});

test("an edit finds the sentence that tells its incident, though it is named after another one by now", () => {
  const twin: Told = { ...EXERCISE, id: "a-twin", incident: { type: "AGREE", domain: "military" } };
  const brief = built(EXERCISE, twin);
  const named = statementsOf(brief).find(({ id, incidents }) => id.startsWith("incident.") && incidents?.length === 2);
  const other = ["exercise", "a-twin"].find((id) => named?.id !== `incident.${id}`);
  const result = edited(brief, { ...REWRITE, statement: `incident.${other}` });
  expect(result.lost).toEqual([]);
  expect(find(result.brief, named?.id ?? "")).toMatchObject({ sentence: REWRITE.sentence });
});

test("an edit over a sentence that says something else by now is pointed out", () => {
  const brief = built(EXERCISE);
  const was = find(brief, "incident.exercise")?.sentence;
  expect(edited(brief, { ...REWRITE, was }).stale).toEqual([]);
  expect(edited(brief, { ...REWRITE, was: "Another sentence." }).stale).toEqual([0]);
});

test("a dropped statement takes its source with it where nothing else rests on it", () => {
  const drops: BriefEdit[] = ["incident.second", "weightiest"].map((statement) => ({ kind: "drop", statement }));
  const { brief } = edited(built(EXERCISE, SECOND), ...drops);
  expect(find(brief, "incident.second")).toBeUndefined();
  expect(brief.sources.map(({ document }) => document)).not.toContain("d-second");
  expect(brief.sources.map(({ document }) => document)).toContain("d-exercise");
});

test("a sentence that an analyst adds stands in its section with its own sources", () => {
  const evidence = find(built(EXERCISE), "incident.exercise")?.evidence ?? [];
  const add: BriefEdit = {
    kind: "add",
    section: "bottom-line",
    statement: "own.1",
    sentence: "Watch the Bay.",
    evidence,
  };
  const own = find(edited(built(EXERCISE), add).brief, "own.1");
  expect(own).toMatchObject({ by: "analyst", evidence });
});

test("a source that an analyst gives must stand in the stored document", () => {
  const facts = factsOf({ told: [EXERCISE] });
  const [evidence] = find(built(EXERCISE), "incident.exercise")?.evidence ?? [];
  const wrong = { ...REWRITE, evidence: [{ ...evidence, words: "Something else stood here" }] } as BriefEdit;
  expect(() => applyEdits(writeBrief(facts), { schema: "entente.brief-edits/1", edits: [wrong] }, facts.slice)).toThrow(
    /does not resolve/,
  );
});

test("an imprint and a title are kept apart from the sentences", () => {
  const { brief } = applyEdits(built(EXERCISE), {
    schema: "entente.brief-edits/1",
    title: "Two realms",
    imprint: { byline: "Ioreth" },
    edits: [],
  });
  expect(brief).toMatchObject({ title: "Two realms", imprint: { byline: "Ioreth" } });
});

test("any order of a section keeps all of its statements", () => {
  const brief = built(EXERCISE, SECOND);
  const { id, statements } = brief.sections.find((section) => section.id === "method") ?? brief.sections[0];
  const ids = statements.map((statement) => statement.id);
  fc.assert(
    fc.property(fc.shuffledSubarray(ids), (order) => {
      const section = edited(brief, { kind: "order", section: id, statements: order }).brief.sections.find(
        (each) => each.id === id,
      );
      const now = section?.statements.map((statement) => statement.id) ?? [];
      expect([...now].sort()).toEqual([...ids].sort());
      expect(now.slice(0, order.length)).toEqual(order);
    }),
  );
});

test("differences between versions tell what came, went and changed", () => {
  const before = built(EXERCISE);
  const after = edited(built(EXERCISE, SECOND), REWRITE).brief;
  const kinds = differencesOf(before, after).map(({ kind, statement }) => `${kind} ${statement}`);
  expect(kinds).toContain("added incident.second");
  expect(kinds).toContain("changed incident.exercise");
  expect(differencesOf(after, before).map(({ kind, statement }) => `${kind} ${statement}`)).toContain(
    "dropped incident.second",
  );
  expect(differencesText(differencesOf(before, after))).toContain("now: The fleets met off Belfalas.");
});

test("a brief does not differ from itself", () => {
  expect(differencesOf(built(EXERCISE, SECOND), built(EXERCISE, SECOND))).toEqual([]);
  expect(differencesText([])).toBe("No difference.\n");
});

test("a reordered section is told as moved, and only what moved", () => {
  const brief = built(EXERCISE, SECOND);
  const method = brief.sections.find(({ id }) => id === "method")?.statements.map(({ id }) => id) ?? [];
  const { brief: after } = edited(brief, { kind: "order", section: "method", statements: method.toReversed() });
  const differences = differencesOf(brief, after);
  expect(differences.length).toBeGreaterThan(0);
  expect(differences.every(({ kind, section }) => kind === "moved" && section === "Method")).toBe(true);
});
