import { appendFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { EntenteError, SentEntry, SmtpSettings, WatchSettings } from "../../schema/index.ts";

/**
 * The settings of a watch in a data folder. They hold secrets, so they stand in files that only their owner reads, and
 * never in the ledger's tables, which are exported.
 */
const PATHS = { settings: "watch-settings.json", mail: "mail.json", sent: "sent.ndjson" } as const;

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw thrown;
  }
}

async function read<T>(path: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const text = await textOf(path);
  if (text === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new EntenteError("input.shape", { path, detail }, { cause });
  }
}

async function write(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** Errors: input.shape. */
export const readSettings = async (folder: string): Promise<WatchSettings> =>
  (await read(join(folder, PATHS.settings), WatchSettings)) ?? WatchSettings.parse({ schema: "entente.watch/1" });

export const writeSettings = (folder: string, settings: WatchSettings): Promise<void> =>
  write(join(folder, PATHS.settings), settings);

/** Errors: input.shape. */
export const readMail = (folder: string): Promise<SmtpSettings | undefined> =>
  read(join(folder, PATHS.mail), SmtpSettings);

export async function writeMail(folder: string, mail: SmtpSettings | undefined): Promise<void> {
  const path = join(folder, PATHS.mail);
  await (mail ? write(path, mail) : rm(path, { force: true }));
}

/** Keeps what was sent, a line each. */
export async function noteSent(folder: string, entry: SentEntry): Promise<void> {
  await appendFile(join(folder, PATHS.sent), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
}

/** The last entries, the newest first; a line that a crash cut short is left out. */
export async function sentEntries(folder: string, most: number): Promise<SentEntry[]> {
  const lines = ((await textOf(join(folder, PATHS.sent))) ?? "").split("\n").filter((line) => line.endsWith("}"));
  return lines
    .slice(-most)
    .reverse()
    .map((line) => SentEntry.parse(JSON.parse(line)));
}
