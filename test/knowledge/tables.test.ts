import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildKnowledge, membersOn, organisationOn, roleOn } from "../../src/knowledge/index.ts";
import { EntenteError } from "../../src/schema/index.ts";
import { WORLD, world } from "../support/world.ts";

/** The error that the table gives with the row added to it. */
function refusal(file: string, row: string): EntenteError {
  try {
    buildKnowledge({ ...WORLD, [file]: `${WORLD[file]}${row}\n` });
  } catch (thrown) {
    if (thrown instanceof EntenteError) return thrown;
    throw thrown;
  }
  throw new Error(`${file} took the row "${row}"`);
}

const lines = (file: string): number => WORLD[file].trimEnd().split("\n").length;

const FAULTS: readonly [what: string, file: string, row: string, detail: string][] = [
  ["an unknown country", "outlets.tsv", "x\tX\t\tQQQ\tstate\ts", '"QQQ" is no country'],
  ["an unknown ownership", "outlets.tsv", "x\tX\t\tARV\troyal\ts", '"royal" is no ownership'],
  ["a duplicate name", "outlets.tsv", "x\tBorpress\t\tBOR\tstate\ts", '"Borpress" stands in line'],
  ["a duplicate code", "states.tsv", "ARV\tOther\t\t\t\t\t\t1\t1\t\t\t\ts", '"ARV" stands in line'],
  ["a code of two letters", "states.tsv", "AR\tOther\t\t\t\t\t\t1\t1\t\t\t\ts", '"AR" is no country code'],
  ["a latitude beyond the pole", "places.tsv", "P\t\t\t95\t1\tsea\t\ts", '"95" is no lat'],
  ["a bad date", "roles.tsv", "ada-moor\tARV\tGOV\tpresident\t2021-13\t\ts", '"2021-13" is no date'],
  ["a day that is none", "roles.tsv", "ada-moor\tARV\tGOV\tpresident\t2021-02-30\t\ts", '"2021-02-30" is no date'],
  ["a period that ends before it starts", "roles.tsv", "ada-moor\tARV\tGOV\tx\t2021\t2020\ts", "ends (2020) before"],
  ["a role of nobody", "roles.tsv", "nobody\tARV\tGOV\tx\t\t\ts", '"nobody" is no id of persons.tsv'],
  ["an unknown sector", "organs.tsv", "x\t\tXYZ\tfoo\ts", '"XYZ" is no sector'],
  ["an unknown type", "scores.tsv", "HUG\t\t1\t1\t01\ts", '"HUG" is no type'],
  ["an unknown context", "domains.tsv", "context\tlove\tmilitary\ts", '"love" is no name'],
  ["an unknown mode", "cameo.tsv", "CONSULT\thandshake\t\t042\ts", '"handshake" is no mode of CONSULT'],
  ["a context that is none", "cameo.tsv", "AGREE\t\tlove\t03\ts", '"love" is no context'],
  ["a CAMEO code beyond 20", "cameo.tsv", "AGREE\t\t\t21\ts", '"21" is no CAMEO code'],
  ["a row that no event can reach", "cameo.tsv", "CONSULT\t\tmilitary\t042\ts", "an earlier row of the type fits all"],
  ["the same type twice", "cameo.tsv", "CONSULT\t\t\t042\ts", '"CONSULT" stands in line 4 already'],
  ["an organisation of no state", "organisations.tsv", "x\tXYZ\t\talliance\tQQQ\tIGO\ts", '"QQQ" is no country code'],
  ["a state of another's name", "states.tsv", "XXA\tArvania\t\t\t\t\t\t1\t1\t\t\t\ts", '"Arvania" stands in line 2'],
  ["two persons of one name", "persons.tsv", "ada\tAda Moor\t\t\tf\ts", '"Ada Moor" stands in line 2'],
  ["the same role twice", "roles.tsv", "ada-moor\tARV\tGOV\tpresident\t2010-01-01\t2019\ts", "stands in line 2"],
  ["the same probability word twice", "probability.tsv", "likely\t0.1\t0.3\ts", '"likely" stands in line 2'],
  ["an agent of no kind", "agents.tsv", "pres\t\tthing\tGOV\ts", '"thing" is no kind'],
  ["an agent that has no name", "agents.tsv", "\t\toffice\tGOV\ts", "the row names nothing"],
  ["a place of an unknown country", "places.tsv", "Z\t\tQQQ\t51\t4\tcity\t\ts", '"QQQ" is no country'],
  ["a weapon of an unknown maker", "equipment.tsv", "X\t\tbomber\tQQQ\tARV\ts", '"QQQ" is no country'],
  ["members of no organisation", "members.tsv", "club\tARV\t\t\ts", '"club" is no id of organisations.tsv'],
  ["what no organisation was", "standings.tsv", "club\tGOV\t\t\ts", '"club" is no id of organisations.tsv'],
  ["a time that ends before it starts", "standings.tsv", "wolves\tGOV\t2001\t1999\ts", "ends (1999) before it starts"],
  ["a row without a source", "organs.tsv", "x\t\tGOV\tfoo", '"source" is empty'],
  ["a cell too many", "non-actors.tsv", "a\tb\tc", "the row has 3 cells"],
  ["a range upside down", "probability.tsv", "odd\t0.9\t0.1\ts", "ends (0.1) below"],
];

