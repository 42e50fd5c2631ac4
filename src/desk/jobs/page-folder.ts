import { realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { EntenteError } from "../../schema/index.ts";

/** Whether a path is a folder or something in it. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const fromHome = (home: string, path: string): string =>
  path === "~" || path.startsWith("~/") ? join(home, path.slice(1)) : resolve(home, path);

/**
 * The full path of a folder that a page names, links followed. A page may name folders within the home folder of
 * whoever runs the service, but none that is hidden, and none with the data folder in it or around it.
 * Errors: input.missing, input.nothing, folder.outside.
 */
export async function folderOfPage(address: string, data: string): Promise<string> {
  const home = await realpath(homedir());
  const named = fromHome(home, address.trim());
  const path = await realpath(named).catch((cause: Error) => {
    throw new EntenteError("input.missing", { path: named }, { cause });
  });
  if (!(await stat(path)).isDirectory()) throw new EntenteError("input.nothing", { path });
  const own = await realpath(data);
  const steps = relative(home, path).split(sep);
  const isFree = isWithin(home, path) && path !== home && !steps.some((step) => step.startsWith("."));
  if (!isFree || isWithin(path, own) || isWithin(own, path)) throw new EntenteError("folder.outside", { path, home });
  return path;
}
