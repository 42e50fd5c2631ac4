import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { LocalDesk } from "../src/desk/index.ts";
import type { Measurement } from "./report.ts";

const ROUNDS = 3;

/** Milliseconds until the service prints its address, and until it then has answered a request for each address. */
async function startOnce(data: string): Promise<{ ready: number; page: number; api: number }> {
  const begun = performance.now();
  const service = spawn(process.execPath, ["bin/entente.js", "serve", "--data", data, "--port", "0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise((resolve) => service.once("exit", resolve));
  const [, url] = await new Promise<string[]>((resolve, reject) => {
    service.stdout.once("data", (line) => resolve(/(http:\/\/[\d.:]+)/.exec(String(line)) ?? []));
    service.once("exit", (code) => reject(new Error(`entente serve ended with ${code}`)));
  });
  const ready = performance.now() - begun;
  const timed = async (path: string): Promise<number> => {
    const asked = performance.now();
    await (await fetch(url + path)).arrayBuffer();
    return performance.now() - asked;
  };
  const page = await timed("/relations/CHN-RUS");
  const api = await timed("/api/relations/CHN-RUS");
  service.kill("SIGTERM");
  await ended;
  return { ready, page, api };
}

/** How long a person waits: reading the samples, start of the service, first answers; the best of some rounds. */
export async function benchStart(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), "entente-start-"));
  const begun = performance.now();
  const desk = await LocalDesk.open(join(folder, "data"));
  const { added } = await desk.add({ kind: "path", path: "samples" });
  await desk.close();
  const samples = performance.now() - begun;
  const rounds: Awaited<ReturnType<typeof startOnce>>[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await startOnce(join(folder, "data")));
  await rm(folder, { recursive: true });
  const best = (pick: (round: (typeof rounds)[number]) => number): number => Math.min(...rounds.map(pick));
  return [
    { name: "samples read, coded and kept, documents/s", value: (1000 * added.length) / samples },
    { name: "command to listening service, ms", value: best(({ ready }) => ready), target: 1000, lower: true },
    { name: "first page's HTML, ms", value: best(({ page }) => page) },
    { name: "first relation over the API, ms", value: best(({ api }) => api), target: 200, lower: true },
  ];
}
