import { setImmediate } from "node:timers/promises";
import type { Reader } from "../../coding/index.ts";
import type { Document } from "../../schema/index.ts";
import type { ReaderParts } from "../reader.ts";
import { type Coded, codeDocument } from "./coding.ts";
import { CoderPool, defaultWorkers } from "./pool.ts";

/** So many documents of a job are coded before threads are started: these take a second to start. */
const SMALL = 16;
/** Documents of one job that may be on their way beside those being coded. */
const AHEAD = 4;

/** Who codes the documents of all jobs: this thread for small jobs, a pool of threads for larger ones. */
export class Coders {
  readonly #reader: Reader;
  readonly #parts: ReaderParts;
  readonly #workers: number;
  #pool: CoderPool | undefined;
  #own: Promise<unknown> = Promise.resolve();

  /** Without workers everything is coded in this thread. */
  constructor(reader: Reader, parts: ReaderParts, workers = defaultWorkers()) {
    this.#reader = reader;
    this.#parts = parts;
    this.#workers = workers;
  }

  /** How many documents of one job may be in hand at once. */
  get ahead(): number {
    return this.#workers + AHEAD;
  }

  /** Codes the document that comes as number `order` (from 0) in its job. */
  code(document: Document, order: number): Promise<Coded> {
    if (order < SMALL || this.#workers < 1) return this.#here(document);
    this.#pool ??= new CoderPool(this.#parts, this.#workers);
    return this.#pool.code(document);
  }

  /** One after the other, and whoever else waits for this thread comes in between. */
  #here(document: Document): Promise<Coded> {
    const coded = this.#own.then(() => setImmediate()).then(() => codeDocument(document, this.#reader));
    this.#own = coded;
    return coded;
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}
