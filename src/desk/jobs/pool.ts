import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { asEntenteError, type Document, EntenteError } from "../../schema/index.ts";
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

/** Why what waits for a thread is given back: the last thread died over another document. */
const OTHER_DIED = Symbol("the thread died over another document");

/** What a thread that died is told as. */
function faultOf(thrown: unknown): EntenteError {
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
  return code === "ERR_WORKER_OUT_OF_MEMORY"
    ? new EntenteError("coder.memory", {}, { cause: thrown })
    : asEntenteError(thrown);
}

const startFault = (cause: Error): EntenteError =>
  new EntenteError("coder.thread", { detail: cause.message }, { cause });

/** Threads that code documents side by side. The bytes of the model are one piece of memory that all of them read. */
export class CoderPool {
  readonly #pool: Piscina<Document, Coded>;
  /** One for each document that is with the pool. */
  readonly #inHand = new Set<AbortController>();

  /** `heap`: MB that a thread may take; `file`: what it runs. */
  constructor(parts: ReaderParts, workers: number, { heap = MOST_HEAP, file = workerFile() } = {}) {
    this.#pool = new Piscina({
      filename: file,
      workerData: parts,
      minThreads: 0,
      maxThreads: workers,
      idleTimeout: IDLE,
      niceIncrement: NICE,
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: MOST_NEW },
      recordTiming: false,
    });
    this.#pool.on("error", (cause: Error) => this.#giveBack(startFault(cause)));
  }

  /** Documents wait in the pool for a thread. Where the last one died, nothing there would ever take them up again. */
  #giveBack(reason: unknown): void {
    if (this.#pool.threads.length > 0) return;
    for (const waiting of this.#inHand) waiting.abort(reason);
  }

  /** A thread that dies over a document costs this document; one that can't start, those that wait for it. */
  async code(document: Document): Promise<Coded> {
    const abort = new AbortController();
    this.#inHand.add(abort);
    try {
      return await this.#pool.run(document, { signal: abort.signal });
    } catch (thrown) {
      this.#inHand.delete(abort);
      if (abort.signal.reason === OTHER_DIED) return this.code(document);
      this.#giveBack(OTHER_DIED);
      return { fault: faultOf(abort.signal.aborted ? abort.signal.reason : thrown).toRecord() };
    } finally {
      this.#inHand.delete(abort);
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
