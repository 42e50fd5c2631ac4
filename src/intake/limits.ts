import { EntenteError } from "../schema/index.ts";

/** The largest document Entente takes in, in bytes. */
export const DOCUMENT_LIMIT = 10_000_000;

/** `20.5 MB`, `312 bytes`. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Throws input.toolarge for more than one document's worth of bytes. */
export function assertSize(path: string, bytes: number): void {
  if (bytes > DOCUMENT_LIMIT)
    throw new EntenteError("input.toolarge", { path, size: sizeOf(bytes), limit: sizeOf(DOCUMENT_LIMIT) });
}
