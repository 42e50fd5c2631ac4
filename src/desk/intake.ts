import { type Reader, read } from "../coding/index.ts";
import { type Taken, takeIn } from "../intake/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Entry, Ledger } from "../ledger/index.ts";
import {
  type AddResult,
  asEntenteError,
  type Domain,
  type Reading,
  type Refusal,
  type Source,
} from "../schema/index.ts";
import type { AddOptions } from "./types.ts";

const BATCH = 200;

function domainsOf(reading: Reading, knowledge: Knowledge): Record<string, Domain> {
  return Object.fromEntries(reading.reports.map(({ id, contexts, type }) => [id, knowledge.domainOf(contexts, type)]));
}

/** A fault of the coder costs one document, not the batch. */
function entryOf({ document, original }: Taken, reader: Reader): Entry | { refused: Refusal } {
  try {
    const reading = read(document, reader);
    return { document, original, reading, domains: domainsOf(reading, reader.knowledge) };
  } catch (thrown) {
    return { refused: { input: document.title ?? document.id, error: asEntenteError(thrown).toRecord() } };
  }
}

class Intake {
  readonly #ledger: Ledger;
  readonly added: string[] = [];
  readonly known: string[] = [];
  readonly refused: Refusal[] = [];
  reports = 0;
  #waiting: Entry[] = [];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async take(entry: Entry | { refused: Refusal }): Promise<void> {
    if ("refused" in entry) this.refused.push(entry.refused);
    else this.#waiting.push(entry);
    if (this.#waiting.length >= BATCH) await this.store();
  }

  async store(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const { added, known, reports } = await this.#ledger.append(this.#waiting);
    this.#waiting = [];
    this.added.push(...added);
    this.known.push(...known);
    this.reports += reports;
  }
}

/** Takes in, codes and stores what a source holds. What was stored stays, whatever comes after it. */
export async function addSource(
  ledger: Ledger,
  reader: Reader,
  source: Source,
  { onProgress, signal }: AddOptions = {},
): Promise<AddResult> {
  const intake = new Intake(ledger);
  let total: number | undefined;
  let done = 0;
  const options = { signal, onTotal: (files: number) => (total = files) };
  for await (const taken of takeIn(source, options)) {
    await intake.take("refused" in taken ? taken : entryOf(taken, reader));
    done += 1;
    onProgress?.({
      done,
      total,
      current: "document" in taken ? (taken.document.title ?? taken.document.id) : undefined,
    });
  }
  await intake.store();
  const { added, known, refused, reports } = intake;
  return { added, known, refused, reports, incidents: (await ledger.counts()).incidents };
}
