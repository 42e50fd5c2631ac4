import {
  type BriefFacts,
  incidentsToTell,
  REASONS_WEIGHED,
  RUNG_EVIDENCE,
  type Saying,
  type Speaker,
} from "../brief/index.ts";
import type { Reader } from "../coding/index.ts";
import type { Ledger, ReadText } from "../ledger/index.ts";
import { COUNTING_RULES } from "../measures/index.ts";
import {
  type DyadMeasures,
  EntenteError,
  type IncidentReport,
  type IncidentSummary,
  type QuotationCard,
  type RelationQuery,
  type RelationView,
  type SourceCard,
  type Span,
  suitedLength,
} from "../schema/index.ts";
import { readoutPairs } from "./brief-readouts.ts";
import { withGovernment } from "./brief-sides.ts";
import { quotationSpeaker, speakerOf } from "./brief-speakers.ts";
import { measureDyad } from "./measure.ts";
import { SideMarker } from "./sources.ts";

/** Documents of the ledger, each fetched once. */
class Shelf {
  readonly #ledger: Ledger;
  readonly #documents: Map<string, ReadText>;

  /** With documents that are there. */
  constructor(ledger: Ledger, documents: ReadonlyMap<string, ReadText>) {
    this.#ledger = ledger;
    this.#documents = new Map(documents);
  }

