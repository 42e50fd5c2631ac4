import { writeBrief } from "../brief/index.ts";
import { CODER_VERSION, type Reader, read } from "../coding/index.ts";
import { takeOne } from "../intake/index.ts";
import { type DocumentHead, type Ledger, openLedger } from "../ledger/index.ts";
import type {
  AddResult,
  BlocsQuery,
  BlocsView,
  Brief,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  Incident,
  IncidentPage,
  IncidentsQuery,
  MeasureQuery,
  Overview,
  ReadoutsQuery,
  ReadoutsView,
  ReadResult,
  RelationPage,
  RelationQuery,
  RelationVerdict,
  RelationView,
  Revision,
  Source,
} from "../schema/index.ts";
import { LocalActors } from "./actors/local.ts";
import { ActorNames } from "./actors/names.ts";
import { blocsView } from "./blocs.ts";
import { briefFacts } from "./brief-facts.ts";
import { LocalEdits } from "./edits/local.ts";
import { explanationOf } from "./explain.ts";
import { Coders } from "./jobs/coders.ts";
import { LocalJobs } from "./jobs/local.ts";
import { LocalSubscriptions } from "./jobs/subscriptions.ts";
import { LocalKeeping } from "./keeping/local.ts";
import { incidentPage } from "./listing.ts";
import { measureDyad } from "./measure.ts";
import { mediaTypeOf } from "./media-type.ts";
import { overviewOf } from "./overview.ts";
import { type Loaded, loadWhole } from "./reader.ts";
import { readoutsView } from "./readouts.ts";
import { relationView } from "./relation.ts";
import { LocalReviews } from "./reviews/local.ts";
import { LocalSearch } from "./search/local.ts";
import { SideMarker } from "./sources.ts";
import type { AddOptions, Desk, Original, StateName } from "./types.ts";
import { verdictOf } from "./verdicts.ts";
import { LocalWatch } from "./watch/local.ts";

export interface LocalOptions {
  /** The reader; that of this installation by default. */
  readonly loaded?: Loaded;
  /** Threads that code side by side in larger intakes; one less than the machine's cores by default, 0 for none. */
  readonly workers?: number;
}

/** What blocs weigh where they are kept, in rows: a few hundred kilobytes. */
const WEIGHT = 1000;

/** What a brief weighs: a busy year is some megabytes. */
const WEIGHT_OF_BRIEF = 20_000;

/** A desk over a data folder of this machine, which it holds until it is closed. */
export class LocalDesk implements Desk {
  readonly edits: LocalEdits;
  readonly search: LocalSearch;
  readonly actors: LocalActors;
  readonly reviews: LocalReviews;
  readonly watch: LocalWatch;
  readonly keeping: LocalKeeping;
  readonly jobs: LocalJobs;
  readonly subscriptions: LocalSubscriptions;
  readonly #coders: Coders;
  readonly #ledger: Ledger;
  readonly #reader: Reader;
  readonly #marker: SideMarker;

  private constructor(ledger: Ledger, reader: Reader, coders: Coders, jobs: LocalJobs) {
    this.jobs = jobs;
    this.subscriptions = new LocalSubscriptions(ledger, jobs, reader.knowledge);
    this.#coders = coders;
    this.#ledger = ledger;
    this.#reader = reader;
    this.#marker = new SideMarker(reader.knowledge);
    const { knowledge } = reader;
    const names = new ActorNames(knowledge);
    this.search = new LocalSearch({ ledger, knowledge, names });
    this.actors = new LocalActors({ ledger, knowledge, names });
    this.edits = new LocalEdits({ ledger, knowledge, brief: (query) => this.brief(query) });
    this.reviews = new LocalReviews({ ledger, reader });
    this.keeping = new LocalKeeping({ ledger, reader, coders });
    this.watch = new LocalWatch({ folder: ledger.folder, knowledge, watched: this });
  }

  /** Errors: data.unwritable, data.newer, data.damaged, data.busy; those of `loadReader`. */
  static async open(folder: string, { loaded, workers }: LocalOptions = {}): Promise<LocalDesk> {
    const { parts, reader } = loaded ?? (await loadWhole());
    const ledger = await openLedger(folder);
    const coders = new Coders(reader, parts, workers);
    return new LocalDesk(ledger, reader, coders, await LocalJobs.open(ledger, reader, coders));
  }

  overview(): Promise<Overview> {
    return overviewOf(this.#ledger, this.#reader.knowledge, CODER_VERSION);
  }

  async states(): Promise<readonly StateName[]> {
    return this.#reader.knowledge.states
      .map(({ code, name, disputed }) => ({ code, name, ...(disputed && { disputed }) }))
      .sort((a, b) => a.name.localeCompare(b.name, "en"));
  }

  relation(query: RelationPage): Promise<RelationView> {
    return relationView(this.#ledger, this.#reader.knowledge, query);
  }

  incidents(query: IncidentsQuery): Promise<IncidentPage> {
    return incidentPage(this.#ledger, this.#reader.knowledge, query);
  }

  measure(query: MeasureQuery): Promise<DyadMeasures> {
    return measureDyad(this.#ledger, this.#reader.knowledge, query);
  }

  verdict(query: RelationQuery): Promise<RelationVerdict> {
    return verdictOf(this.#ledger, this.#reader.knowledge, query);
  }

  blocs(query: BlocsQuery): Promise<BlocsView> {
    const view = () => blocsView(this.#ledger, this.#reader.knowledge, query);
    return this.#ledger.kept.of(["blocs", query], view, WEIGHT);
  }

  readouts(query: ReadoutsQuery): Promise<ReadoutsView> {
    return readoutsView(this.#ledger, this.#reader, query);
  }

  async incident(id: string): Promise<Incident> {
    return this.#marker.incident(await this.#ledger.incident(id));
  }

  async document(id: string): Promise<DocumentView> {
    const { document, incidentOf, revisions } = await this.#ledger.document(id);
    const { reading, reviews } = await this.#ledger.reviews.reviewed(id);
    const { title, publisher, published, url } = document;
    return {
      document,
      source: this.#marker.source({ document: id, title, publisher, published, url }),
      reading,
      incidentOf: { ...incidentOf },
      ...(reviews.length > 0 && { reviews: [...reviews] }),
      ...(revisions.length > 0 && { revisions: revisions.map(revisionOf) }),
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
    return this.jobs.add(source, options);
  }

  brief(query: RelationQuery): Promise<Brief> {
    return this.#ledger.kept.of(["brief", query], () => this.#written(query), WEIGHT_OF_BRIEF);
  }

  async #written(query: RelationQuery): Promise<Brief> {
    const view = await this.relation(query);
    return writeBrief(await briefFacts(this.#ledger, this.#reader, query, view, CODER_VERSION));
  }

  /** Interrupts the intake, so that nobody who waits for it keeps a service from stopping. */
  async halt(): Promise<void> {
    this.subscriptions.halt();
    await this.jobs.close();
  }

  async close(): Promise<void> {
    await this.halt();
    await this.subscriptions.settled();
    await this.#coders.close();
    await this.#ledger.close();
  }
}

const revisionOf = ({ id, title, published }: DocumentHead): Revision => ({
  id,
  ...(title !== undefined && { title }),
  ...(published !== undefined && { published }),
});
