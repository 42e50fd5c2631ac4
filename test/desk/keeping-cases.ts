import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, importFolder, isExported, LocalDesk, restoreFolder } from "../../src/desk/index.ts";
import { EventImport, Freeze, Recoding, Verification } from "../../src/schema/index.ts";

const SEVENTEEN = 17;

/** Keeping, over a ledger that holds some documents: everybody who keeps one must do this. */
export function keepingCases(desk: () => Desk): void {
  describe("keeping", () => {
    let folder: string;
    const at = (name: string): string => join(folder, name);

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "entente-keeping-"));
    });

    afterAll(() => rm(folder, { recursive: true, force: true }));

    test("a whole ledger is found whole", async () => {
      const found = Verification.parse(await desk().keeping.verify());
      expect(found.damage).toEqual([]);
      expect(found.documents).toBe((await desk().overview()).documents);
      expect(found.originals).toBeGreaterThan(0);
    });

    test("a backup and an export give the same ledger again", async () => {
      const before = await desk().overview();
      expect(await desk().keeping.backup(at("backup"))).toEqual({ path: at("backup") });
      await restoreFolder(at("backup"), at("restored"));
      await desk().keeping.export({ path: at("export"), format: "ndjson" });
      expect([await isExported(at("export")), await isExported(at("backup"))]).toEqual([true, false]);
      await importFolder(at("export"), at("imported"));
      for (const name of ["restored", "imported"]) {
        const again = await LocalDesk.open(at(name), { workers: 0 });
        expect(await again.overview()).toEqual(before);
        await again.close();
      }
      await expect(desk().keeping.backup(at("backup"))).rejects.toMatchObject({ code: "data.occupied" });
    });

    test("incidents are written as GDELT's columns, which can be read as GDELT again, and as PLOVER JSON", async () => {
      const gdelt = await desk().keeping.export({ path: at("a.export.CSV"), format: "gdelt" });
      const rows = (await readFile(at("a.export.CSV"), "utf8")).split("\n").slice(0, -1);
      expect(rows).toHaveLength(gdelt.rows ?? 0);
      for (const row of rows) expect(row.split("\t")).toHaveLength(61);
      const taken = EventImport.parse(await desk().keeping.importEvents(at("a.export.CSV")));
      expect(taken).toMatchObject({ table: "gdelt_events", rows: rows.length, added: rows.length, refused: [] });
      const plover = await desk().keeping.export({ path: at("a.ndjson"), format: "plover" });
      const lines = (await readFile(at("a.ndjson"), "utf8")).trimEnd().split("\n");
      expect(plover).toMatchObject({ rows: lines.length, leftOut: 0 });
      expect(lines).toHaveLength((await desk().overview()).incidents);
      const first = JSON.parse(lines[0]);
      const incident = await desk().incident(first.event_id);
      expect(first).toMatchObject({ event_type: incident.type, text: incident.evidence.words });
      await expect(desk().keeping.export({ path: at("a.ndjson"), format: "plover" })).rejects.toMatchObject({
        code: "data.occupied",
      });
    });

    test("a file that is no event data is refused as a whole", async () => {
      await writeFile(at("people.csv"), "name,age\nx,1\n");
      await expect(desk().keeping.importEvents(at("people.csv"))).rejects.toMatchObject({ code: "events.unknown" });
    });

    test("a freeze is listed, answers as it was made, and goes when it is deleted", async () => {
      const period = { from: "2020-12-01", to: "2020-12-31" };
      const made = Freeze.parse(await desk().keeping.freeze({ name: "december", ...period }));
      expect(made.digest).toMatch(/^[0-9a-f]{64}$/);
      expect((await desk().keeping.freezes()).map(({ name }) => name)).toEqual(["december"]);
      expect(await desk().keeping.verifyFreeze("december")).toEqual({
        name: "december",
        digest: made.digest,
        damage: [],
      });
      const frozen = await LocalDesk.open(made.path, { workers: 0 });
      const question = { a: "CHN", b: "RUS", ...period };
      const [there, here] = [await frozen.relation(question), await desk().relation(question)];
      expect(there.incidents.map(({ id }) => id)).toEqual(here.incidents.map(({ id }) => id));
      expect((await frozen.brief(question)).title).toBe("China and Russia, December 2020");
      await expect(frozen.add({ kind: "text", text: "China and Russia signed a treaty." })).rejects.toMatchObject({
        code: "data.frozen",
      });
      await frozen.close();
      await expect(desk().keeping.freeze({ name: "december" })).rejects.toMatchObject({ code: "freeze.taken" });
      await desk().keeping.deleteFreeze("december");
      expect(await desk().keeping.freezes()).toEqual([]);
      await expect(desk().keeping.verifyFreeze("december")).rejects.toMatchObject({ code: "freeze.unknown" });
    });

    test("coded anew by the same coder nothing is otherwise, and taking that changes nothing", async () => {
      const before = await desk().overview();
      const seen: number[] = [];
      const recoding = Recoding.parse(await desk().keeping.recode({}, { onProgress: ({ done }) => seen.push(done) }));
      expect(recoding).toMatchObject({ documents: before.documents, failed: [], rows: [], moreRows: 0, taken: false });
      expect(recoding.reports.same).toBe(before.reports);
      expect(seen.at(-1)).toBe(before.documents);
      expect(await desk().keeping.recode({ take: true })).toMatchObject({ taken: true });
      expect(await desk().overview()).toEqual(before);
    });

    test("of a relation the newest incidents are listed, and all are counted", async () => {
      const all = await desk().relation({ a: "CHN", b: "RUS" });
      const page = await desk().relation({ a: "CHN", b: "RUS", limit: 1 });
      expect(page).toMatchObject({ headline: all.headline, months: all.months, period: all.period });
      expect([page.incidents.length, page.moreIncidents]).toEqual([1, all.incidents.length - 1]);
      const whole = await desk().relation({ a: "CHN", b: "RUS", limit: all.incidents.length });
      expect(whole.incidents).toEqual(all.incidents);
      expect(whole).not.toHaveProperty("moreIncidents");
      const head = await desk().relation({ a: "CHN", b: "RUS", limit: 0 });
      const told = { incidents: [], quotations: [], moreIncidents: all.incidents.length };
      expect(head).toEqual({ ...all, ...told });
    });

    test("what is exported has one name a table", async () => {
      expect((await readdir(at("export"))).length).toBeGreaterThan(SEVENTEEN);
    });
  });
}
