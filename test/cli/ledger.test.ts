import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Brief } from "../../src/schema/index.ts";
import { emptyFolder, entente, outcomeOf, start } from "./command.ts";

const DOCUMENTS = join(import.meta.dirname, "..", "desk", "documents");

/** The address that `entente serve` prints. */
function addressOf(child: ReturnType<typeof start>): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout.once("data", (chunk) => resolve(/http:\S+?(?=\/?\s)/.exec(String(chunk))?.[0] ?? ""));
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}`)));
  });
}

describe("entente add and brief", () => {
  test("add keeps what it read, and brief tells it with its sources", async () => {
    const data = join(await emptyFolder(), "data");
    const added = await entente(["add", DOCUMENTS, "--data", data]);
    expect(added.stdout).toMatch(/^3 documents added, 0 known already, 1 refused/);
    expect(added.stderr).toMatch(/void\.txt holds no text/);
    expect(added.code).toBe(1);
    const brief = await entente([
      "brief",
      "China",
      "RUS",
      "--data",
      data,
      "--from",
      "2020-12-01",
      "--to",
      "2020-12-31",
    ]);
    expect(brief.code).toBe(0);
    expect(brief.stdout).toMatch(/^# China and Russia, December 2020/);
    expect(brief.stdout).toMatch(/\[\^1\]: .*“.*joint patrol/);
    const json = await entente(["brief", "CHN", "RUS", "--data", data, "--json"]);
    expect(Brief.parse(JSON.parse(json.stdout)).dyad).toEqual(["CHN", "RUS"]);
  });

  test.each([
    ["an unknown state", ["brief", "CHN", "Atlantis"], 2, /"Atlantis" is no state/],
    ["one state twice", ["brief", "CHN", "China"], 2, /needs two different states/],
    [
      "a period that ends before it starts",
      ["brief", "CHN", "RUS", "--from", "2021-01-01", "--to", "2020-01-01"],
      2,
      /can't be used/,
    ],
    ["a relation without a document", ["brief", "CHN", "RUS"], 3, /holds nothing on China and Russia/],
  ])("%s", async (_name, args, code, words) => {
    const outcome = await entente([...args, "--data", await emptyFolder()]);
    expect(outcome.stderr).toMatch(words);
    expect(outcome.code).toBe(code);
  });

  test("a data folder from a newer version is refused and left as it is", async () => {
    const data = join(await emptyFolder(), "data");
    await entente(["add", join(DOCUMENTS, "patrol.md"), "--data", data]);
    const format = JSON.parse(await readFile(join(data, "entente.json"), "utf8"));
    await writeFile(join(data, "entente.json"), JSON.stringify({ ...format, format: 9999 }));
    const outcome = await entente(["add", join(DOCUMENTS, "statement.md"), "--data", data, "--json"]);
    expect(JSON.parse(outcome.stderr).error.code).toBe("data.newer");
    expect(outcome.code).toBe(5);
  });

  test("a data folder that can't be written is named", async () => {
    const file = join(await emptyFolder(), "file");
    await writeFile(file, "");
    const outcome = await entente(["add", DOCUMENTS, "--data", join(file, "data")]);
    expect(outcome.stderr).toMatch(/can't be written/);
    expect(outcome.code).toBe(5);
  });

  test("a folder with nothing readable is refused", async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, "pictures"));
    await writeFile(join(folder, "pictures", "a.png"), "");
    const outcome = await entente(["add", join(folder, "pictures"), "--data", join(folder, "data")]);
    expect(outcome.stderr).toMatch(/holds nothing that Entente reads/);
    expect(outcome.code).toBe(1);
  });
});

describe("entente serve", () => {
  test("while it runs, other commands on the folder talk to it", async () => {
    const data = join(await emptyFolder(), "data");
    const service = start("serve", "--data", data, "--port", "0");
    const address = await addressOf(service);
    const added = await entente(["add", join(DOCUMENTS, "patrol.md"), "--data", data]);
    expect(added.stdout).toMatch(/^1 document added/);
    expect((await (await fetch(`${address}/api/overview`)).json()).documents).toBe(1);
    const again = await entente(["serve", "--data", data]);
    expect(again.stdout).toContain(`already, at ${address}`);
    const ended = outcomeOf(service);
    service.kill("SIGTERM");
    expect((await ended).code).toBe(0);
  });

  test("a port that is taken is named", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const port = String((other.address() as { port: number }).port);
    const outcome = await entente(["serve", "--data", join(await emptyFolder(), "data"), "--port", port]);
    other.close();
    expect(outcome.stderr).toContain(`Port ${port} is taken`);
    expect(outcome.code).toBe(7);
  });
});

describe("entente", () => {
  test("--help teaches with examples and exit codes", async () => {
    const { code, stdout } = await entente(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("$ entente brief CHN RUS");
    expect(stdout).toContain("Exit codes");
  });

  test("a command that isn't one is a usage error", async () => {
    const { code, stderr } = await entente(["reed"]);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown command");
  });
});
