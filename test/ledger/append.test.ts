import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, entryOf, ledgerWith, rowsOf } from "./entries.ts";

const patrol = entryOf({
  text: "Arnor and Gondor flew a joint patrol over the Anduin.",
  published: "2020-12-22",
  publisher: "Arnor Herald",
  events: [{ actors: ["Arnor", "Gondor"], on: "2020-12-22" }],
});
const quiet = entryOf({ text: "Nothing happened in Rohan.", published: "2020-12-23" });

test("what goes in comes out as it was", async () => {
  const ledger = await ledgerWith([patrol, quiet]);
  const stored = await ledger.document(patrol.document.id);
  expect(stored.document).toEqual(patrol.document);
  expect(stored.reading).toEqual(patrol.reading);
  expect(Buffer.from(await ledger.original(patrol.document.original))).toEqual(Buffer.from(patrol.original));
  expect(await ledger.documents()).toMatchObject([{ id: patrol.document.id }, { id: quiet.document.id }]);
  expect(await ledger.documents({ offset: 1, limit: 1 })).toMatchObject([{ id: quiet.document.id }]);
});

test("appending the same again changes nothing", async () => {
  const folder = emptyFolder();
  const first = await openLedger(folder);
  await first.append([patrol, quiet, patrol]);
  await first.close();
  const before = await rowsOf(folder);
  const second = await openLedger(folder);
  const result = await second.append([quiet, patrol]);
  await second.close();
  expect(result).toEqual({ added: [], known: [quiet.document.id, patrol.document.id], reports: 0, incidents: 0 });
  expect(await rowsOf(folder)).toEqual(before);
});

test("a document twice in a batch is taken once", async () => {
  const ledger = await ledgerWith();
  const result = await ledger.append([patrol, patrol]);
  expect(result).toEqual({ added: [patrol.document.id], known: [patrol.document.id], reports: 1, incidents: 1 });
});

test("a reading by a new coder stands beside the old one and counts", async () => {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  await ledger.append([patrol, quiet]);
  const recoded = entryOf({
    text: patrol.document.text,
    published: "2020-12-22",
    publisher: "Arnor Herald",
    events: [{ actors: ["Arnor", "Gondor"], type: "CONSULT", on: "2020-12-22" }],
    coder: "2.0.0",
  });
  await ledger.append([recoded]);
  expect((await ledger.document(patrol.document.id)).reading.coder.version).toBe("2.0.0");
  expect(await ledger.incidents()).toMatchObject([{ type: "CONSULT", documents: 1 }]);
  expect(await ledger.counts()).toMatchObject({ documents: 2, reports: 1, incidents: 1 });
  await ledger.close();
  const { readings } = await rowsOf(folder);
  expect(readings).toHaveLength(3);
});

test("originals lie under their SHA-256 and nothing else lies beside them", async () => {
  const ledger = await ledgerWith([patrol, quiet]);
  const folder = join(ledger.folder, "originals");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map((file) => file.name).sort()).toEqual([patrol.document.original, quiet.document.original].sort());
  for (const file of files) {
    const hash = createHash("sha256")
      .update(readFileSync(join(file.parentPath, file.name)))
      .digest("hex");
    expect([hash, file.parentPath]).toEqual([file.name, join(folder, hash.slice(0, 2))]);
  }
});

test("appends at the same time queue up, and reads go on beside them", async () => {
  const ledger = await ledgerWith();
  const entries = Array.from({ length: 20 }, (_, index) =>
    entryOf({ text: `Arnor and Rohan met for the ${index}th time.`, events: [{ actors: ["Arnor", "Rohan"] }] }),
  );
  const results = await Promise.all([...entries.map((entry) => ledger.append([entry])), ledger.counts()]);
  expect(results).toHaveLength(21);
  expect(await ledger.counts()).toMatchObject({ documents: 20, reports: 20 });
});

test("documents in other languages are counted as not coded", async () => {
  const foreign = { ...quiet, document: { ...quiet.document, language: "ru" } };
  const ledger = await ledgerWith([patrol, foreign]);
  expect(await ledger.counts()).toEqual({ documents: 2, notCoded: 1, reports: 1, incidents: 1, quotations: 0 });
});
