import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BriefKey, importLedger, openLedger } from "../../src/ledger/index.ts";
import type { Brief, BriefEdits } from "../../src/schema/index.ts";

const KEY: BriefKey = { dyad: ["RUS", "CHN"], from: "2020-01-01", name: "main" };
const edits = (sentence: string): BriefEdits => ({
  schema: "entente.brief-edits/1",
  edits: [{ kind: "rewrite", statement: "count", sentence }],
});
const BRIEF: Brief = {
  schema: "entente.brief/1",
  dyad: ["CHN", "RUS"],
  names: ["China", "Russia"],
  title: "China, “Russia”\nand a line",
  period: { from: "2020-01-01", to: "2020-12-31" },
  sections: [],
  sources: [],
  coder: "test",
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-edits-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("edits are kept by dyad, period and name, each state of them, and outlive the process", async () => {
  const first = await openLedger(join(folder, "data"));
  expect(await first.edits.read(KEY)).toBeUndefined();
  expect(await first.edits.write(KEY, edits("One."), 0)).toBe(1);
  expect(await first.edits.write(KEY, edits("Two."), 1)).toBe(2);
  await expect(first.edits.write(KEY, edits("Three."), 1)).rejects.toMatchObject({ code: "edits.conflict" });
  expect(await first.edits.read({ ...KEY, to: "2020-12-31" })).toBeUndefined();
  await first.close();
  const again = await openLedger(join(folder, "data"));
  expect(await again.edits.read({ ...KEY, dyad: ["CHN", "RUS"] })).toEqual({ revision: 2, edits: edits("Two.") });
  await again.close();
});

test("of two savings at once over one revision, one is kept and the other told", async () => {
  const ledger = await openLedger(join(folder, "data"));
  const results = await Promise.allSettled(["One.", "Two."].map((words) => ledger.edits.write(KEY, edits(words), 0)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  await ledger.close();
});

test.each(["parquet", "csv", "ndjson"] as const)("edits and versions go with an export as %s", async (format) => {
  const ledger = await openLedger(join(folder, "data"));
  await ledger.edits.write(KEY, edits('He said “no”, and\n"nothing" else.'), 0);
  const head = await ledger.edits.keep(KEY, { edits: edits("One."), brief: BRIEF, words: "as sent" });
  await ledger.edits.keep(KEY, { edits: edits("Two."), brief: BRIEF });
  await ledger.export(join(folder, "export"), format);
  await ledger.close();
  await importLedger(join(folder, "export"), join(folder, "import"));
  const imported = await openLedger(join(folder, "import"));
  expect((await imported.edits.read(KEY))?.edits).toEqual(edits('He said “no”, and\n"nothing" else.'));
  expect(await imported.edits.versions(KEY)).toEqual([head, expect.objectContaining({ number: 2 })]);
  expect(await imported.edits.version(KEY, 1)).toEqual({ ...head, edits: edits("One."), brief: BRIEF });
  await expect(imported.edits.version(KEY, 3)).rejects.toMatchObject({ code: "version.unknown" });
  await imported.close();
});
