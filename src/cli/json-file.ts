import { readFile } from "node:fs/promises";
import { z } from "zod";
import { EntenteError } from "../schema/index.ts";

/** The bytes of a file. Errors: input.missing, input.unreadable. */
export async function bytesOfFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new EntenteError("input.missing", { path }, { cause });
    throw new EntenteError("input.unreadable", { path, detail: String(code) }, { cause });
  }
}

/** A JSON file of a known shape. Errors: input.missing, input.unreadable, input.shape. */
export async function jsonFile<T>(path: string, shape: z.ZodType<T>): Promise<T> {
  const text = (await bytesOfFile(path)).toString("utf8");
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new EntenteError("input.shape", { path, detail }, { cause });
  }
}
