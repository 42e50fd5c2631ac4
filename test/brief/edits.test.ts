import fc from "fast-check";
import { extractText } from "unpdf";
import { expect, test } from "vitest";
import {
  applyEdits,
  briefHtml,
  briefMarkdown,
  briefPdf,
  briefText,
  differencesOf,
  differencesText,
  evidenceList,
  writeBrief,
} from "../../src/brief/index.ts";
import type { Brief, BriefEdit, Statement } from "../../src/schema/index.ts";
import { exampleBrief } from "./outputs.ts";
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

const sectionIds = ({ sections }: Brief): string[] => sections.map(({ id }) => id);

test("any order of sections keeps all of them, whole parts together, and says which moved", () => {
  const brief = built(EXERCISE, SECOND);
  const ids = sectionIds(brief);
  fc.assert(
    fc.property(fc.shuffledSubarray([...ids, "gone"], { minLength: 1 }), (order) => {
      const { brief: after, lost } = edited(brief, { kind: "sections", sections: order });
      expect(sectionIds(after).toSorted()).toEqual(ids.toSorted());
      expect(lost).toEqual(order.every((id) => id === "gone") ? [0] : []);
      const parts = after.sections.map(({ part }) => part).filter((part, at, all) => part && part !== all[at - 1]);
      expect(new Set(parts).size).toBe(parts.length);
      expect(statementsOf(after).length).toBe(statementsOf(brief).length);
      if (sectionIds(after).join() === ids.join()) expect(differencesOf(brief, after)).toEqual([]);
      else expect(differencesOf(brief, after).every(({ kind }) => kind === "moved")).toBe(true);
    }),
  );
});

test("a section that is new since the order was made stays behind the one it stands behind", () => {
  const before = built(EXERCISE);
  const order = sectionIds(before).toReversed();
  const after = edited(built(EXERCISE, SECOND), { kind: "sections", sections: order });
  const fresh = sectionIds(built(EXERCISE, SECOND)).find((id) => !order.includes(id)) ?? "";
  const at = (ids: readonly string[]) => ids[ids.indexOf(fresh) - 1];
  expect(fresh).not.toBe("");
  expect(at(sectionIds(after.brief))).toBe(at(sectionIds(built(EXERCISE, SECOND))));
});

test("one section moved to the front is told as that one alone", () => {
  const brief = built(EXERCISE);
  const ids = sectionIds(brief);
  const { brief: after } = edited(brief, { kind: "sections", sections: [ids[ids.length - 1], ...ids.slice(0, -1)] });
  expect(differencesOf(brief, after)).toEqual([
    { kind: "moved", section: after.sections[0].heading, statement: "", after: "The whole section" },
  ]);
});

const letters = (text: string): string => text.replace(/[^\p{L}\d]/gu, "");

test("every format tells the sections in the order that the analyst gave", async () => {
  const brief = exampleBrief();
  const { brief: after } = edited(brief, { kind: "sections", sections: sectionIds(brief).toReversed() });
  const firsts = after.sections.flatMap(({ statements }) =>
    statements.slice(0, 1).map(({ sentence }) => letters(sentence)),
  );
  expect(firsts.length).toBeGreaterThan(4);
  const pdf = await extractText(new Uint8Array(briefPdf(after)), { mergePages: true });
  const list = evidenceList(after).statements.map(({ sentence }) => sentence);
  for (const text of [briefMarkdown(after), briefHtml(after), briefText(after), pdf.text, list.join(" ")]) {
    const places = firsts.map((sentence) => letters(text).indexOf(sentence));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});
