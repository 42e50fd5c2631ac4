import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Outbox } from "./send.ts";

const Entry = z.object({ mail: z.string(), recipient: z.string(), state: z.enum(["sent", "unclear"]), at: z.string() });

async function linesOf(path: string): Promise<string[]> {
  try {
    return (await readFile(path, "utf8")).split("\n").filter((line) => line.length > 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw thrown;
  }
}

/** An outbox in a file, a line for each mail and recipient; a line is written before the next recipient's turn. */
export function fileOutbox(path: string, now: () => Date = () => new Date()): Outbox {
  return {
    async has(mail, recipient) {
      const entries = (await linesOf(path)).map((line) => Entry.parse(JSON.parse(line)));
      return entries.some((entry) => entry.mail === mail && entry.recipient === recipient);
    },
    async note(mail, recipient, state) {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, `${JSON.stringify({ mail, recipient, state, at: now().toISOString() })}\n`, {
        mode: 0o600,
      });
    },
  };
}
