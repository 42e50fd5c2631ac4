import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Where a running service can be reached, and the secret by which it knows the `entente` command. */
export const RunningService = z.object({ url: z.url(), token: z.string().min(16), pid: z.int().positive() });
export type RunningService = z.infer<typeof RunningService>;

const fileIn = (folder: string): string => join(folder, "service.json");

/** Tells other commands on this machine that a service holds the folder. Only its owner can read the secret. */
export async function announceService(folder: string, service: RunningService): Promise<void> {
  await writeFile(fileIn(folder), JSON.stringify(service), { mode: 0o600 });
}

export async function withdrawService(folder: string): Promise<void> {
  await rm(fileIn(folder), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The service that holds the folder; undefined where none does, or where it died without saying so. */
export async function findService(folder: string): Promise<RunningService | undefined> {
  const text = await readFile(fileIn(folder), "utf8").catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === "ENOENT" || thrown.code === "ENOTDIR") return undefined;
    throw thrown;
  });
  if (text === undefined) return undefined;
  const service = RunningService.safeParse(parsed(text));
  return service.success && isAlive(service.data.pid) ? service.data : undefined;
}

/** A file cut short by a crash announces nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
