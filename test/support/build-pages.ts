import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BUILT = join(ROOT, "dist/web/index.html");
const LOCK = join(ROOT, "dist/.web-build");

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => statSync(join(folder, file)).mtimeMs),
  );

/** What the pages are built from. */
const SOURCES = [
  "web",
  "knowledge",
  "model",
  ...["schema", "figures", "measures", "coding", "language", "knowledge"].map((part) => `src/${part}`),
];

const isStale = (): boolean =>
  !existsSync(BUILT) || SOURCES.some((part) => newest(join(ROOT, part)) > statSync(BUILT).mtimeMs);

/**
 * Builds the pages where they are older than their sources; test files at work side by side build once. What an
 * earlier build left stays, for pages that are open.
 */
export async function buildPages(): Promise<void> {
  while (isStale()) {
    if (!takeLock()) {
      await setTimeout(200);
      continue;
    }
    try {
      if (isStale()) await build("--emptyOutDir=false");
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
  }
}

const LOCK_DIES = 60_000;

function takeLock(): boolean {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > LOCK_DIES)
    rmSync(LOCK, { recursive: true, force: true });
  try {
    mkdirSync(LOCK);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw thrown;
  }
}

async function build(...options: string[]): Promise<void> {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const env = { ...process.env, NODE_ENV: "production" };
  const build = [vite, "build", "--config", "web/vite.config.ts", ...options];
  await promisify(execFile)(process.execPath, build, { cwd: ROOT, env });
}

/** Builds the coder's page as a site of its own, and gives its folder. */
export async function buildTrySite(): Promise<string> {
  await build("--mode", "try");
  return join(ROOT, "dist/try");
}