  async fetch(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#documents.has(id));
    if (missing.length === 0) return;
    for (const [id, found] of await this.#ledger.texts(missing)) this.#documents.set(id, found);
  }

  async of(id: string): Promise<ReadText> {
    await this.fetch([id]);
    const found = this.#documents.get(id);
    if (found === undefined) throw new EntenteError("document.unknown", { id });
    return found;
  }

  get(id: string): ReadText | undefined {
    return this.#documents.get(id);
  }
}

/** Puts the side of governments on every source of a view. */
function markedView(view: RelationView, mark: (source: SourceCard) => SourceCard): RelationView {
  return {
    ...view,
    incidents: view.incidents.map((incident) => ({
      ...incident,
      evidence: { ...incident.evidence, source: mark(incident.evidence.source) },
    })),
    quotations: view.quotations.map((card) => ({ ...card, source: mark(card.source) })),
  };
}

/** Persons who act in the reports, by document and report. */
function personsOf(
  shelf: Shelf,
  reports: Iterable<readonly IncidentReport[]>,
  { knowledge }: Reader,
): Map<string, Speaker[]> {
  const persons = new Map<string, Speaker[]>();
  for (const { report, evidence } of [...reports].flat()) {
    const document = evidence[0].source.document;
    const mentions = new Map(shelf.get(document)?.reading.mentions.map((mention) => [mention.id, mention]));
    const acting = [...report.actors, ...report.recipients].flatMap(({ mention }) => {
      const named = mentions.get(mention);
      return [named, ...(named?.refersTo ?? []).map((id) => mentions.get(id))].filter((each) => each !== undefined);
    });
    const speakers = acting.flatMap((mention) => speakerOf(mention, knowledge) ?? []);
    persons.set(
      `${document} ${report.id}`,
      speakers.filter(({ kind }) => kind === "person"),
    );
  }
  return persons;
}

function sayingsOf(cards: readonly QuotationCard[], shelf: Shelf, { knowledge }: Reader): Saying[] {
  return cards.map((card) => {
    const reading = shelf.get(card.source.document)?.reading;
    const quotation = reading?.quotations.find(({ id }) => id === card.id);
    const speaker = reading && quotation && quotationSpeaker(quotation, reading, knowledge);
    return speaker ? { card, speaker } : { card };
  });
}

/** Countries of the outlets of every incident, by one query for all. */
async function sidesOf(
  ledger: Ledger,
  { incidents }: RelationView,
  mark: (source: SourceCard) => SourceCard,
  marker: SideMarker,
): Promise<Map<string, (string | undefined)[]>> {
  const rows = await ledger.incidentSources(incidents.map(({ id }) => id));
  const sides = new Map<string, (string | undefined)[]>();
  for (const { incident, document, outlet } of rows) {
    const { side } = mark(marker.source({ document, publisher: outlet }));
    sides.set(incident, [...(sides.get(incident) ?? []), side]);
  }
  return sides;
}

const NOT_MEASURED: readonly string[] = ["brief.nodata", "measure.undated"];

/**
 * The measures of the period, and those under the other counting rules; none where there is no period, or no dated
 * document. Of all that was read the later half is held against the earlier, as on the page, by its months or quarters: nothing lies before it.
 */
async function measuresOf(
  ledger: Ledger,
  { knowledge }: Reader,
  { a, b, from, to }: RelationQuery,
  view: RelationView,
) {
  if (!view.period) return { otherRules: [] };
  const period = { from: from ?? view.period.from, to: to ?? view.period.to };
  const naming = await ledger.ground.naming(view.dyad);
  const length = suitedLength(from ?? naming.at(0)?.day, to ?? naming.at(-1)?.day);
  const query = { a, b, length, ...((from ?? to) && period) };
  const otherRules: DyadMeasures[] = [];
  const measures = await measureDyad(ledger, knowledge, query).catch((error: unknown) => {
    if (error instanceof EntenteError && NOT_MEASURED.includes(error.code)) return undefined;
    throw error;
  });
  if (measures === undefined) return { otherRules };
  if (measures.verdict.probability === undefined) return { measures, otherRules };
  for (const { name, reviewedOnly } of COUNTING_RULES) {
    if (name !== measures.rule.name && !reviewedOnly)
      otherRules.push(await measureDyad(ledger, knowledge, { ...query, rule: name }));
  }
  return { measures, otherRules };
}

/** Incidents that sentences on measures rest on: reasons of the verdict, the rungs reached, what is directed against others. */
function citedByMeasures(measures: DyadMeasures | undefined): string[] {
  if (!measures) return [];
  const rungs = measures.depth.flatMap(({ reached, cells }) => cells.filter(({ rung }) => rung === reached));
  return [
    ...measures.verdict.reasons.slice(0, REASONS_WEIGHED).map(({ id }) => id),
    ...rungs.flatMap(({ incidents }) => incidents.slice(0, RUNG_EVIDENCE)),
    ...measures.thirdStates.flatMap(({ directedAgainst }) => directedAgainst),
  ];
}

/** Each source once, the earliest first. */
const sourcesOf = (sources: readonly SourceCard[]): SourceCard[] =>
  [...new Map(sources.map((source) => [source.document, source])).values()].sort((a, b) =>
    `${a.published} ${a.document}` < `${b.published} ${b.document}` ? -1 : 1,
  );

/** Everything a brief is written from: the relation, its measures, all evidence of its incidents, and the texts to hold it against. */
export async function briefFacts(
  ledger: Ledger,
  reader: Reader,
  query: RelationQuery,
  relation: RelationView,
  coder: string,
): Promise<BriefFacts> {
  const { knowledge } = reader;
  const mark = (source: SourceCard): SourceCard => withGovernment(source, relation.dyad, knowledge);
  const view = markedView(relation, mark);
  const marker = new SideMarker(knowledge);
  const reportsOf = new Map<string, IncidentReport[]>();
  const told = incidentsToTell(view.incidents);
  const stored = await ledger.told(told.map(({ id }) => id));
  const shelf = new Shelf(ledger, stored.texts);
  for (const { id } of told) {
    const marked = (stored.reports.get(id) ?? []).map(({ report, evidence }) => ({
      report,
      evidence: evidence.map((words) => ({ ...words, source: mark(marker.source(words.source)) })),
    }));
    reportsOf.set(id, marked);
  }
  const telling = new Set([...reportsOf.values()].flat().map(({ evidence: [first] }) => first.source.document));
  const quotations = view.quotations.filter(({ source }) => telling.has(source.document));
  const all = await ledger.incidents({ dyad: view.dyad });
  const here = new Set(view.incidents.map(({ id }) => id));
  const earlier = new Map<string, IncidentSummary>(
    all.filter(({ id }) => !here.has(id)).map((incident) => [incident.id, marker.summary(incident)]),
  );
  const { measures, otherRules } = await measuresOf(ledger, reader, query, view);
  const cited = [...reportsOf.values()].flat().flatMap(({ evidence }) => evidence);
  const summaries = new Map([...view.incidents, ...earlier.values()].map((incident) => [incident.id, incident]));
  const before = citedByMeasures(measures).flatMap((id) => summaries.get(id)?.evidence ?? []);
  await shelf.fetch([...cited, ...before].map(({ source }) => source.document));
  const cards = quotations.length > 0 ? quotations : view.quotations;
  await shelf.fetch(cards.map(({ source }) => source.document));
  const textOf = (document: string): string => shelf.get(document)?.document.text ?? "";
  return {
    view,
    reportsOf,
    sayings: sayingsOf(cards, shelf, reader),
    sidesOf: await sidesOf(ledger, view, mark, marker),
    ...(measures && { measures }),
    otherRules,
    readouts: await readoutPairs(view.incidents, reportsOf, {
      sources: sourcesOf([...cited.map(({ source }) => source), ...view.quotations.map(({ source }) => source)]),
      dyad: view.dyad,
      reader,
      documentOf: (id) => shelf.of(id),
    }),
    personsOf: personsOf(shelf, reportsOf.values(), reader),
    earlier,
    nameOf: knowledge.stateName,
    adjectiveOf: (code) => knowledge.stateOf(code)?.adjectives[0] ?? knowledge.stateName(code),
    slice: (document: string, [start, end]: Span) => textOf(document).slice(start, end),
    textOf,
    originalOf: (document) => shelf.get(document)?.document.original,
    coder,
  };
}
