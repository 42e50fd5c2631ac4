import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyOperation } from "../../../src/coding/events/operators.ts";
import { buildEventRules } from "../../../src/knowledge/rules.ts";
import { MODES_OF } from "../../../src/knowledge/rules-rows.ts";
import { anyRows, simpleRows } from "../../../src/knowledge/rules-yaml.ts";
import { EntenteError, EVENT_TYPES } from "../../../src/schema/index.ts";

const row = (fields: Record<string, string>): string =>
  `- ${Object.entries({
    name: "praise",
    pattern: "praise",
    type: "SUPPORT",
    yes: "Ost praised West.",
    no: "Nobody praised it.",
    ...fields,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join("\n  ")}\n`;

function refusal(files: Record<string, string>): EntenteError {
  try {
    buildEventRules(files);
  } catch (error) {
    if (error instanceof EntenteError) return error;
    throw error;
  }
  throw new Error("the table was not refused");
}

describe("the loader of event rules", () => {
  test("indexes the more specific rows of a word first", () => {
    const plain = row({});
    const special = row({ name: "praise-ties", pattern: "praise > tie" });
    const rules = buildEventRules({ "rules/a.yaml": plain + special });
    expect(rules.events.verb.get("praise")?.map(({ name }) => name)).toEqual(["praise-ties", "praise"]);
  });
  test("looks words up in a map, so that constructor is no rule", () => {
    expect(buildEventRules({ "rules/a.yaml": row({}) }).events.verb.get("constructor")).toBeUndefined();
  });
  test.each([
    ["an unknown type", row({ type: "LOVE" }), /type/],
    ["a mode of another type", row({ mode: "phone" }), /SUPPORT has no mode "phone"/],
    ["a pattern that can't match", row({ pattern: "praise +sideways" }), /can't match/],
    ["an unknown field", row({ colour: "red" }), /colour/i],
    ["the same sentence for yes and no", row({ no: "Ost praised West." }), /same sentence/],
    ["a second row of the name", row({}) + row({ pattern: "laud" }), /taken by knowledge\/rules\/a.yaml:1/],
    ["a row behind another", row({}) + row({ name: "laud", pattern: "laud|praise" }), /praise has it/],
    ["text that is no list", "praise: yes\n", /not a list/],
    ["text that is no YAML", "- {name: [\n", /rules\/a.yaml/],
  ])("refuses %s and names the file and line", (_, text, detail) => {
    const error = refusal({ "rules/a.yaml": text });
    expect(error.code).toBe("knowledge.row");
    expect(error.message).toMatch(/knowledge\/rules\/a\.yaml:\d+/);
    expect(error.message).toMatch(detail);
    expect(error.remedy).not.toBe("");
  });
  test("names the line of the row, not of the file", () => {
    expect(refusal({ "rules/a.yaml": row({}) + row({ name: "x", type: "LOVE" }) }).message).toContain("a.yaml:6");
  });
  test("refuses a correction without a condition", () => {
    const text = "- name: x\n  from: [ASSAULT]\n  type: PROTEST\n  yes: Ost struck West.\n  no: West struck Ost.\n";
    expect(refusal({ "rules/corrections.yaml": text }).message).toContain("no condition");
  });
});

const FOLDER = join(import.meta.dirname, "../../../knowledge/rules");
const shipped = buildEventRules(
  Object.fromEntries(readdirSync(FOLDER).map((name) => [`rules/${name}`, readFileSync(join(FOLDER, name), "utf8")])),
);

describe("the quick reader of simple tables", () => {
  test.each(readdirSync(FOLDER))("reads %s as the YAML parser does", (name) => {
    const text = readFileSync(join(FOLDER, name), "utf8");
    expect(simpleRows(name, text)).toEqual(anyRows(name, text));
  });
  test.each(["- a: 1\n", "- a: yes\n", "- {a: b}\n", "- a: |\n    b\n", "- a: b\n  a: c\n", "  a: b\n"])(
    "leaves %j to the YAML parser",
    (text) => {
      expect(simpleRows("x", text)).toBeUndefined();
    },
  );
});

describe("the shipped event rules", () => {
  test("are 600 rows at least, over verbs, nouns and adjectives", () => {
    expect(shipped.rows.length).toBeGreaterThanOrEqual(600);
    for (const kind of ["verb", "noun", "adjective"] as const) expect(shipped.events[kind].size).toBeGreaterThan(3);
  });
  test("cover all sixteen types", () => {
    expect(new Set(shipped.rows.map(({ type }) => type))).toEqual(new Set(EVENT_TYPES));
  });
  test.each(Object.entries(MODES_OF))("cover the modes of %s", (type, modes) => {
    const rows = [...shipped.rows, ...shipped.corrections];
    const own = rows.filter((one) => one.type === type).map(({ mode }) => mode);
    const threatened = shipped.rows.map(({ type: inner, mode }) =>
      applyOperation("threaten", { type: inner, status: "happened", ...(mode && { mode }) }),
    );
    const found = new Set(
      type === "THREATEN" ? [...own, ...threatened.map((one) => ("mode" in one ? one.mode : ""))] : own,
    );
    expect(modes.filter((mode) => !found.has(mode))).toEqual([]);
  });
});
