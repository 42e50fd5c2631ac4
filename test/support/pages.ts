import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { Desk } from "../../src/desk/index.ts";
import { createServer, listen } from "../../src/server/index.ts";
import { launchBrowser } from "./browser.ts";
import { buildPages } from "./build-pages.ts";

const PATIENCE = 10_000;

/** Expects of a page what it may come to only after a while, on a slow machine too. */
export const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: PATIENCE });

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
