import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildKnowledge, importPetrarchActors, joinTables, roleOn } from "../../src/knowledge/index.ts";
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
