import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Desk } from "../../src/desk/index.ts";
import { createServer, listen } from "../../src/server/index.ts";
import { launchBrowser } from "./browser.ts";

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

/** What the browser itself says of an answer that is no success, or of none. */
const EXPECTED = /the server responded with a status of|net::ERR_INTERNET_DISCONNECTED/;

/** The pages in a real browser over a desk. */
export class Visit implements AsyncDisposable {
  readonly address: string;
  /** What went wrong in the pages by themselves: errors, and what the security policy refused. */
  readonly faults: string[] = [];
  readonly #browser: Browser;
  readonly #stop: () => Promise<void>;

  private constructor(address: string, browser: Browser, stop: () => Promise<void>) {
    this.address = address;
    this.#browser = browser;
    this.#stop = stop;
  }

  static async start(desk: Desk): Promise<Visit> {
    await buildPages();
    const server = createServer(desk, { requestsPerMinute: 100_000 });
    const [address, browser] = await Promise.all([listen(server, { port: 0 }), launchBrowser()]);
    return new Visit(address, browser, async () => {
      await browser.close();
      await server.close();
    });
  }

  async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ baseURL: this.address, reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(15_000);
    return context;
  }

  /** Opens an address; faults of the page are kept. */
  async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await this.context(options)).newPage();
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !EXPECTED.test(message.text())) {
        this.faults.push(message.text());
      }
    });
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop();
  }
}
