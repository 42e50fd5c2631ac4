import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { asEntenteError, type Document } from "../../schema/index.ts";
import type { ReaderParts } from "../reader.ts";
import type { Coded } from "./coding.ts";

/** A thread without work ends after this many milliseconds, and gives its memory back. */
const IDLE = 20_000;
/** The machine's other programs come first (Linux, macOS). */
const NICE = 5;
/** Heap of one thread in MB; a document that needs more is refused, and the thread made anew. */
const MOST_HEAP = 1_024;
/** Of what was made just now, in MB: less than V8 takes by default, so that a thread lets garbage go sooner. */
const MOST_NEW = 24;

/** One core is left to the service and the ledger. */
export const defaultWorkers = (): number => Math.max(1, availableParallelism() - 1);

/** Beside this file, from source or compiled. */
function workerFile(): string {
  const [source, compiled] = ["./worker.ts", "./worker.js"].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  return existsSync(source) ? source : compiled;
}

/** Threads that code documents side by side. The bytes of the model are one piece of memory that all of them read. */
export class CoderPool {
  readonly #pool: Piscina<Document, Coded>;

  constructor(parts: ReaderParts, workers: number) {
    this.#pool = new Piscina({
      filename: workerFile(),
      workerData: parts,
      minThreads: 0,
      maxThreads: workers,
      idleTimeout: IDLE,
      niceIncrement: NICE,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP, maxYoungGenerationSizeMb: MOST_NEW },
      recordTiming: false,
    });
  }

  /** A thread that dies over a document costs this document. */
  async code(document: Document): Promise<Coded> {
    try {
      return await this.#pool.run(document);
    } catch (thrown) {
      return { fault: asEntenteError(thrown).toRecord() };
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
