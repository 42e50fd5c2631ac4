import type { AddOptions, Desk } from "../../src/desk/index.ts";
import {
  type AddResult,
  type BlocsQuery,
  type BlocsView,
  type Brief,
  DOMAINS,
  type DyadMeasures,
  EntenteError,
  IncidentPage,
  type IncidentsQuery,
  type MeasureQuery,
  type Overview,
  type ReadoutsQuery,
  type ReadoutsView,
  type ReadResult,
  type RelationPage,
  type RelationQuery,
  type RelationVerdict,
  type RelationView,
  type Source,
} from "../../src/schema/index.ts";
import { chronicle, entryOf, type FakeEntry } from "./fake/build.ts";
import { blocsOf, readoutsOf } from "./fake/comparisons.ts";
import { FakeEdits } from "./fake/edits.ts";
import { TEXTS } from "./fake/facts.ts";
import { FakeJobs, FakeSubscriptions } from "./fake/jobs.ts";
import { FAKE_KEEPING } from "./fake/keeping.ts";
import { measuresOf } from "./fake/measures.ts";
import { FakeReviews } from "./fake/reviews.ts";
import { FAKE_ACTORS, fakeSearch } from "./fake/search.ts";
import { briefOf, concerns, explanationOf, incidentsOf, monthsOf, quotationsOf, summaryOf } from "./fake/views.ts";
import { FakeWatch } from "./fake/watch.ts";

const NAMES: Readonly<Record<string, string>> = {
  CHN: "China",
  GBR: "United Kingdom",
  JPN: "Japan",
  KOR: "Republic of Korea",
  RUS: "Russian Federation",
  USA: "United States of America",
};
const nameOf = (code: string): string => NAMES[code] ?? code;

