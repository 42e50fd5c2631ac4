import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { RaisedAlert, WatchSnapshot } from "../../schema/index.ts";

/** Where a data folder keeps what a watch remembers. */
export const statePath = (folder: string): string => join(folder, "watch.json");

/** What a watch remembers between its looks: the last look at each dyad for alerts and for the digest, and what it has told. */
export const WatchState = z.object({
  alerts: z.record(z.string(), WatchSnapshot),
  digest: z.record(z.string(), WatchSnapshot),
  /** Deliveries that are done, as `alert target`. */
  done: z.array(z.string()),
  /** Alerts that still have to reach a target. */
  waiting: z.array(RaisedAlert),
  feed: z.array(RaisedAlert),
});
export type WatchState = z.infer<typeof WatchState>;

const EMPTY: WatchState = { alerts: {}, digest: {}, done: [], waiting: [], feed: [] };

/** Reads the state of a watch; an empty one where there is no file. */
export async function readState(path: string): Promise<WatchState> {
  try {
    return WatchState.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return EMPTY;
    throw thrown;
  }
}

/** Writes the state whole or not at all. */
export async function writeState(path: string, state: WatchState): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
