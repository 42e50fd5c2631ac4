import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Desk, LocalDesk, loadWhole } from "../src/desk/index.ts";
import type { Measurement } from "./report.ts";

const FILES = ["../shared/data/news/guardian-a.jsonl", "../shared/data/news/mixed-a.jsonl"];

/** Real articles where they lie beside the checkout, the samples elsewhere: what is taken in, and its name. */
async function press(folder: string): Promise<{ path: string; name: string }> {
  const texts = await Promise.all(FILES.map((file) => readFile(file, "utf8").catch(() => "")));
  if (texts.some((text) => text === "")) return { path: "samples", name: "samples" };
  const lines = texts.flatMap((text) => text.trim().split("\n")).map((line) => JSON.parse(line));
  const path = join(folder, "press.ndjson");
  const given = lines.map(({ text, date, outlet }) =>
    JSON.stringify({ text, published: String(date).slice(0, 10), publisher: outlet, language: "en" }),
  );
  await writeFile(path, given.join("\n"));
  return { path, name: "news" };
}

interface Run {
  readonly documents: number;
  readonly words: number;
  /** Words a second of work of all cores: what stays the same where threads don't hinder each other. */
  readonly wordsOfCore: number;
  readonly again: number;
}

/** Documents and words a second of a whole intake, into the ledger; then of the same once more, all of it known. */
async function intake(desk: Desk, path: string): Promise<Run> {
  const rateOf = async (): Promise<Omit<Run, "again">> => {
    const [begun, worked] = [performance.now(), process.cpuUsage()];
    await desk.add({ kind: "path", path });
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(worked);
    const [{ done, words }] = await desk.jobs.list();
    return { documents: done / seconds, words: words / seconds, wordsOfCore: words / ((user + system) / 1e6) };
  };
  const first = await rateOf();
  return { ...first, again: (await rateOf()).documents };
}

/** What threads bring to an intake: with none, one and two, each into a ledger of its own. */
export async function benchIntake(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), "entente-bench-"));
  try {
    const loaded = await loadWhole();
    const { path, name } = await press(folder);
    const runs: Run[] = [];
    for (const workers of [0, 1, 2]) {
      const desk = await LocalDesk.open(join(folder, `data-${workers}`), { loaded, workers });
      runs.push(await intake(desk, path));
      await desk.close();
    }
    const [, one, two] = runs;
    return [
      ...["no thread", "1 thread", "2 threads"].flatMap((threads, at) => [
        { name: `intake, ${name}, ${threads}: documents/s`, value: runs[at].documents },
        { name: `intake, ${name}, ${threads}: words/s`, value: runs[at].words },
        { name: `intake, ${name}, ${threads}: words/s of one core's work`, value: runs[at].wordsOfCore },
      ]),
      { name: `intake, ${name}: 2 threads to 1`, value: two.documents / one.documents },
      { name: `intake, ${name}, known already: documents/s`, value: one.again },
      { name: "intake: memory of the process with 2 threads, MB", value: process.memoryUsage().rss / 1e6 },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
