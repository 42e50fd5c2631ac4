import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CoderName, Document, Domain, ErrorRecord, Reading, Recoding } from "../../schema/index.ts";
import { storeEntries } from "../append/append.ts";
import { codedBy } from "../queries/coded.ts";
import type { Entry } from "../shapes.ts";
import { Database } from "../store/database.ts";
import { isMissing } from "../store/missing.ts";
import { carry, emptyTables, SAID } from "./carry.ts";
import { codersIn } from "./coders.ts";
import { differenceOf } from "./difference.ts";
import { documentPages, entriesOf } from "./entries.ts";

/** What coding one document gave. */
export type Coded =
  | { readonly reading: Reading; readonly domains: Readonly<Record<string, Domain>> }
  | { readonly fault: ErrorRecord };

/** Who codes, and how. */
export interface Coding {
  readonly coder: CoderName;
  /** Codes documents; the answers in their order. */
  readonly code: (documents: readonly Document[]) => Promise<readonly Coded[]>;
}

export interface RecodingOptions {
  /** Takes the new readings in when all is coded. */
  readonly take?: boolean;
  /** How much of what differs is listed, 200 by default. */
  readonly rows?: number;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Stops after the batch at hand; what was coded stays beside the ledger, and the next run goes on from there. */
  readonly signal?: AbortSignal;
}

type Failed = Recoding["failed"][number];
type Alone = <T>(work: () => Promise<T>) => Promise<T>;

const LISTED = 200;
const SAID_SO = SAID.map((table) => `(SELECT coalesce(max(seq), 0) FROM ${table})`).join(" || ' ' || ");

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** The last of what people said, by which a change is seen. */
const lastSaid = async (database: Database): Promise<string> =>
  (await database.read<{ said: string }>(`SELECT ${SAID_SO} AS said`))[0].said;

/** Codes everything anew beside the ledger, and takes it in when told to. */
export class Recodings {
  readonly #folder: string;
  readonly #file: string;
  readonly #database: Database;
  readonly #alone: Alone;

  constructor(folder: string, database: Database, alone: Alone) {
    this.#folder = join(folder, "recoding");
    this.#file = join(this.#folder, "ledger.duckdb");
    this.#database = database;
    this.#alone = alone;
  }

  /**
   * Reads all documents with a coder into a ledger beside this one, and tells what would be another report or incident.
   * Nothing changes but by `take`: then the new readings stand beside the older ones, and count.
   * Errors: data.unwritable, data.frozen; what the signal is aborted with.
   */
  async run(coding: Coding, options: RecodingOptions = {}): Promise<Recoding> {
    this.#database.assertWritable();
    const failed = await this.#code(coding, options);
    const before = await codersIn(this.#database);
    const difference = await this.#alone(() => differenceOf(this.#database, this.#file, options.rows ?? LISTED));
    if (options.take) await this.#take(options);
    return { coder: coding.coder, before, failed, ...difference, taken: options.take ?? false };
  }

  /** A ledger beside the ledger with what people said, empty or as a run by the same coder left it. */
  async #beside(coder: CoderName): Promise<Database> {
    if (await isThere(this.#file)) {
      const found = await Database.open(this.#file);
      if (!(await found.isOutdated()) && (await this.#isOf(found, coder))) return found;
      found.close();
    }
    await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { recursive: true });
    await emptyTables(this.#file);
    await this.#alone(() => carry(this.#database, this.#file, SAID));
    return Database.open(this.#file);
  }

  async #isOf(found: Database, { version, model, knowledge }: CoderName): Promise<boolean> {
    const others = await found.read("SELECT 1 FROM readings WHERE (coder, model, knowledge) <> ($1, $2, $3) LIMIT 1", [
      version,
      model,
      knowledge,
    ]);
    return others.length === 0 && (await lastSaid(found)) === (await lastSaid(this.#database));
  }

  async #code({ coder, code }: Coding, { onProgress, signal }: RecodingOptions): Promise<Failed[]> {
    const beside = await this.#beside(coder);
    const failed: Failed[] = [];
    const [{ total }] = await this.#database.read<{ total: number }>(
      "SELECT count(*)::INTEGER AS total FROM documents",
    );
    let done = 0;
    try {
      for await (const documents of documentPages(this.#database)) {
        signal?.throwIfAborted();
        const ids = documents.map(({ id }) => id);
        const coded = await codedBy(beside, ids, coder);
        const left = documents.filter(({ id }) => !coded.has(id));
        const answers = await code(left);
        const entries: Entry[] = [];
        for (const [at, document] of left.entries()) {
          const answer = answers[at];
          if ("fault" in answer) failed.push({ document: document.id, error: answer.fault });
          else entries.push({ document, original: new Uint8Array(), ...answer });
        }
        await beside.transaction((writer) => storeEntries(writer, entries));
        done += documents.length;
        onProgress?.({ done, total });
      }
    } finally {
      beside.close();
    }
    return failed;
  }

  async #take({ signal }: RecodingOptions): Promise<void> {
    const beside = await Database.open(this.#file);
    try {
      for await (const entries of entriesOf(beside)) {
        signal?.throwIfAborted();
        const now = entries.map((entry) => ({ ...entry, added: undefined }));
        await this.#alone(() => this.#database.transaction((writer) => storeEntries(writer, now), "told"));
      }
    } finally {
      beside.close();
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
