import { EntenteError } from "../../schema/index.ts";

const OF_DISK = /no space|read-only|permission denied|could not write|file too large|ENOSPC|EROFS|EACCES|EFBIG|EIO/i;

/** What a failed write was about: the disk, in the catalogue's words, or whatever else it was. */
export function diskError(cause: unknown, folder: string): unknown {
  if (cause instanceof EntenteError) return cause;
  const detail = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
  return OF_DISK.test(detail) ? new EntenteError("data.unwritable", { path: folder, detail }, { cause }) : cause;
}
