import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { emptyFolder, entente } from "./command.ts";

const VERBS = "--- BLESS [051] ---\nBLESS\n- * LANTERN [120]\n- * MOON [999]\n";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("entente verbs", () => {
  test("writes a dictionary's rules, lists what it leaves out, and has the other commands read them", async () => {
    const folder = await emptyFolder();
    const [dictionary, tables] = [join(folder, "verbs.txt"), join(folder, "tables")];
    await writeFile(dictionary, VERBS);
    const imported = await entente(["verbs", dictionary, "--out", tables, "--first"]);
    expect([imported.code, imported.stdout]).toEqual([
      0,
      `rules/own-verbs.yaml: 2 rules\nleft out: 1\n${dictionary}:4: the codebook has no code 999: - * MOON [999]\n`,
    ]);
    vi.stubEnv("ENTENTE_KNOWLEDGE", tables);
    const read = await entente(["read"], "Poland blessed Spain. France blessed Italy with a lantern.");
    expect(read.stdout).toContain("SUPPORT · POL → ESP");
    expect(read.stdout).toContain("REJECT · FRA → ITA");
    expect(read.stdout).toContain("CAMEO 120");
  });

  test("takes codes that are not CAMEO's from a table", async () => {
    const folder = await emptyFolder();
    const [dictionary, codes] = [join(folder, "verbs.txt"), join(folder, "codes.tsv")];
    await writeFile(dictionary, VERBS);
    await writeFile(codes, "code\ttype\tmode\n051\tAID\t\n12\t-\t\n");
    const imported = await entente(["verbs", dictionary, "--out", folder, "--codes", codes, "--json"]);
    expect(JSON.parse(imported.stdout)).toMatchObject({ rules: 2, leftOut: [{ line: 4 }] });
    const missing = await entente(["verbs", join(folder, "gone"), "--out", folder]);
    expect(missing.code).toBe(3);
  });
});
