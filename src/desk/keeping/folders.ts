import { stat } from "node:fs/promises";
import { join } from "node:path";
import { importLedger, isExport, restoreLedger } from "../../ledger/index.ts";
import { EntenteError } from "../../schema/index.ts";

/** The data folder that a freeze of a data folder is. Errors: freeze.unknown. */
export async function freezeFolder(data: string, name: string): Promise<string> {
  const path = join(data, "freezes", name);
  const found = await stat(join(path, "freeze.json")).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return undefined;
    throw new EntenteError("input.unreadable", { path, detail: cause.message }, { cause });
  });
  if (!found || name.includes("/") || name.startsWith("."))
    throw new EntenteError("freeze.unknown", { name, path: data });
  return path;
}

/** Puts a backup in place as a new data folder. Errors: data.newer, data.damaged, data.occupied, data.unwritable. */
export const restoreFolder = (backup: string, data: string): Promise<void> => restoreLedger(backup, data);

/** Makes a new data folder of an exported ledger or a freeze. Errors: those of `restoreFolder`. */
export const importFolder = (exported: string, data: string): Promise<void> => importLedger(exported, data);

/** Whether a path is an exported ledger or a freeze, to be imported as a folder of its own. */
export const isExported = (path: string): Promise<boolean> => isExport(path);
