import { setTimeout as pause } from "node:timers/promises";
import { EntenteError } from "../schema/index.ts";
import { freezeFolder } from "./keeping/folders.ts";
import { LocalDesk, type LocalOptions } from "./local.ts";
import { loadWhole } from "./reader.ts";
import { RemoteDesk } from "./remote.ts";
import { findService } from "./service-file.ts";
import type { Desk } from "./types.ts";

/** How long another process is waited for, in seconds. */
const PATIENCE = 600;
/** Between two tries; spread, so that many who wait don't come at once. */
const BETWEEN = { least: 50, spread: 250 };

export interface OpenOptions extends LocalOptions {
  /** How long to wait while another process holds the folder, in seconds; ten minutes by default. */
  readonly patience?: number;
  /** Called once when it has to be waited for. */
  readonly onWait?: (seconds: number) => void;
  /** The name of a freeze of the data folder: it is opened in its place, for reading. */
  readonly freeze?: string;
}

const isBusy = (error: unknown): boolean => error instanceof EntenteError && error.code === "data.busy";

/**
 * Tries to open something until nobody else holds the folder, or the patience is at its end.
 * Errors: data.busy, those of `open`.
 */
export async function whenFree<T>(open: () => Promise<T>, options: OpenOptions = {}): Promise<T> {
  const { patience = PATIENCE, onWait } = options;
  const end = performance.now() + patience * 1000;
  let waits = false;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error;
    }
    if (!waits) onWait?.(patience);
    waits = true;
    await pause(BETWEEN.least + Math.random() * BETWEEN.spread);
  }
}

/**
 * The desk over a data folder: the running service where one holds it, else the folder itself. While another command
 * is at work on it, its end is waited for, or the service that it becomes. Errors: those of `LocalDesk.open`, freeze.unknown.
 */
export async function openDesk(folder: string, options: OpenOptions = {}): Promise<Desk> {
  if (options.freeze !== undefined) return LocalDesk.open(await freezeFolder(folder, options.freeze), options);
  let { loaded } = options;
  const open = async (): Promise<Desk> => {
    const service = await findService(folder);
    if (service) return new RemoteDesk(service);
    loaded ??= await loadWhole();
    return LocalDesk.open(folder, { ...options, loaded });
  };
  return whenFree(open, options);
}
