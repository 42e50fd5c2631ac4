import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, entente, type Outcome, outcomeOf, start } from "./command.ts";

const EACH = 4;

/** Folders of documents, one a process; the first document of each is the same in all. */
async function archives(processes: number): Promise<{ folders: string[]; data: string }> {
  const root = await emptyFolder();
  const folders: string[] = [];
  for (let process = 0; process < processes; process += 1) {
    const folder = join(root, `press-${process}`);
    await mkdir(folder);
    await writeFile(join(folder, "0.txt"), "Arnor and Gondor signed an agreement on Monday.");
    for (let number = 1; number < EACH; number += 1)
      await writeFile(join(folder, `${number}.txt`), `Rohan accused Mordor of raid ${process}-${number} on Friday.`);
    folders.push(folder);
  }
  return { folders, data: join(root, "data") };
}

const ENOUGH = 120_000;

/** All in, none twice, nobody turned away. */
async function expectAllIn(outcomes: readonly Outcome[], data: string): Promise<void> {
  expect(outcomes.map(({ code, stderr }) => (code === 0 ? "done" : stderr))).toEqual(outcomes.map(() => "done"));
  for (const { stderr } of outcomes) expect(stderr).not.toMatch(/lock|busy|holds the data folder/i);
  const given = outcomes.length * EACH;
  const documents = outcomes.length * (EACH - 1) + 1;
  const numbers = outcomes.map(({ stdout }) =>
    /^(\d+) documents? added, (\d+) known/.exec(stdout)?.slice(1).map(Number),
  );
  const sum = (at: number) => numbers.reduce((all, each) => all + (each?.[at] ?? Number.NaN), 0);
  expect([sum(0), sum(1)]).toEqual([documents, given - documents]);
  const again = await entente(["add", data.replace(/data$/, "press-3"), "--data", data, "--json"]);
  expect(JSON.parse(again.stdout)).toMatchObject({ added: [], known: expect.any(Array), refused: [] });
  const jobs = JSON.parse((await entente(["jobs", "list", "--json", "--data", data])).stdout) as { state: string }[];
  expect(jobs.map(({ state }) => state)).toEqual(Array.from({ length: outcomes.length + 1 }, () => "done"));
}

test(
  "several processes add to one folder at once: each waits for the others, all documents are in, none twice",
  async () => {
    const { folders, data } = await archives(4);
    const outcomes = await Promise.all(folders.map((folder) => entente(["add", folder, "--data", data])));
    await expectAllIn(outcomes, data);
    expect(outcomes.filter(({ stderr }) => stderr.includes("Another entente is at work")).length).toBeGreaterThan(0);
  },
  ENOUGH,
);

test(
  "ten processes add and a service starts at the same time: all documents are in, none twice",
  async () => {
    const { folders, data } = await archives(10);
    const adding = folders.slice(0, 5).map((folder) => entente(["add", folder, "--data", data]));
    const service = start("serve", "--data", data, "--port", "0");
    const served = new Promise((resolve) => service.stdout.once("data", resolve));
    adding.push(...folders.slice(5).map((folder) => entente(["add", folder, "--data", data])));
    const outcomes = await Promise.all(adding);
    await served;
    await expectAllIn(outcomes, data);
    const ended = outcomeOf(service);
    service.kill("SIGTERM");
    expect((await ended).code).toBe(0);
  },
  ENOUGH,
);
