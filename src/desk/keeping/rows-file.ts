import { createWriteStream } from "node:fs";
import { finished, pipeline } from "node:stream/promises";
import type { Ledger } from "../../ledger/index.ts";
import { EntenteError, type Exported, type IncidentSummary } from "../../schema/index.ts";

const PAGE = 2_000;

/** All incidents, oldest first, in pages. */
async function* incidentsOf(ledger: Ledger): AsyncGenerator<readonly IncidentSummary[]> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await ledger.incidents({ limit: PAGE, offset });
    if (page.length === 0) return;
    yield page;
  }
}

/**
 * Writes lines for every incident into a new file, and counts those that there are none for.
 * Errors: data.occupied, data.unwritable.
 */
export async function writeRows(
  ledger: Ledger,
  path: string,
  linesOf: (incident: IncidentSummary) => readonly string[],
): Promise<Exported> {
  let [rows, leftOut] = [0, 0];
  const lines = async function* () {
    for await (const page of incidentsOf(ledger))
      for (const incident of page) {
        const own = linesOf(incident);
        rows += own.length;
        leftOut += Number(own.length === 0);
        yield own.map((line) => `${line}\n`).join("");
      }
  };
  try {
    const file = createWriteStream(path, { flags: "wx" });
    await pipeline(lines, file);
    await finished(file);
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new EntenteError("data.occupied", { path }, { cause });
    throw new EntenteError("data.unwritable", { path, detail: message }, { cause });
  }
  return { path, rows, leftOut };
}
