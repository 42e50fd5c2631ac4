import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, rowsOf } from "./entries.ts";
import { batches } from "./intake-of-many.ts";

const SCRIPT = new URL("./intake-of-many.ts", import.meta.url).pathname;
const SLOW = { timeout: 120_000 };

/** Whether a small file system in memory can be mounted here, as root of a container with that right can. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "entente-mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]).status === 0;
  if (mounted) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
  return mounted;
}

/** A disk of so many megabytes. */
function smallDisk(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-disk-"));
  spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  onTestFinished(() => {
    spawnSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** What an intake in a process of its own says on its way, and its fault. */
async function intake(
  command: string,
  ...args: string[]
): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const [code] = await once(child, "close");
  return { stdout, stderr, code };
}

/** A ledger that an intake left behind is whole, and the same intake completes it. */
async function expectWhole(folder: string, least: number): Promise<void> {
  const ledger = await openLedger(folder);
  const { documents } = await ledger.counts();
  expect(documents % batches()[0].length).toBe(0);
  expect(documents).toBeGreaterThanOrEqual(least);
  expect((await ledger.verify()).damage).toEqual([]);
  for (const batch of batches()) await ledger.append(batch);
  await ledger.close();
  const calm = join(emptyFolder(), "calm");
  const undisturbed = await openLedger(calm);
  for (const batch of batches()) await undisturbed.append(batch);
  await undisturbed.close();
  const [found, wanted] = [await rowsOf(folder), await rowsOf(calm)];
  for (const table of ["documents", "readings", "reports", "incidents", "incident_dyads", "mentions"])
    expect(found[table]).toEqual(wanted[table]);
}

const MOUNTS = canMount();

test.skipIf(!MOUNTS)(
  "a disk that is full: the fault is named, what was stored is whole (skipped where nothing can be mounted)",
  SLOW,
  async () => {
    const disk = smallDisk(1);
    const { stderr, stdout, code } = await intake(process.execPath, SCRIPT, join(disk, "data"));
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/can't be written \(.*(no space|space left)/i);
    const roomy = join(emptyFolder(), "data");
    cpSync(join(disk, "data"), roomy, { recursive: true });
    await expectWhole(roomy, 20 * (stdout.split("batch").length - 1));
  },
);

test("a file that may not grow any more: the fault is named, what was stored is whole", SLOW, async () => {
  const folder = join(emptyFolder(), "data");
  const { stderr, stdout, code } = await intake(
    "sh",
    "-c",
    `trap '' XFSZ; ulimit -f 600; exec "${process.execPath}" "${SCRIPT}" "${folder}"`,
  );
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/data\.unwritable|can't be written|can't be opened/);
  await expectWhole(folder, 20 * (stdout.split("batch").length - 1));
});

const IS_ROOT = process.getuid?.() === 0;

test.skipIf(IS_ROOT)("a folder that became read-only (skipped for root, whom no permission stops)", SLOW, async () => {
  const folder = join(emptyFolder(), "data");
  const ledger = await openLedger(folder);
  await ledger.append(batches()[0]);
  await ledger.close();
  chmodSync(join(folder, "ledger.duckdb"), 0o444);
  chmodSync(folder, 0o555);
  onTestFinished(() => chmodSync(folder, 0o755));
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.unwritable" });
});

test.skipIf(!MOUNTS)(
  "event data on a full disk: the fault is named, and nothing of the file is there (skipped where nothing can be mounted)",
  SLOW,
  async () => {
    const [disk, roomy] = [smallDisk(2), emptyFolder()];
    const rows = Array.from({ length: 60_000 }, (_, row) => `${row},State ${row} ${"x".repeat(row % 90)},,yes`);
    const file = join(roomy, "votes.csv");
    writeFileSync(file, ["rcid,country,country_code,vote", ...rows].join("\n"));
    const ledger = await openLedger(join(disk, "data"));
    await expect(ledger.importEvents(file)).rejects.toMatchObject({ code: "data.unwritable" });
    await ledger.close();
    cpSync(join(disk, "data"), join(roomy, "data"), { recursive: true });
    const again = await openLedger(join(roomy, "data"));
    expect(await again.importEvents(file)).toMatchObject({ rows: 60_000, added: 60_000 });
    await again.close();
  },
);

test.skipIf(!MOUNTS)("a disk that was mounted read-only (skipped where nothing can be mounted)", SLOW, async () => {
  const disk = smallDisk(60);
  const folder = join(disk, "data");
  const ledger = await openLedger(folder);
  await ledger.append(batches()[0]);
  await ledger.close();
  expect(spawnSync("mount", ["-o", "remount,ro", disk]).status).toBe(0);
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.unwritable" });
  spawnSync("mount", ["-o", "remount,rw", disk]);
  await expectWhole(folder, 20);
});

test("a folder of originals that is gone is named, and nothing else is lost", async () => {
  const folder = join(emptyFolder(), "data");
  const ledger = await openLedger(folder);
  await ledger.append(batches()[0]);
  rmSync(join(folder, "originals"), { recursive: true });
  const { damage, documents } = await ledger.verify();
  expect(documents).toBe(20);
  expect(damage).toHaveLength(20);
  expect(damage[0]).toMatchObject({
    problem: expect.stringContaining("is missing"),
    remedy: expect.stringContaining("backup"),
  });
  await ledger.close();
});

test("a database file cut short is damaged, says so and stays as it is", async () => {
  const folder = join(emptyFolder(), "data");
  const ledger = await openLedger(folder);
  await ledger.append(batches()[0]);
  await ledger.close();
  const file = join(folder, "ledger.duckdb");
  truncateSync(file, Math.floor(statSync(file).size / 3));
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.damaged" });
  expect(existsSync(file)).toBe(true);
  expect(readdirSync(join(folder, "originals")).length).toBeGreaterThan(0);
  mkdirSync(join(folder, "another"));
});
