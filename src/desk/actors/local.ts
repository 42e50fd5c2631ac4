import type { Knowledge } from "../../knowledge/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import {
  type ActorCard,
  type ActorQuery,
  type ActorView,
  type Domain,
  EntenteError,
  type EventType,
  type Office,
  type QuotationCard,
} from "../../schema/index.ts";
import { checkPeriod } from "../period.ts";
import { SideMarker } from "../sources.ts";
import type { ActorNames } from "./names.ts";
import type { ActorsDesk } from "./types.ts";

const SHOWN = 40;

interface Parts {
  readonly ledger: Ledger;
  readonly knowledge: Knowledge;
  readonly names: ActorNames;
}

/** The actors of a data folder. */
export class LocalActors implements ActorsDesk {
  readonly #parts: Parts;
  readonly #marker: SideMarker;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#marker = new SideMarker(parts.knowledge);
  }

  async actor({ id: asked, ...period }: ActorQuery): Promise<ActorView> {
    checkPeriod(period);
    const { ledger, names } = this.#parts;
    const id = names.idOf(asked);
    const actor = id === undefined ? undefined : names.card(id);
    if (id === undefined || actor === undefined) throw new EntenteError("actor.unknown", { name: asked });
    const totals = await ledger.search.actor(id, period, actor.country);
    const [incidents, quotations] = await Promise.all([
      ledger.search.incidents(totals.incidents.slice(0, SHOWN)),
      this.#quotations(id, period),
    ]);
    const days = totals.months.map(({ month }) => month);
    return {
      actor,
      ...(days.length > 0 && { period: { from: period.from ?? `${days[0]}-01`, to: period.to ?? lastDay(days) } }),
      offices: this.#offices(actor),
      documents: totals.documents,
      said: totals.said,
      did: totals.did,
      months: [...totals.months],
      types: totals.types.map(({ value, ...counts }) => ({ type: value as EventType, ...counts })),
      domains: totals.domains.map(({ value, ...counts }) => ({ domain: value as Domain, ...counts })),
      counterparts: [...totals.counterparts],
      quotations,
      incidents: incidents.map((incident) => this.#marker.summary(incident)),
      outlets: totals.outlets.map(({ outlet, quotations: count }) => this.#outlet(outlet, count)),
    };
  }

  async #quotations(actor: string, period: Pick<ActorQuery, "from" | "to">): Promise<QuotationCard[]> {
    const query = { kind: "quotations", words: "", actor, ...period, order: "newest", limit: SHOWN } as const;
    const { hits } = await this.#parts.ledger.search.find(query);
    return hits.flatMap((hit) => (hit.kind === "quotation" ? this.#marker.quotation(hit.quotation) : []));
  }

  #outlet(outlet: string, quotations: number): ActorView["outlets"][number] {
    const { side, stateMedia } = this.#marker.source({ document: "", publisher: outlet });
    return { outlet, ...(side && { side }), ...(stateMedia !== undefined && { stateMedia }), quotations };
  }

  /** The offices of a person, the latest first. */
  #offices({ id }: ActorCard): Office[] {
    const person = this.#parts.knowledge.persons.find((each) => `person.${each.id}` === id);
    return (person?.roles ?? [])
      .map(({ office, country, sector, from, to, source }) => ({
        office,
        country,
        sector,
        ...(isOpen(from) ? {} : { from }),
        ...(isOpen(to) ? {} : { to }),
        source,
      }))
      .toReversed();
  }
}

/** The ends of a period that the tables leave open. */
const isOpen = (day: string): boolean => day.startsWith("0000") || day.startsWith("9999");

function lastDay(months: readonly string[]): string {
  const last = months[months.length - 1];
  const day = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 0));
  return day.toISOString().slice(0, 10);
}
