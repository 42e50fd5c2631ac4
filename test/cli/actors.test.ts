import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { emptyFolder, entente } from "./command.ts";

const ACTORS = `ARVANIA_ [ARV]
+ARVANIAN
QUEEN_ORLA_OF_ARVANIA [ARVGOV >20010101]
`;
const AGENTS = "CLOUD_KEEPER [~MIL]\n";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("entente actors", () => {
  test("writes a dictionary's tables, which the other commands then read", async () => {
    const folder = await emptyFolder();
    const tables = join(folder, "tables");
    for (const [name, text] of [
      ["actors.txt", ACTORS],
      ["agents.txt", AGENTS],
    ]) {
      await writeFile(join(folder, name), text);
      const { code, stdout } = await entente(["actors", join(folder, name), "--out", tables]);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/^\w+\.tsv: 1 rows/)]);
    }
    expect((await readdir(tables)).sort()).toEqual(["agents.tsv", "persons.tsv", "roles.tsv", "states.tsv"]);
    vi.stubEnv("ENTENTE_KNOWLEDGE", tables);
    const read = await entente(
      ["read", "--published", "2015-01-10"],
      "Arvanian cloud keepers attacked Poland on Monday.",
    );
    expect(read.stdout).toContain("ASSAULT · ARV/MIL → POL");
  });

  test("says so where the dictionary or the folder of tables is missing", async () => {
    const folder = await emptyFolder();
    const gone = join(folder, "gone");
    const imported = await entente(["actors", gone, "--out", folder]);
    expect([imported.code, imported.stderr]).toEqual([3, expect.stringContaining(gone)]);
    vi.stubEnv("ENTENTE_KNOWLEDGE", gone);
    const read = await entente(["read"], "Poland met Spain.");
    expect([read.code, read.stderr]).toEqual([3, expect.stringContaining(gone)]);
  });
});
