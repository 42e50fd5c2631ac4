import type { Evidence, IncidentSummary, QuotationCard, SourceCard, Statement } from "../schema/index.ts";
import type { Slice } from "./facts.ts";
import { clauseOf, dateInWords, listOf } from "./phrases.ts";

const MANY = 4;

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Names of the publishers, or the first of them and the number of the rest. */
function publishersInWords(publishers: readonly string[]): string {
  if (publishers.length <= MANY) return listOf(publishers);
  return listOf([...publishers.slice(0, MANY - 1), `${publishers.length - MANY + 1} others`]);
}

/** Each publisher once, in the order of first mention. */
export function publishersOf(evidence: readonly Evidence[]): string[] {
  const names = evidence.map(({ source }) => source.publisher).filter((name) => name !== undefined);
  return [...new Set(names)];
}

/** The sentence that tells one incident, with who reports it. */
export function incidentStatement(
  incident: IncidentSummary,
  evidence: readonly Evidence[],
  nameOf: (code: string) => string,
): Statement {
  const clause = clauseOf(incident, nameOf);
  const when = incident.date ? `${dateInWords(incident.date.from, incident.date.to)}, ` : "";
  const where = incident.place ? ` (${incident.place.name})` : "";
  const publishers = publishersOf(evidence);
  const who =
    publishers.length > 0
      ? `, as ${publishersInWords(publishers)} ${publishers.length === 1 ? "reports" : "report"}`
      : "";
  const opening = when ? clause.replace(/^(The|Representatives|Protest)/, (word) => word.toLowerCase()) : clause;
  return { sentence: `${when}${opening}${where}${who}.`, evidence: [...evidence], measures: [] };
}

/** Who said what, in their words. */
export function quotationStatement(quotation: QuotationCard, slice: Slice): Statement {
  const outlet = quotation.source.publisher ?? "An unnamed publisher";
  const words = quotation.words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[,;:]$/, "");
  const verb = quotation.kind === "direct" ? "quotes" : "reports";
  const stop = /[.!?…]$/.test(words) ? "" : ".";
  return {
    sentence: `${outlet} ${verb} ${quotation.speaker}: “${words}”${stop}`,
    evidence: quotation.spans.map((span) => ({
      source: quotation.source,
      span,
      words: slice(quotation.source.document, span),
    })),
    measures: [],
  };
}

/** How many documents and publishers stand behind the brief, and how many of them states own. */
export function coverageStatement(sources: readonly SourceCard[]): Statement {
  const publishers = new Set(sources.map(({ publisher }) => publisher ?? "unnamed"));
  const state = sources.filter(({ stateMedia }) => stateMedia).length;
  return {
    sentence: `The incidents rest on ${plural(sources.length, "document")} of ${plural(publishers.size, "publisher")}; ${plural(state, "document")} came from state media.`,
    evidence: [],
    measures: [
      { name: "documents", value: String(sources.length) },
      { name: "publishers", value: String(publishers.size) },
      { name: "documents of state media", value: String(state) },
    ],
  };
}
