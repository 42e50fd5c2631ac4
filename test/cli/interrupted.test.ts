import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Job } from "../../src/schema/index.ts";
import { emptyFolder, entente, start } from "./command.ts";

test("an add that is killed is shown as interrupted, and resumed it brings in the rest", async () => {
  const folder = await emptyFolder();
  const data = ["--data", join(folder, "data")];
  const lines = Array.from({ length: 900 }, (_, at) =>
    JSON.stringify({ text: `Arnor and Gondor signed agreement ${at} on grain on Monday.` }),
  );
  await writeFile(join(folder, "press.ndjson"), lines.join("\n"));
  const child = start("add", join(folder, "press.ndjson"), ...data);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
    if (said.includes("250")) child.kill("SIGKILL");
  });
  await once(child, "exit");
  const [killed] = JSON.parse((await entente(["jobs", "list", "--json", ...data])).stdout) as Job[];
  expect(killed.state).toBe("interrupted");
  expect(killed.added).toBeGreaterThanOrEqual(200);
  const resumed = await entente(["jobs", "resume", killed.id, "--json", ...data]);
  const job = JSON.parse(resumed.stdout) as Job;
  expect(job).toMatchObject({ state: "done", done: 900, refused: 0 });
  expect(job.known).toBeGreaterThanOrEqual(200);
  expect(job.added + job.known).toBe(900);
}, 120_000);
