import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  buildKnowledge,
  importPetrarchActors,
  importPetrarchAgents,
  joinTables,
  petrarchActor,
  roleOn,
} from "../../src/knowledge/index.ts";
import { WORLD } from "../support/world.ts";

const SHARED = join(import.meta.dirname, "../../../shared/data");
const DICTIONARIES = ["petrarch/PETR.Validate.actors.txt", "phoenix/Phoenix.Countries.actors.txt"].map((path) =>
  join(SHARED, path),
);
const absent = DICTIONARIES.some((path) => !existsSync(path));
if (absent) console.log("skipped: the dictionaries beside this project are absent");

const TEXT = `<!-- a dictionary of our own -->
ARVANIA_ [ARV] # the state
+ARVANIAN
+NEW_ARVANIA
FREDONIA_ [FRE]
+FREDONIAN_
FREDONIAN_NATIONAL_GUARD
+F.N.G.
	[FREMIL]
RUFUS_T._FIREFLY_  ; President
+FIREFLY_
	[FREELI 330101-451231]
	[FREGOV 20010615-030920]
	[FREGOV >051130]
	[FREELI]
OLD_TRENTINO [TRE <790606] [SYL]
NOT_AN_ACTOR [---]
GREEN_CROSS [NGOHLH]
+G.C.
THE_OLD_CASTLE [FREGOV]
ZORBA [ARVGOV 900101-991231] [ARVREB]
+THE_DANCER
BROKEN_CODE [12]
BAD_DATE [FREGOV 20011399-20020101]
`;

describe("importPetrarchActors", () => {
  const tables = importPetrarchActors(TEXT);

  test("turns a dictionary into tables that an analyst can read", async () => {
    const printed = Object.entries(tables).map(([file, text]) => `== ${file}\n${text}`);
    await expect(printed.join("\n")).toMatchFileSnapshot("snapshots/petrarch.txt");
  });

  test("gives tables that load beside the project's own", () => {
    const joined = buildKnowledge(joinTables(WORLD, tables));
    expect(joined.stateOf("New Arvania")?.code).toBe("ARV");
    expect(joined.stateOf("fredonia")?.code).toBe("FRE");
    expect(joined.states.filter(({ code }) => code === "ARV")).toHaveLength(1);
    const firefly = joined.persons.find(({ id }) => id === "rufus-t-firefly");
    if (!firefly) throw new Error("the importer lost a person");
    expect(roleOn(firefly, "1940-01-01")?.sector).toBe("ELI");
    expect(roleOn(firefly, "2002-01-01")?.sector).toBe("GOV");
    expect(roleOn(firefly, "2004-01-01")?.sector).toBe("ELI");
    expect(roleOn(firefly, "2005-12-01")?.sector).toBe("GOV");
  });

  test("takes a state under the project's code where the dictionary has another", () => {
    const joined = buildKnowledge(joinTables(WORLD, importPetrarchActors("BORLAND [BLD]\nBORLAND_GUARD [BLDMIL]\n")));
    expect(joined.states.map(({ code }) => code)).not.toContain("BLD");
    const named = buildKnowledge(
      joinTables(WORLD, importPetrarchActors("DAME_ADA_MOOR [ARVGOV >2001]\nADA_MOOR [BORELI >200101]\n")),
    );
    expect(named.persons.filter(({ name }) => name === "Ada Moor")).toHaveLength(1);
  });

  test("leaves the roles of a person whom the project has as they are", () => {
    const joined = buildKnowledge(joinTables(WORLD, importPetrarchActors("ADA_MOOR [BORGOV 200101-210101]\n")));
    expect(joined.persons.find(({ id }) => id === "ada-moor")?.roles.map(({ country }) => country)).toEqual(["ARV"]);
  });

  test.skipIf(absent).each(DICTIONARIES)("reads %s whole", (path) => {
    const imported = importPetrarchActors(readFileSync(path, "latin1"));
    const joined = buildKnowledge(joinTables(WORLD, imported));
    expect(joined.states.length).toBeGreaterThan(80);
  });

  test.skipIf(absent)("finds the offices of a known leader in Phoenix", () => {
    const imported = importPetrarchActors(readFileSync(DICTIONARIES[1], "latin1"));
    const putin = buildKnowledge(joinTables(WORLD, imported)).persons.find(({ id }) => id === "vladimir-putin");
    if (!putin) throw new Error("Phoenix lost Vladimir Putin");
    expect(roleOn(putin, "1990-01-01")?.sector).toBe("ELI");
    expect(roleOn(putin, "2004-01-01")?.sector).toBe("GOV");
  });
});

const AGENTS = `!MINST! = MINISTER, MINISTRY
SOLDIER [~MIL] # with a regular plural
TROOPS {} [~MIL]
ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]
PARTY [~PTY]
SECURITY_MAN [~GOVSPY]
!MINST!_OF_WALKS [~GOV]
RELIEF_BODY [NGO~]
GOLDEN_GOOSE {GOLDEN_GEESE} [~GGS]
`;

describe("importPetrarchAgents", () => {
  const tables = importPetrarchAgents(AGENTS);

  test("gives names, plurals, kinds and PLOVER's sectors", () => {
    const rows = tables["agents.tsv"].trim().split("\n").slice(1);
    expect(rows.map((row) => row.split("\t").slice(0, 4).join(" / "))).toEqual([
      "soldier / soldiers / people / MIL",
      "troops /  / force / MIL",
      "attorney general / attorneys general / people / GOV",
      "party / parties / body / PTY",
      "security man / security men / people / SPY",
      "minister of walks|ministry of walks /  / people / GOV",
      "relief body / relief bodies / body / NGO",
      "golden goose / golden geese / people / UNK",
    ]);
  });

  test("gives a table that loads, before or behind a table that has some of its nouns", () => {
    const behind = buildKnowledge(joinTables(WORLD, tables));
    const before = buildKnowledge({ ...WORLD, ...joinTables(tables, { "agents.tsv": WORLD["agents.tsv"] }) });
    expect(behind.version).not.toBe(before.version);
  });
});

describe("petrarchActor", () => {
  test.each([
    ["ARV", "ARV", "GOV"],
    ["ARVGOVMIL", "ARV", "MIL"],
    ["FREXYZOPP", "FRE", "OPP"],
    ["IGOARV", "IGO", "IGO"],
    ["FREXYZ", "FRE", "UNK"],
  ])("reads %s", (code, country, sector) => {
    expect(petrarchActor(code)).toEqual({ country, sector });
  });
});
