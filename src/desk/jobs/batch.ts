import type { Taken } from "../../intake/index.ts";
import type { AppendResult, Entry, KnownEntry } from "../../ledger/index.ts";
import type { JobDocument, Refusal } from "../../schema/index.ts";
import type { Step } from "./pipeline.ts";

const BATCH = 200;
/** A batch is stored when its originals have this many bytes, so that memory stays bounded. */
const BATCH_BYTES = 32_000_000;
/** What has waited so many seconds is stored, however little it is: slow sources show what they brought. */
const BATCH_SECONDS = 10;
const FIRST_DOCUMENTS = 50;

const entryOf = (taken: Taken, coded: Extract<Step, { coded: unknown }>["coded"]): Entry | KnownEntry => {
  const { document, original } = taken;
  return coded === "known" ? { document, original } : { document, original, ...coded };
};

/** Documents that wait to be stored together. */
export class Batch {
  readonly entries: (Entry | KnownEntry)[] = [];
  readonly inputs: string[] = [];
  readonly refusals: Refusal[] = [];
  readonly #since = performance.now();
  #bytes = 0;

  take(step: Step): void {
    if ("refused" in step) this.refusals.push(step.refused);
    else {
      const { taken, coded } = step;
      this.entries.push(entryOf(taken, coded));
      this.inputs.push(taken.input ?? taken.document.title ?? taken.document.id);
      this.#bytes += taken.original.length;
    }
  }

  get isFull(): boolean {
    const old = performance.now() - this.#since > BATCH_SECONDS * 1000;
    return this.entries.length + this.refusals.length >= BATCH || this.#bytes >= BATCH_BYTES || old;
  }

  /** The documents of a job, as far as they are listed, with those of this batch. */
  listed(before: readonly JobDocument[], { added }: AppendResult): JobDocument[] {
    const fresh = new Set(added);
    const documents = [...before];
    for (const [index, entry] of this.entries.entries()) {
      if (documents.length >= FIRST_DOCUMENTS) break;
      const { id } = entry.document;
      const reports = "reading" in entry ? entry.reading.reports.length : 0;
      const state = fresh.delete(id) ? "added" : "known";
      documents.push({ input: this.inputs[index], document: id, state, reports });
    }
    return documents;
  }

  get isEmpty(): boolean {
    return this.entries.length === 0 && this.refusals.length === 0;
  }
}

/** Items of a subscription that are gone through, and whether any document came of each. */
export class Items {
  #gone = new Map<string, boolean>();
  #last: string | undefined;

  take({ item, ...step }: Step): void {
    if (item === undefined) return;
    this.#gone.set(item, (this.#gone.get(item) ?? false) || "taken" in step);
    this.#last = item;
  }

  /** All that are gone through; the last one only where nothing more can come of it. */
  leave(final: boolean): ReadonlyMap<string, boolean> {
    const left = this.#gone;
    this.#gone = new Map();
    const [last, taken] = [this.#last, left.get(this.#last ?? "")];
    if (final || last === undefined || taken === undefined) return left;
    left.delete(last);
    this.#gone.set(last, taken);
    return left;
  }
}
