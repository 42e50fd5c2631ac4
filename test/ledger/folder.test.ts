import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";
import { emptyFolder } from "./entries.ts";

test("a folder made by a newer Entente is left alone", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "entente.json"), '{"entente":"ledger","format":999}');
  await expect(openLedger(folder)).rejects.toMatchObject({
    code: "data.newer",
    message: expect.stringContaining("format 999"),
  });
});

test.each(["", "no JSON", '{"format":1}'])("a format file that says %j is damaged", async (content) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "entente.json"), content);
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.damaged" });
});

test("a file that is no ledger is damaged, and stays as it is", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "ledger.duckdb"), "something else");
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.damaged" });
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.damaged" });
});

test("a folder that can't be made or written", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "file"), "x");
  await expect(openLedger(join(folder, "file"))).rejects.toMatchObject({ code: "data.unwritable" });
  await expect(openLedger(join(folder, "file", "deeper"))).rejects.toMatchObject({ code: "data.unwritable" });
  mkdirSync(join(folder, "odd", "ledger.duckdb"), { recursive: true });
  await expect(openLedger(join(folder, "odd"))).rejects.toMatchObject({ code: expect.stringMatching(/^data\./) });
});

test("a folder this process holds is busy until it is closed", async () => {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.busy" });
  await ledger.close();
  await ledger.close();
  const again = await openLedger(folder);
  expect(await again.counts()).toMatchObject({ documents: 0 });
  await again.close();
});

test("a folder another process holds is busy", async () => {
  const folder = emptyFolder();
  const index = new URL("../../src/ledger/index.ts", import.meta.url).href;
  const script = `const { openLedger } = await import(${JSON.stringify(index)});
    await openLedger(${JSON.stringify(folder)}); console.log("open"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise((ready) => child.stdout.once("data", ready));
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "data.busy" });
});
