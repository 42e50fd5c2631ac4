import type { z } from "zod";
import {
  type Brief,
  type DateInterval,
  type DocumentExplanation,
  type Evidence,
  type Incident,
  type IncidentReport,
  type IncidentSummary,
  type MonthlyScore,
  QUAD_OF,
  type QuotationCard,
  type RelationView,
  type Report,
  type Span,
} from "../../../src/schema/index.ts";
import type { FakeEntry } from "./build.ts";

const evidenceOf = ({ view }: FakeEntry, span: Span): Evidence => ({
  source: view.source,
  span,
  words: view.document.text.slice(...span),
});

const countries = (reports: readonly Report[], part: "actors" | "recipients" | "directedAgainst"): string[] =>
  [...new Set(reports.flatMap((report) => report[part].flatMap(({ country }) => country ?? [])))].sort();

function incidentOf(id: string, entries: readonly FakeEntry[]): Incident {
  const told = entries.flatMap((entry) =>
    (entry.view.reading?.reports ?? [])
      .filter((report) => entry.view.incidentOf[report.id] === id)
      .map((report) => ({ entry, report })),
  );
  const reports: IncidentReport[] = told.map(({ entry, report }) => ({
    report,
    evidence: report.evidence.map((span) => evidenceOf(entry, span)),
  }));
  const [{ entry, report }] = told;
  const all = told.map((one) => one.report);
  return {
    id,
    type: report.type,
    ...(report.mode && { mode: report.mode }),
    domain: entry.domainOf[report.id],
    actors: countries(all, "actors"),
    recipients: countries(all, "recipients"),
    directedAgainst: countries(all, "directedAgainst"),
    ...(report.date && { date: { from: report.date.from, to: report.date.to } }),
    ...(report.place && { place: withoutSpan(report.place) }),
    status: report.status,
    score: report.score,
    confidence: Math.max(...all.map((one) => one.confidence)),
    documents: new Set(told.map((one) => one.entry.view.document.id)).size,
    publishers: new Set(told.map((one) => one.entry.view.document.publisher)).size,
    evidence: reports[0].evidence[0],
    reports,
  };
}

function withoutSpan({ span: _, ...place }: NonNullable<Report["place"]>) {
  return place;
}

/** All incidents of the entries, newest first. */
export function incidentsOf(entries: readonly FakeEntry[]): Incident[] {
  const ids = new Set(entries.flatMap(({ view }) => Object.values(view.incidentOf)));
  return [...ids]
    .map((id) => incidentOf(id, entries))
    .sort((a, b) => (b.date?.from ?? "").localeCompare(a.date?.from ?? ""));
}

export const summaryOf = ({ reports: _, ...summary }: Incident): IncidentSummary => summary;

export const concerns = (incident: IncidentSummary, a: string, b: string): boolean => {
  const parties = new Set([...incident.actors, ...incident.recipients]);
  return parties.has(a) && parties.has(b);
};

/** Months and domains of what happened. */
export function monthsOf(incidents: readonly IncidentSummary[]): MonthlyScore[] {
  const cells = new Map<string, MonthlyScore>();
  for (const { id, date, domain, score, status, type } of incidents) {
    if (status !== "happened" || date === undefined || QUAD_OF[type] === undefined) continue;
    const month = date.from.slice(0, 7);
    const cell = cells.get(`${month} ${domain}`) ?? { month, domain, incidents: 0, net: 0, ids: [] };
    cells.set(`${month} ${domain}`, {
      ...cell,
      incidents: cell.incidents + 1,
      net: cell.net + score,
      ids: [...cell.ids, id],
    });
  }
  return [...cells.values()].sort((a, b) => a.month.localeCompare(b.month));
}

/** The quotations of an entry as cards. */
export const quotationsOf = (entry: FakeEntry): QuotationCard[] =>
  (entry.view.reading?.quotations ?? []).map((one) => ({
    id: one.id,
    speaker: one.speaker.name ?? "unnamed",
    country: entry.quotedCountry[one.id] ?? null,
    kind: one.kind,
    words: one.content.map((span) => entry.view.document.text.slice(...span)).join(" … "),
    spans: one.content,
    source: entry.view.source,
  }));

/** A brief with a sentence an incident, and one that rests on a measure. */
export function briefOf(
  view: RelationView,
  period: z.infer<typeof DateInterval>,
  incidents: readonly Incident[],
): Brief {
  const told = incidents.map(({ id, type, date, reports }) => ({
    id,
    incidents: [id],
    sentence: `${type} on ${date?.from ?? "an unknown day"}.`,
    evidence: reports.flatMap(({ evidence }) => evidence),
    measures: [],
  }));
  const sources = new Map(told.flatMap(({ evidence }) => evidence.map(({ source }) => [source.document, source])));
  const counted = [{ name: "incidents", value: String(incidents.length) }];
  return {
    schema: "entente.brief/1",
    dyad: view.dyad,
    names: view.names,
    title: view.names.join(" and "),
    period,
    sections: [
      {
        id: "summary",
        heading: "In short",
        statements: [{ id: "headline", sentence: view.headline, evidence: [], measures: counted }],
      },
      { id: "events", heading: "What happened", statements: told },
    ],
    sources: [...sources.values()],
    coder: "0.1.0",
  };
}

/** A sentence for each report: its first word is the root, the others hang on it. */
export function explanationOf({ view: { document, reading } }: FakeEntry): DocumentExplanation {
  const sentences = (reading?.reports ?? []).map((report) => {
    const span = report.evidence[0];
    const forms = document.text.slice(...span).split(/\s+/);
    return {
      span,
      tokens: forms.map((form, at) => ({
        form,
        lemma: form.toLowerCase(),
        upos: "X",
        head: at === 0 ? 0 : 1,
        relation: at === 0 ? "root" : "dep",
      })),
      mentions: [],
      candidates: [
        {
          rule: report.rule,
          words: forms[0],
          type: report.type,
          status: report.status,
          actors: report.actors.map(({ country }) => country ?? "?"),
          recipients: [],
          operators: [],
        },
      ],
      orientations: [],
      reports: [report.id],
    };
  });
  return { document: document.id, sentences };
}