describe("a faulty table is refused whole", () => {
  test.each(FAULTS)("%s is named with file and line", (_, file, row, detail) => {
    const error = refusal(file, row);
    expect(error.code).toBe("knowledge.row");
    expect(error.message).toContain(`knowledge/${file}:${lines(file) + 1}: `);
    expect(error.message).toContain(detail);
    expect(error.remedy.length).toBeGreaterThan(10);
  });

  test("a missing column is named in the header's line", () => {
    const build = () => buildKnowledge({ ...WORLD, "outlets.tsv": "# note\nid\tname\n" });
    expect(build).toThrow('knowledge/outlets.tsv:2: the column "names" is missing');
  });

  test("a missing table that everything needs is named", () => {
    const { "scores.tsv": _, ...rest } = WORLD;
    expect(() => buildKnowledge(rest)).toThrow("scores.tsv:1: the table is missing");
  });

  test("a type without a score is named", () => {
    const text = WORLD["scores.tsv"].replace(/^AID.*\n/m, "");
    expect(() => buildKnowledge({ ...WORLD, "scores.tsv": text })).toThrow("there is no row for AID");
  });
});

describe("look-ups", () => {
  test("a state is found by code, name, other name, in any case and with accents", () => {
    for (const name of ["ARV", "arvania", "Republic of Arvania", "Árvania", " a.r. "])
      expect(world().stateOf(name)?.code).toBe("ARV");
    expect(world().stateOf("Atlantis")).toBeUndefined();
    expect(world().stateName("BOR")).toBe("Borland");
    expect(world().stateName("IGO")).toBe("IGO");
  });

  test("a word that is also a property of every object is no state", () => {
    for (const word of ["constructor", "__proto__", "toString"]) expect(world().stateOf(word)).toBeUndefined();
    expect(world().outletOf("constructor")).toBeUndefined();
    expect(world().namesakes.get("constructor")).toBeUndefined();
  });

  test("an outlet is found with and without its article", () => {
    expect(world().outletOf("The Arvania Today")?.ownership).toBe("private");
    expect(world().outletOf("official borlandic news agency")?.id).toBe("borpress");
  });

  test("the first context of the table decides the domain, and the type where there is none", () => {
    expect(world().domainOf(["diplomatic", "military"], "CONSULT")).toBe("military");
    expect(world().domainOf([], "CONSULT")).toBe("diplomatic");
  });

  test("a mode without a score has its type's", () => {
    expect(world().scoreOf("CONSULT", "phone")).toBe(1.5);
    expect(world().scoreOf("CONSULT", "smoke signals")).toBe(1);
  });

  test("a role and a membership hold on the day", () => {
    const brand = world().persons.find(({ id }) => id === "otto-brand");
    const league = world().organisations.find(({ id }) => id === "league");
    if (!brand || !league) throw new Error("the invented world lacks its people");
    expect(roleOn(brand, "2011-06-30")?.office).toBe("foreign minister");
    expect(roleOn(brand, "2011-07-01")?.office).toBe("president");
    expect(roleOn(brand, "2004-12-31")).toBeUndefined();
    const wolves = world().organisations.find(({ id }) => id === "wolves");
    const days = ["1989-12-31", "1990-01-01", "1999-06-30", "1999-07-01"];
    expect(days.map((day) => wolves && organisationOn(wolves, day).sector)).toEqual(["REB", "GOV", "PTY", "REB"]);
    expect(membersOn(league, "2010-06-30")).toEqual(["ARV", "BOR", "CES"]);
    expect(membersOn(league, "2010-07-01")).toEqual(["ARV", "BOR"]);
    expect(world().holderOf("ARV", "president", "2020-01-01")).toBeUndefined();
    expect(world().holderOf("ARV", "president", "2019-12-31")?.id).toBe("ada-moor");
  });
});

test("the version changes with any table and not with their order", () => {
  const turned = buildKnowledge(Object.fromEntries(Object.entries(WORLD).reverse())).version;
  expect(turned).toBe(world().version);
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(WORLD)), (file) => {
      const changed = buildKnowledge({ ...WORLD, [file]: `${WORLD[file]}# a note\n` }).version;
      expect(changed).not.toBe(turned);
    }),
    { numRuns: 20 },
  );
});

describe("the nearest CAMEO code", () => {
  test.each([
    ["CONSULT", "phone", ["economic"], "041"],
    ["CONSULT", undefined, ["military", "economic"], "0311"],
    ["CONSULT", undefined, [], "040"],
    ["AID", undefined, [], undefined],
  ] as const)("of %s %s %j", (type, mode, contexts, code) => {
    expect(world().cameoOf(type, mode, contexts)).toBe(code);
  });
});
