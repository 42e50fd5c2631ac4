import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";

const BIN = join(import.meta.dirname, "..", "..", "bin", "entente.js");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const left: (() => unknown)[] = [];

afterEach(async () => {
  for (const undo of left.splice(0).reverse()) await undo();
});

/** An empty folder that goes when the test ends. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "entente-cli-"));
  left.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the command; it is ended with the test. */
export function start(...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: "pipe" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  left.push(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  });
  return child;
}

/** What a started command prints until it ends. */
export function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stdout, stderr })));
}

/** Runs the command to its end, with `input` on its standard input. */
export function entente(args: string[], input: string | Uint8Array = ""): Promise<Outcome> {
  const child = start(...args);
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return outcomeOf(child);
}
