import { constants } from "node:fs";
import { copyFile, cp, mkdir, readdir } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { EntenteError } from "../../schema/index.ts";

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** Makes a folder, which must be new or empty. Errors: data.occupied, data.unwritable. */
export async function claimFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) throw new EntenteError("data.occupied", { path: folder });
  } catch (error) {
    if (error instanceof EntenteError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new EntenteError("data.unwritable", { path: folder, detail }, { cause: error });
  }
}

/** Copies the originals of a data folder; where the file system can, without taking space twice. */
export async function copyOriginals(from: string, to: string): Promise<void> {
  await cp(join(from, "originals"), join(to, "originals"), {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (path) => !path.endsWith(".draft"),
  });
}

/** What is copied by itself, is of this moment only, or was put aside when the tables were brought forward. */
const NOT_REST = /^(originals|recoding|entente\.json|service\.json|ledger(\..*)?\.duckdb(\.wal)?|.*\.draft)$/;

const holds = (folder: string, path: string): boolean =>
  `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);

/** Copies settings and freezes, and whatever else lies in a data folder; not the copy itself, where it lies there too. */
async function copyRest(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    const path = join(from, name);
    if (NOT_REST.test(name) || holds(path, to)) continue;
    await cp(path, join(to, name), { recursive: true, mode: constants.COPYFILE_FICLONE });
  }
}

/** Copies a data folder that nobody writes to. Errors: data.occupied, data.unwritable, input.missing. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await claimFolder(to);
  try {
    await copyOriginals(from, to);
    await copyFile(join(from, "ledger.duckdb"), join(to, "ledger.duckdb"), constants.COPYFILE_FICLONE);
    await copyRest(from, to);
    await copyFile(join(from, "entente.json"), join(to, "entente.json"));
  } catch (error) {
    if (isMissing(error))
      throw new EntenteError("data.damaged", { path: from, detail: "it is no whole ledger" }, { cause: error });
    const detail = error instanceof Error ? error.message : String(error);
    throw new EntenteError("data.unwritable", { path: to, detail }, { cause: error });
  }
}
