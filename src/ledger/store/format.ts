import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { EntenteError } from "../../schema/index.ts";

/** The version of the folder's layout and tables. A change of either raises it. */
export const FORMAT = 2;

const FormatFile = z.object({ entente: z.literal("ledger"), format: z.int().positive() });

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** Writes a file so that it is there whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, content, { flush: true });
  await rename(draft, path);
}

/** The format that a folder says it has; none where it says nothing. Errors: data.damaged. */
export async function formatOf(folder: string): Promise<number | undefined> {
  try {
    return FormatFile.parse(JSON.parse(await readFile(join(folder, "entente.json"), "utf8"))).format;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new EntenteError("data.damaged", { path: folder, detail: "entente.json is malformed" }, { cause: error });
  }
}

/** Writes down that a folder has this program's format. */
export const writeFormat = (folder: string): Promise<void> =>
  writeWhole(join(folder, "entente.json"), `${JSON.stringify({ entente: "ledger", format: FORMAT })}\n`);

/** Throws where a folder is no ledger, or one of a newer format. Errors: data.newer, data.damaged. */
export async function assertFormat(folder: string): Promise<void> {
  const found = await formatOf(folder);
  if (found === undefined) throw new EntenteError("data.damaged", { path: folder, detail: "it has no entente.json" });
  if (found > FORMAT) throw new EntenteError("data.newer", { path: folder, found, known: FORMAT });
}

/**
 * Makes the folder where there is none, and checks that its format is one this program knows.
 * Errors: data.newer, data.damaged, data.unwritable.
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, "originals"), { recursive: true });
    if ((await formatOf(folder)) === undefined) await writeFormat(folder);
    else await assertFormat(folder);
  } catch (error) {
    if (error instanceof EntenteError) throw error;
    throw new EntenteError("data.unwritable", { path: folder, detail: detailOf(error) }, { cause: error });
  }
}
