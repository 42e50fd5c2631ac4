import { chmod, constants, copyFile, link, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  EntenteError,
  type Freeze,
  type FreezeCheck,
  type FreezeRecord,
  type FreezeRequest,
} from "../../schema/index.ts";
import { storeEntries } from "../append/append.ts";
import { Database } from "../store/database.ts";
import { diskError } from "../store/disk.ts";
import { FORMAT, writeFormat } from "../store/format.ts";
import { isMissing } from "../store/missing.ts";
import type { Originals } from "../store/originals.ts";
import { carry, emptyTables, SAID } from "./carry.ts";
import { codersIn } from "./coders.ts";
import { chosenDocuments, countingEntries } from "./entries.ts";
import { writeTables } from "./export.ts";
import {
  changedOriginals,
  digestOf,
  freezeIn,
  originalNames,
  RECORD,
  TABLES_FOLDER,
  tableFiles,
} from "./freeze-record.ts";

const READ_ONLY = 0o444;
type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** Links an original into a freeze, or copies it where the file system links nothing. An original that is gone is left out. */
async function keepOriginal(originals: Originals, folder: string, hash: string): Promise<void> {
  const to = join(folder, "originals", hash.slice(0, 2));
  await mkdir(to, { recursive: true });
  try {
    await link(originals.pathOf(hash), join(to, hash));
  } catch (error) {
    if (isMissing(error)) return;
    await copyFile(originals.pathOf(hash), join(to, hash), constants.COPYFILE_FICLONE);
  }
}

/** Everything that is frozen, appended to a new file as if nothing else had ever been added. */
async function fill(from: Database, file: string, chosen: FreezeRequest): Promise<void> {
  await emptyTables(file);
  const documents = `SELECT d.id FROM documents d WHERE ${chosenDocuments(chosen)}`;
  const within = `WHERE document IN (${documents})`;
  await carry(from, file, [...SAID, "copies"], { reviews: within, copies: within });
  const frozen = await Database.open(file);
  try {
    for await (const entries of countingEntries(from, chosen))
      await frozen.transaction((writer) => storeEntries(writer, entries));
  } finally {
    frozen.close();
  }
}

/** Named, read-only snapshots of a period, each a data folder of its own under `freezes/`. */
export class Freezes {
  /** Where they are kept. */
  readonly folder: string;
  readonly #database: Database;
  readonly #originals: Originals;
  readonly #alone: Alone;

  constructor(folder: string, database: Database, originals: Originals, alone: Alone) {
    this.folder = join(folder, "freezes");
    this.#database = database;
    this.#originals = originals;
    this.#alone = alone;
  }

  /**
   * Freezes the documents of a period with the readings that count, what people said of them, and what follows from
   * these. Errors: freeze.taken, freeze.empty, data.frozen, data.unwritable.
   */
  make(request: FreezeRequest): Promise<Freeze> {
    return this.#alone(async () => {
      this.#database.assertWritable();
      const [path, draft] = [join(this.folder, request.name), join(this.folder, `.${request.name}.draft`)];
      if ((await this.#names()).includes(request.name)) throw new EntenteError("freeze.taken", { name: request.name });
      await rm(draft, { recursive: true, force: true });
      try {
        await this.#write(draft, request);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { recursive: true, force: true });
        throw diskError(error, this.folder);
      }
      return freezeIn(this.folder, request.name);
    });
  }

  async #write(folder: string, request: FreezeRequest): Promise<void> {
    await mkdir(join(folder, TABLES_FOLDER), { recursive: true });
    await mkdir(join(folder, "originals"));
    const file = join(folder, "ledger.duckdb");
    await fill(this.#database, file, request);
    const frozen = await Database.open(file, { oneThread: true });
    try {
      await writeTables(frozen, join(folder, TABLES_FOLDER), "parquet");
      const hashes = await frozen.read<{ hash: string }>(
        "SELECT original AS hash FROM documents UNION SELECT original FROM copies ORDER BY hash",
      );
      for (const { hash } of hashes) await keepOriginal(this.#originals, folder, hash);
      await writeFormat(folder);
      await this.#record(folder, frozen, request);
    } finally {
      frozen.close();
    }
  }

  async #record(folder: string, frozen: Database, { from, to }: FreezeRequest): Promise<void> {
    const [counts] = await frozen.read<Pick<FreezeRecord, "documents" | "reports" | "incidents">>(
      `SELECT (SELECT count(*) FROM documents)::INTEGER AS documents, (SELECT count(*) FROM reports)::INTEGER AS reports,
              (SELECT count(*) FROM incidents)::INTEGER AS incidents`,
    );
    if (counts.documents === 0)
      throw new EntenteError("freeze.empty", { from: from ?? "the beginning", to: to ?? "the end" });
    const files = await tableFiles(folder);
    const record: FreezeRecord = {
      entente: "freeze",
      format: FORMAT,
      period: { ...(from && { from }), ...(to && { to }) },
      coders: await codersIn(frozen),
      ...counts,
      files,
      digest: digestOf(files, await originalNames(folder)),
    };
    await writeFile(join(folder, RECORD), `${JSON.stringify(record, null, 2)}\n`);
    for (const name of [RECORD, ...files.map(({ name }) => join(TABLES_FOLDER, name))])
      await chmod(join(folder, name), READ_ONLY);
  }

  async #names(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => !name.startsWith(".")).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  /** All freezes, by name. Errors: data.damaged. */
  async list(): Promise<Freeze[]> {
    const names = await this.#names();
    return Promise.all(names.map((name) => freezeIn(this.folder, name)));
  }

  /** Hashes the files of a freeze again. Errors: freeze.unknown, data.damaged. */
  async verify(name: string): Promise<FreezeCheck> {
    const { path, files, digest } = await freezeIn(this.folder, name);
    const found = await tableFiles(path);
    const hashes = new Map(found.map((file) => [file.name, file.sha256]));
    const originals = await originalNames(path);
    const damage = files
      .filter((file) => hashes.get(file.name) !== file.sha256)
      .map((file) => `${file.name} ${hashes.has(file.name) ? "was changed" : "is missing"}`);
    damage.push(...(await changedOriginals(path, originals)).map((hash) => `the original ${hash} was changed`));
    if (damage.length === 0 && digestOf(found, originals) !== digest)
      damage.push("files were added, or originals are missing");
    return { name, digest, damage };
  }

  /** Takes a freeze away for good. Errors: freeze.unknown. */
  async remove(name: string): Promise<void> {
    const { path } = await freezeIn(this.folder, name);
    await rm(path, { recursive: true });
  }
}
