import type { Knowledge } from "../knowledge/index.ts";
import type { Evidence, Incident, IncidentSummary, QuotationCard, SourceCard } from "../schema/index.ts";

/** Adds the country and ownership of the outlets, which the ledger doesn't know, to whatever carries a source. */
export class SideMarker {
  readonly #knowledge: Knowledge;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  source(card: SourceCard): SourceCard {
    const outlet = card.publisher === undefined ? undefined : this.#knowledge.outletOf(card.publisher);
    return outlet ? { ...card, side: outlet.country, stateMedia: outlet.ownership === "state" } : card;
  }

  evidence(evidence: Evidence): Evidence {
    return { ...evidence, source: this.source(evidence.source) };
  }

  summary<T extends IncidentSummary>(incident: T): T {
    return { ...incident, evidence: this.evidence(incident.evidence) };
  }

  incident(incident: Incident): Incident {
    const reports = incident.reports.map(({ evidence, ...report }) => ({
      ...report,
      evidence: evidence.map((words) => this.evidence(words)),
    }));
    const apart = incident.apart?.map((one) => this.summary(one));
    return { ...this.summary(incident), reports, ...(apart && { apart }) };
  }

  quotation(quotation: QuotationCard): QuotationCard {
    return { ...quotation, source: this.source(quotation.source) };
  }
}
