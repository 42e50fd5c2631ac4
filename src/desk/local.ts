import { writeBrief } from "../brief/index.ts";
import { CODER_VERSION, type Reader, read } from "../coding/index.ts";
import { takeOne } from "../intake/index.ts";
import { type Ledger, openLedger } from "../ledger/index.ts";
import type {
  AddResult,
  BlocsQuery,
  BlocsView,
  Brief,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  Incident,
  MeasureQuery,
  Overview,
  ReadoutsQuery,
  ReadoutsView,
  ReadResult,
  RelationQuery,
  RelationView,
  Source,
} from "../schema/index.ts";
import { blocsView } from "./blocs.ts";
import { briefFacts } from "./brief-facts.ts";
import { explanationOf } from "./explain.ts";
import { addSource } from "./intake.ts";
import { measureDyad } from "./measure.ts";
import { mediaTypeOf } from "./media-type.ts";
import { overviewOf } from "./overview.ts";
import { loadReader } from "./reader.ts";
import { readoutsView } from "./readouts.ts";
import { relationView } from "./relation.ts";
import { SideMarker } from "./sources.ts";
import type { AddOptions, Desk, Original, StateName } from "./types.ts";

/** A desk over a data folder of this machine, which it holds until it is closed. */
export class LocalDesk implements Desk {
  readonly #ledger: Ledger;
  readonly #reader: Reader;
  readonly #marker: SideMarker;

  private constructor(ledger: Ledger, reader: Reader) {
    this.#ledger = ledger;
    this.#reader = reader;
    this.#marker = new SideMarker(reader.knowledge);
  }

  /** Errors: data.unwritable, data.newer, data.damaged, data.busy; those of `loadReader`. */
  static async open(folder: string, reader?: Reader): Promise<LocalDesk> {
    const loaded = reader ?? (await loadReader());
    return new LocalDesk(await openLedger(folder), loaded);
  }

  overview(): Promise<Overview> {
    return overviewOf(this.#ledger, this.#reader.knowledge, CODER_VERSION);
  }

  async states(): Promise<readonly StateName[]> {
    return this.#reader.knowledge.states
      .map(({ code, name }) => ({ code, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "en"));
  }

  relation(query: RelationQuery): Promise<RelationView> {
    return relationView(this.#ledger, this.#reader.knowledge, query);
  }

  measure(query: MeasureQuery): Promise<DyadMeasures> {
    return measureDyad(this.#ledger, this.#reader.knowledge, query);
  }

  blocs(query: BlocsQuery): Promise<BlocsView> {
    return blocsView(this.#ledger, this.#reader.knowledge, query);
  }

  readouts(query: ReadoutsQuery): Promise<ReadoutsView> {
    return readoutsView(this.#ledger, this.#reader, query);
  }

  async incident(id: string): Promise<Incident> {
    return this.#marker.incident(await this.#ledger.incident(id));
  }

  async document(id: string): Promise<DocumentView> {
    const { document, reading, incidentOf } = await this.#ledger.document(id);
    const { title, publisher, published, url } = document;
    return {
      document,
      source: this.#marker.source({ document: id, title, publisher, published, url }),
      reading,
      incidentOf: { ...incidentOf },
    };
  }

  async explain(id: string): Promise<DocumentExplanation> {
    return explanationOf((await this.#ledger.document(id)).document, this.#reader);
  }

  async original(id: string): Promise<Original> {
    const { document } = await this.#ledger.document(id);
    const bytes = await this.#ledger.original(document.original);
    return { bytes, type: mediaTypeOf(bytes) };
  }

  async read(source: Source): Promise<ReadResult> {
    const { document } = await takeOne(source);
    return { document, reading: read(document, this.#reader) };
  }

  add(source: Source, options?: AddOptions): Promise<AddResult> {
    return addSource(this.#ledger, this.#reader, source, options);
  }

  async brief(query: RelationQuery): Promise<Brief> {
    const view = await this.relation(query);
    return writeBrief(await briefFacts(this.#ledger, this.#reader, query, view, CODER_VERSION));
  }

  close(): Promise<void> {
    return this.#ledger.close();
  }
}
