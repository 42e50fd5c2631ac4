import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileError } from "./file.ts";
import { filesOf } from "./folder.ts";

/** A file changed less than this many milliseconds ago may still be being written. */
const QUIET = 2_000;
const BETWEEN_LOOKS = 250;

/** A file of a folder; `stamp` (size and time of change) tells one state of it from another. */
export interface FoundFile {
  readonly path: string;
  readonly stamp: string;
}

interface Stamped extends FoundFile {
  readonly changed: number;
}

async function stamped(path: string): Promise<Stamped | undefined> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return found && { path, stamp: `${found.size} ${Math.round(found.mtimeMs)}`, changed: found.mtimeMs };
}

async function all(paths: readonly string[]): Promise<Stamped[]> {
  const files: Stamped[] = [];
  for (const path of paths) {
    const file = await stamped(path);
    if (file) files.push(file);
  }
  return files;
}

/**
 * The files of a folder whose stamp is not the known one, in the order of their names. A file that is still being
 * written (changed within two seconds, or between two looks) is left for later, which `unsettled` says.
 * Errors: input.missing, input.unreadable.
 */
export async function newFiles(
  folder: string,
  known: ReadonlyMap<string, string>,
): Promise<{ readonly files: readonly FoundFile[]; readonly unsettled: boolean }> {
  try {
    const first = (await all(await filesOf(folder))).filter(({ path, stamp }) => known.get(path) !== stamp);
    if (first.length === 0) return { files: [], unsettled: false };
    await pause(BETWEEN_LOOKS);
    const second = new Map((await all(first.map(({ path }) => path))).map((file) => [file.path, file.stamp]));
    const now = Date.now();
    const isSettled = ({ path, stamp, changed }: Stamped): boolean =>
      second.get(path) === stamp && (now - changed > QUIET || changed > now);
    const files = first.filter(isSettled);
    return { files: files.map(({ path, stamp }) => ({ path, stamp })), unsettled: files.length < first.length };
  } catch (error) {
    throw fileError(error, folder);
  }
}

/** Calls back when something in a folder changes and has been quiet for a moment. */
export class FolderWatch {
  readonly #onChange: () => void;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** Where the system can't watch the folder (it is gone, or lies on another machine), nothing is called. */
  constructor(folder: string, onChange: () => void) {
    this.#onChange = onChange;
    try {
      this.#watcher = watch(folder, { recursive: true, persistent: false }, () => this.#soon());
      this.#watcher.on("error", () => this.close());
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onChange, QUIET + BETWEEN_LOOKS);
    this.#timer.unref();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watcher?.close();
    this.#watcher = undefined;
  }
}
