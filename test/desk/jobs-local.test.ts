import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";
import { jobCases } from "./job-cases.ts";

describe("jobs over a data folder", () => {
  let folder: string;
  let desk: LocalDesk;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-jobs-"));
    desk = await LocalDesk.open(join(folder, "data"));
  });

  afterAll(async () => {
    await desk.close();
    await rm(folder, { recursive: true });
  });

  jobCases(() => desk);
});
