import { spawn } from "node:child_process";
import { once } from "node:events";
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
