import { CODER_VERSION, type Reader } from "../../coding/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import type {
  Document,
  EventImport,
  Exported,
  ExportRequest,
  Freeze,
  FreezeCheck,
  FreezeRequest,
  RecodeRequest,
  Recoding,
  Verification,
} from "../../schema/index.ts";
import type { Coders } from "../jobs/coders.ts";
import { exportGdelt } from "./export-gdelt.ts";
import { exportPlover } from "./export-plover.ts";
import type { KeepingDesk, RecodeOptions } from "./types.ts";

interface Ground {
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly coders: Coders;
}

/** The keeping of a ledger that this process holds. */
export class LocalKeeping implements KeepingDesk {
  readonly #ledger: Ledger;
  readonly #reader: Reader;
  readonly #coders: Coders;

  constructor({ ledger, reader, coders }: Ground) {
    this.#ledger = ledger;
    this.#reader = reader;
    this.#coders = coders;
  }

  verify(): Promise<Verification> {
    return this.#ledger.verify();
  }

  async backup(folder: string): Promise<Exported> {
    await this.#ledger.backup(folder);
    return { path: folder };
  }

  async export({ path, format }: ExportRequest): Promise<Exported> {
    const { knowledge } = this.#reader;
    if (format === "gdelt") return exportGdelt(this.#ledger, knowledge, path);
    if (format === "plover") return exportPlover(this.#ledger, knowledge, path);
    await this.#ledger.export(path, format);
    return { path };
  }

  importEvents(path: string): Promise<EventImport> {
    return this.#ledger.importEvents(path);
  }

  freeze(request: FreezeRequest): Promise<Freeze> {
    return this.#ledger.freezes.make(request);
  }

  freezes(): Promise<readonly Freeze[]> {
    return this.#ledger.freezes.list();
  }

  verifyFreeze(name: string): Promise<FreezeCheck> {
    return this.#ledger.freezes.verify(name);
  }

  deleteFreeze(name: string): Promise<void> {
    return this.#ledger.freezes.remove(name);
  }

  recode({ take, rows }: RecodeRequest = {}, { onProgress, signal }: RecodeOptions = {}): Promise<Recoding> {
    const { model, knowledge } = this.#reader;
    const coder = { version: CODER_VERSION, model, knowledge: knowledge.version };
    let order = 0;
    const code = (documents: readonly Document[]) =>
      Promise.all(documents.map((document) => this.#coders.code(document, order++)));
    return this.#ledger.recodings.run({ coder, code }, { take, rows, onProgress, signal });
  }
}