/** A desk over a handful of hand-made documents: for the service's and the pages' own tests. */
export class FakeDesk implements Desk {
  readonly edits = new FakeEdits(this);
  readonly watch = new FakeWatch(this);
  readonly subscriptions = new FakeSubscriptions();
  readonly jobs = new FakeJobs((source) => this.add(source), this.subscriptions);
  readonly search = fakeSearch(() => this.#entries);
  readonly actors = FAKE_ACTORS;
  readonly keeping = FAKE_KEEPING;
  readonly reviews = new FakeReviews(() => this.#entries);
  readonly #entries: FakeEntry[];

  constructor({ empty = false } = {}) {
    this.#entries = empty ? [] : [...TEXTS.map((text) => entryOf(text)), ...chronicle()];
  }

  async overview(): Promise<Overview> {
    const incidents = incidentsOf(this.#entries);
    const readings = this.#entries.flatMap(({ view }) => view.reading ?? []);
    return {
      documents: this.#entries.length,
      notCoded: 0,
      reports: readings.reduce((sum, { reports }) => sum + reports.length, 0),
      incidents: incidents.length,
      quotations: readings.reduce((sum, { quotations }) => sum + quotations.length, 0),
      dyads: dyadsOf(incidents.map(summaryOf)),
      newest: incidents.slice(0, 8).map(summaryOf),
      places: [{ name: "Sea of Japan", lat: 40, lon: 135, cooperative: 3, conflictual: 1 }],
      coder: "0.1.0",
    };
  }

  async states() {
    return Object.entries(NAMES).map(([code, name]) => ({ code, name }));
  }

  async relation({ a, b, from, to, rule, limit = Number.MAX_SAFE_INTEGER }: RelationPage): Promise<RelationView> {
    for (const name of [a, b]) if (!(name in NAMES)) throw new EntenteError("state.unknown", { name });
    if (a === b) throw new EntenteError("dyad.same", { name: nameOf(a) });
    if (from && to && from > to) throw new EntenteError("period.invalid", { from, to });
    const within = (day = "") => (from === undefined || day >= from) && (to === undefined || day <= to);
    const incidents = incidentsOf(this.#entries).filter(
      (one) =>
        concerns(one, a, b) && within(one.date?.from) && (rule !== "without patrols" || one.domain !== "military"),
    );
    const documents = new Set(
      incidents.flatMap(({ reports }) => reports.map(({ evidence }) => evidence[0].source.document)),
    );
    const entries = this.#entries.filter(({ view }) => documents.has(view.document.id));
    const days = incidents.flatMap(({ date }) => date?.from ?? []).sort();
    return {
      dyad: [a, b],
      names: [nameOf(a), nameOf(b)],
      ...(days.length > 0 && { period: { from: from ?? days[0], to: to ?? days[days.length - 1] } }),
      headline: headline(nameOf(a), nameOf(b), incidents.length, documents.size),
      months: monthsOf(incidents),
      exposure: exposureOf(entries),
      incidents: incidents.slice(0, limit).map(summaryOf),
      ...(incidents.length > limit && { moreIncidents: incidents.length - limit }),
      quotations: entries
        .flatMap(quotationsOf)
        .filter(({ country }) => country === a || country === b)
        .slice(0, limit),
    };
  }

  async incidents({ domain, type, status, month, limit = 40, offset = 0, ...query }: IncidentsQuery) {
    const { incidents: all, months } = await this.relation(query);
    const counted = new Set(months.filter((cell) => cell.month === month).flatMap(({ ids }) => ids));
    const inMonth = all.filter(({ id }) => month === undefined || counted.has(id));
    const found = inMonth
      .filter((one) => (domain ?? one.domain) === one.domain && (type ?? one.type) === one.type)
      .filter((one) => (status ?? one.status) === one.status)
      .sort((one, other) => (other.date?.to ?? "").localeCompare(one.date?.to ?? ""));
    const count = (name: "domain" | "type" | "status") =>
      Object.fromEntries([...Map.groupBy(inMonth, (one) => one[name])].map(([key, part]) => [key, part.length]));
    return IncidentPage.parse({
      total: found.length,
      offset,
      incidents: found.slice(offset, offset + limit),
      domains: count("domain"),
      types: count("type"),
      statuses: count("status"),
    });
  }

  async measure(query: MeasureQuery): Promise<DyadMeasures> {
    const view = await this.relation({ a: query.a, b: query.b, from: query.from, to: query.to });
    const { dyad, names, period } = view;
    if (period === undefined) throw new EntenteError("brief.nodata", { names: names.join(" and ") });
    return dyad.join() === "CHN,RUS"
      ? measuresOf(view, period, query.rule ?? "default")
      : unmeasured(dyad, names, period);
  }

  async verdict(query: RelationQuery): Promise<RelationVerdict> {
    const { dyad, length, verdict } = await this.measure(query);
    return { dyad, length, verdict };
  }

  async blocs({ from = "2020-01-01", to = "2020-12-31", rule }: BlocsQuery): Promise<BlocsView> {
    return blocsOf(from, to, rule);
  }

  async readouts(query: ReadoutsQuery): Promise<ReadoutsView> {
    const incident = "incident" in query ? await this.incident(query.incident) : undefined;
    return readoutsOf(query, incident, (id) => this.#entry(id));
  }

  async incident(id: string) {
    const found = incidentsOf(this.#entries).find((one) => one.id === id);
    if (found === undefined) throw new EntenteError("incident.unknown", { id });
    return found;
  }

  async document(id: string) {
    return this.#entry(id).view;
  }

  async explain(id: string) {
    return explanationOf(this.#entry(id));
  }

  async original(id: string) {
    return { bytes: Buffer.from(this.#entry(id).view.document.text), type: "text/html; charset=utf-8" };
  }

  async read(source: Source): Promise<ReadResult> {
    const { document, reading } = codeText(source).view;
    if (reading === undefined) throw new EntenteError("internal", { detail: "no reading" });
    return { document, reading };
  }

  async add(source: Source, { onProgress }: AddOptions = {}): Promise<AddResult> {
    const entry = codeText(source);
    onProgress?.({ done: 1, total: 1, current: entry.view.document.title });
    const known = this.#entries.some(({ view }) => view.document.id === entry.view.document.id);
    if (!known) this.#entries.push(entry);
    const { id } = entry.view.document;
    const reports = entry.view.reading?.reports.length ?? 0;
    return { added: known ? [] : [id], known: known ? [id] : [], refused: [], reports, incidents: reports };
  }

  async brief(query: RelationQuery): Promise<Brief> {
    const view = await this.relation(query);
    if (view.period === undefined) throw new EntenteError("brief.nodata", { names: view.names.join(" and ") });
    return briefOf(view, view.period, await Promise.all(view.incidents.map(({ id }) => this.incident(id))));
  }

  async close() {}

  #entry(id: string): FakeEntry {
    const found = this.#entries.find(({ view }) => view.document.id === id);
    if (found === undefined) throw new EntenteError("document.unknown", { id });
    return found;
  }
}

/** The measures of a handful of documents: too few for any of them. */
const unmeasured = (
  dyad: DyadMeasures["dyad"],
  names: DyadMeasures["names"],
  period: DyadMeasures["period"],
): DyadMeasures => ({
  dyad,
  names,
  period,
  length: "month",
  rule: { name: "default", words: 'Counting rule "default".' },
  leftOut: {},
  exposure: [],
  outletChanges: [],
  sources: { set: "all" },
  counted: { incidents: 0, unread: 0, undated: 0 },
  coverage: [],
  kind: "net",
  unit: "net score per 100 source families that name both",
  cooperation: { cooperative: 0, conflictual: 0 },
  index: [{ points: [], reason: "too few incidents" }],
  directed: [],
  asymmetry: { points: [], reason: "too few incidents" },
  verdict: {
    verdict: "not enough evidence",
    window: period,
    baseline: { from: "2019-01-01", to: "2019-12-31" },
    reason: "too few incidents",
    reasons: [],
  },
  changes: [],
  changesReason: "too few periods",
  depth: DOMAINS.map((domain) => ({ domain, cells: [] })),
  thirdStates: [],
  told: [],
  reporting: [],
});

const headline = (a: string, b: string, incidents: number, documents: number): string =>
  incidents === 0
    ? `Nothing is known of ${a} and ${b} in this period.`
    : `${a} and ${b}: ${incidents} incidents in ${documents} documents.`;

function dyadsOf(incidents: Overview["newest"]): Overview["dyads"] {
  const codes = Object.keys(NAMES);
  const pairs = codes.flatMap((a, at) => codes.slice(at + 1).map((b) => [a, b] as [string, string]));
  return pairs
    .map((dyad) => ({ dyad, found: incidents.filter((one) => one.status === "happened" && concerns(one, ...dyad)) }))
    .filter(({ found }) => found.length > 0)
    .map(({ dyad, found }) => ({
      dyad,
      names: [nameOf(dyad[0]), nameOf(dyad[1])] as [string, string],
      incidents: found.length,
      net: found.reduce((sum, { score }) => sum + score, 0),
      last: found[0].date?.from,
      trend: [
        { quarter: "2020-Q1", incidents: 2, net: 3 },
        { quarter: "2020-Q4", incidents: 1, net: -2 },
      ],
    }))
    .sort((a, b) => b.incidents - a.incidents);
}

function exposureOf(entries: readonly FakeEntry[]): RelationView["exposure"] {
  const months = entries.map(({ view }) => (view.document.published ?? "").slice(0, 7)).sort();
  return [...new Set(months)].map((month) => ({ month, documents: months.filter((one) => one === month).length }));
}

/** Codes "X accused Y" and nothing else. */
function codeText(source: Source): FakeEntry {
  if (source.kind === "url") throw new EntenteError("url.timeout", { url: source.url, seconds: 20 });
  const text =
    source.kind === "text" ? source.text : source.kind === "html" ? source.html.replace(/<[^>]*>/g, " ") : "";
  if (text.trim() === "") throw new EntenteError("input.empty", { path: "The text" });
  const found = /China accused Russia/.exec(text);
  const title = (source.kind === "text" && source.title) || "A pasted text";
  const published = ("published" in source && source.published) || "2024-05-01";
  return entryOf({
    publisher: "",
    published,
    title,
    text,
    reports: found
      ? [
          {
            incident: "pasted",
            words: [found[0]],
            type: "ACCUSE",
            domain: "diplomatic",
            contexts: ["diplomatic"],
            actors: [["China", "CHN"]],
            recipients: [["Russia", "RUS"]],
            date: [published, published],
            score: -3,
          },
        ]
      : [],
  });
}
