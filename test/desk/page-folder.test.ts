import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { folderOfPage } from "../../src/desk/jobs/page-folder.ts";
import { errorCode } from "./error-code.ts";

let root: string;
const home = (...steps: string[]): string => join(root, "home", ...steps);
const data = (): string => home("office", "entente-data");

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "entente-home-")));
  for (const folder of ["press/2021", ".ssh/keys", "press/.drafts", "office/entente-data/originals", "office/other"])
    await mkdir(home(folder), { recursive: true });
  await mkdir(join(root, "elsewhere"));
  await writeFile(home("note.txt"), "Arnor met Gondor.");
  await symlink(join(root, "elsewhere"), home("way-out"));
  await symlink(home("press"), home("short"));
});
beforeEach(() => void vi.stubEnv("HOME", home()));
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => rm(root, { recursive: true }));

test.each([
  ["~/press", "press"],
  [" ~/press/2021/ ", "press/2021"],
  ["press", "press"],
  ["press/../office/other", "office/other"],
  ["short/2021", "press/2021"],
])("a page may name %s", async (address, wanted) => {
  expect(await folderOfPage(address, data())).toBe(home(wanted));
});

test("a page may name a full path within the home folder", async () => {
  expect(await folderOfPage(home("press"), data())).toBe(home("press"));
});

test.each([
  ["/", "folder.outside"],
  ["~", "folder.outside"],
  ["..", "folder.outside"],
  ["~/../elsewhere", "folder.outside"],
  ["way-out", "folder.outside"],
  [".ssh", "folder.outside"],
  ["~/.ssh/keys", "folder.outside"],
  ["press/.drafts", "folder.outside"],
  ["office", "folder.outside"],
  ["office/entente-data", "folder.outside"],
  ["office/entente-data/originals", "folder.outside"],
  ["pres", "input.missing"],
  ["~somebody", "input.missing"],
  ["a\0b", "input.missing"],
  ["note.txt", "input.nothing"],
])("a page may not name %j: %s", async (address, code) => {
  expect(await errorCode(folderOfPage(address, data()))).toBe(code);
});
