import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LocalDesk, loadWhole } from "../../src/desk/index.ts";
import { EntenteError } from "../../src/schema/index.ts";
import { rowsOf } from "../ledger/entries.ts";
import { fileOf, until } from "./job-cases.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-workers-"));
});
afterAll(() => rm(folder, { recursive: true }));

const loaded = await loadWhole();
const SAMPLES = join(import.meta.dirname, "..", "..", "samples", "2021");

/** The rows of a ledger that its documents make, without the jobs: these carry times. */
async function rowsAfter(name: string, workers: number): Promise<Record<string, unknown[]>> {
  const data = join(folder, name);
  const desk = await LocalDesk.open(data, { loaded, workers });
  await desk.add({ kind: "path", path: SAMPLES });
  await desk.add({ kind: "path", path: await fileOf(60) });
  await desk.close();
  const { jobs: _, job_refusals: __, ...rows } = await rowsOf(data);
  return rows;
}

test("the ledger is the same whatever the number of threads", async () => {
  const alone = await rowsAfter("alone", 0);
  expect(alone.documents.length).toBeGreaterThan(90);
  expect(await rowsAfter("one", 1)).toEqual(alone);
  expect(await rowsAfter("three", 3)).toEqual(alone);
}, 120_000);

test("a document that twice stands in a source is coded once, and its second address is kept", async () => {
  const desk = await LocalDesk.open(join(folder, "twice"), { loaded, workers: 0 });
  const path = join(folder, "twice.ndjson");
  const line = (url: string) => JSON.stringify({ text: "Arnor met Gondor on Monday.", url });
  await writeFile(path, `${line("https://a.example/1")}\n${line("https://b.example/2")}\n`);
  const { added, known } = await desk.add({ kind: "path", path });
  expect([added.length, known.length]).toEqual([1, 1]);
  const [{ id }] = await desk.jobs.list();
  expect((await desk.jobs.job(id)).job.documents.map(({ state }) => state)).toEqual(["added", "known"]);
  await desk.close();
  expect((await rowsOf(join(folder, "twice"))).copies).toMatchObject([{ url: "https://b.example/2" }]);
});

test("a fault of the coder costs one document", async () => {
  const analyse = (text: string) => {
    if (text.includes("trap")) throw new RangeError("a defect");
    return loaded.reader.analyse(text);
  };
  const broken = { ...loaded, reader: { ...loaded.reader, analyse } };
  const desk = await LocalDesk.open(join(folder, "fault"), { loaded: broken, workers: 0 });
  const path = join(folder, "fault.ndjson");
  const texts = [
    "Arnor met Gondor on Monday.",
    "Arnor set a trap for Gondor on Monday.",
    "Rohan met Gondor on Friday.",
  ];
  await writeFile(path, texts.map((text) => JSON.stringify({ text })).join("\n"));
  const { added, refused } = await desk.add({ kind: "path", path });
  await desk.close();
  expect(added).toHaveLength(2);
  expect(refused).toMatchObject([
    { input: `${path}:2`, error: { code: "internal", message: expect.stringContaining("a defect") } },
  ]);
});

test("jobs at work when their process ends are interrupted, and what they stored is not coded again", async () => {
  const data = join(folder, "interrupted");
  let desk = await LocalDesk.open(data, { loaded, workers: 0 });
  const path = await fileOf(600);
  const adding = desk.add({ kind: "path", path }).catch((error: unknown) => error);
  await expect.poll(async () => (await desk.jobs.list())[0]?.done, { timeout: 20_000 }).toBeGreaterThan(10);
  await desk.close();
  expect(await adding).toSatisfy((error) => error instanceof EntenteError && error.code === "job.interrupted");
  desk = await LocalDesk.open(data, { loaded, workers: 0 });
  const [job] = await desk.jobs.list();
  expect(job.state).toBe("interrupted");
  expect(job.added).toBeGreaterThan(0);
  await desk.jobs.resume(job.id);
  expect(await until(desk, job.id, "done")).toMatchObject({ known: job.added, added: 600 - job.added, refused: 1 });
  await desk.close();
}, 60_000);
