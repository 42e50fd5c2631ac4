import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Command } from "commander";
import open from "open";
import {
  announceService,
  type Desk,
  findService,
  installationFolder,
  LocalDesk,
  loadWhole,
  startSchedule,
  whenFree,
  withdrawService,
} from "../desk/index.ts";
import { EntenteError } from "../schema/index.ts";
import { createServer, listen } from "../server/index.ts";
import { inWords } from "./add.ts";
import type { Output } from "./output.ts";
import { progressDisplay } from "./progress.ts";
import { sayWaiting, workersOf } from "./waiting.ts";

interface Options {
  readonly data: string;
  readonly port: string;
  readonly host: string;
  readonly samples?: boolean;
  readonly open?: boolean;
  readonly page: string;
  readonly workers?: string;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new EntenteError("usage", { detail: `--port ${text} is no number from 0 to 65535` });
}

async function addSamples(desk: Desk, output: Output): Promise<void> {
  const progress = progressDisplay();
  output.say("Reading the samples …");
  const result = await desk.add(
    { kind: "path", path: join(installationFolder(), "samples") },
    { onProgress: progress.show },
  );
  progress.stop();
  for (const refusal of result.refused) output.refused(refusal);
  output.say(inWords(result));
}

/** A machine without a browser is no fault: the address is printed all the same. */
async function openBrowser(address: string, output: Output): Promise<void> {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  try {
    const child = await open(address);
    child.on("error", (error) => output.say(`No browser could be opened (${error.message}).`));
  } catch (thrown) {
    output.say(`No browser could be opened (${thrown instanceof Error ? thrown.message : thrown}).`);
  }
}

const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

async function run(options: Options, desk: LocalDesk, output: Output): Promise<void> {
  if (options.samples) await addSamples(desk, output);
  const token = randomBytes(24).toString("base64url");
  const server = createServer(desk, { token });
  const stop = stopAsked();
  const schedule = await startSchedule(desk.watch, (error) => output.error(error));
  try {
    const url = await listen(server, { port: portOf(options.port), host: options.host });
    await announceService(options.data, { url, token, pid: process.pid });
    await desk.subscriptions.start();
    await output.line(`Entente serves ${options.data} at ${url}${options.page}`);
    output.say("Ctrl-C stops it.");
    if (options.open) await openBrowser(`${url}${options.page}`, output);
    await stop;
  } finally {
    schedule.stop();
    await withdrawService(options.data);
    await desk.halt();
    await server.close();
  }
}

type Running = NonNullable<Awaited<ReturnType<typeof findService>>>;

/** The desk once no other command is at work on the folder, or the service that runs over it by then. */
async function freeDesk(options: Options, output: Output): Promise<LocalDesk | Running> {
  const workers = workersOf(options.workers);
  const loaded = await loadWhole();
  const open = async (): Promise<LocalDesk | Running> =>
    (await findService(options.data)) ?? LocalDesk.open(options.data, { loaded, ...workers });
  return whenFree(open, { onWait: sayWaiting(options.data, output) });
}

async function serve(options: Options, output: Output): Promise<void> {
  portOf(options.port);
  const desk = await freeDesk(options, output);
  if (!(desk instanceof LocalDesk)) {
    await output.line(`Entente serves ${options.data} already, at ${desk.url}${options.page}`);
    return;
  }
  try {
    await run(options, desk, output);
  } finally {
    await desk.close();
  }
}

export function serveCommand(program: Command, output: Output): void {
  program
    .command("serve")
    .description("Serve the pages and the API over a data folder.")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--port <number>", "0 for any free one", "4600")
    .option("--host <address>", "127.0.0.1 keeps it to this machine", "127.0.0.1")
    .option("--samples", "first add the sample archive that comes with Entente")
    .option("--workers <number>", "threads that code side by side (by default one less than the cores)")
    .option("--open", "open a browser, where there is one")
    .option("--page <path>", "the page to open", "/")
    .addHelpText(
      "after",
      "\nWhile it runs, other commands on the same data folder talk to it.\n\n  $ entente serve --samples --open --page /relations/CHN-RUS",
    )
    .action((options: Options) => serve(options, output));
}
