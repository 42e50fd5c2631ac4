import type { Knowledge } from "../knowledge/index.ts";
import type { Evidence, Incident, IncidentSummary, QuotationCard, SourceCard } from "../schema/index.ts";
import { sideOf } from "./brief-sides.ts";

/** Adds the country and ownership of the outlets, which the ledger doesn't know, to whatever carries a source. */
export class SideMarker {
  readonly #knowledge: Knowledge;
  readonly #known = new Map<string, Pick<SourceCard, "side" | "stateMedia">>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** The country and ownership of an outlet; an organ of a state is on the state's side. */
  #sideOf(publisher: string): Pick<SourceCard, "side" | "stateMedia"> {
    const side = sideOf(publisher, this.#knowledge);
    const outlet = this.#knowledge.outletOf(publisher);
    return { ...(side && { side }), ...(outlet && { stateMedia: outlet.ownership === "state" }) };
  }

  source(card: SourceCard): SourceCard {
    const { publisher } = card;
    if (publisher === undefined) return card;
    const known = this.#known.get(publisher) ?? this.#sideOf(publisher);
    this.#known.set(publisher, known);
    return { ...card, ...known };
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
