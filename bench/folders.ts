import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: { folder: { type: "string" }, keep: { type: "boolean", default: false } },
  allowPositionals: true,
});

/** Whether the figures are to be kept as the last ones. */
export const isKept = values.keep;

/** The sizes that the program was called with. */
export const sizesAsked = (): number[] => positionals.map(Number);

/** Where an archive of a size is made: a folder that goes with it, or with `--folder` one that stays and is used again. */
export function folderFor(part: string, size: number): Disposable & { readonly path: string } {
  if (values.folder === undefined) {
    const path = mkdtempSync(join(tmpdir(), `entente-${part}-`));
    return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
  }
  const path = join(values.folder, `${part}-${size}`);
  mkdirSync(path, { recursive: true });
  return { path, [Symbol.dispose]: () => undefined };
}
