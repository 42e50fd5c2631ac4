import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, rowsOf } from "./entries.ts";
import { batches } from "./intake-of-many.ts";

const SCRIPT = new URL("./intake-of-many.ts", import.meta.url).pathname;

/** Runs the intake in a process of its own and kills it after so many batches, in the middle of the next. */
async function killedAfter(folder: string, done: number): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, folder], { stdio: ["ignore", "pipe", "inherit"] });
  let seen = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    seen += chunk.toString().split("\n").length - 1;
    if (seen >= done) child.kill("SIGKILL");
  });
  await once(child, "exit");
}

test("an intake killed over and over ends as an undisturbed one", async () => {
  const [calm, rough] = [join(emptyFolder(), "calm"), join(emptyFolder(), "rough")];
  const undisturbed = await openLedger(calm);
  for (const batch of batches()) await undisturbed.append(batch);
  await undisturbed.close();
  for (const done of [1, 3, 5, 8]) {
    await killedAfter(rough, done);
    const ledger = await openLedger(rough);
    const { documents } = await ledger.counts();
    expect(documents % batches()[0].length).toBe(0);
    await ledger.close();
  }
  const resumed = await openLedger(rough);
  for (const batch of batches()) await resumed.append(batch);
  await resumed.close();
  expect(await rowsOf(rough)).toEqual(await rowsOf(calm));
});

test.each([0.9, 0.4, 0.001])("a write-ahead log cut to %d of its length leaves whole batches", async (part) => {
  const [calm, cut] = [join(emptyFolder(), "calm"), join(emptyFolder(), "cut")];
  await killedAfter(cut, 6);
  const log = join(cut, "ledger.duckdb.wal");
  truncateSync(log, Math.floor(part * statSync(log).size));
  const ledger = await openLedger(cut);
  const { documents } = await ledger.counts();
  expect(documents % batches()[0].length).toBe(0);
  expect((await ledger.verify()).damage).toEqual([]);
  for (const batch of batches()) await ledger.append(batch);
  await ledger.close();
  const undisturbed = await openLedger(calm);
  for (const batch of batches()) await undisturbed.append(batch);
  await undisturbed.close();
  expect(await rowsOf(cut)).toEqual(await rowsOf(calm));
});
