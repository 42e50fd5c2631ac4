import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";
import { deskCases } from "./cases.ts";

describe("a desk over a data folder", () => {
  let folder: string;
  let desk: LocalDesk;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-desk-"));
    desk = await LocalDesk.open(join(folder, "data"));
  });

  afterAll(async () => {
    await desk.close();
    await rm(folder, { recursive: true });
  });

  deskCases(() => desk);
});
