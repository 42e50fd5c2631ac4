import { type Knowledge, plain } from "../../knowledge/index.ts";
import { type FoundHit, type Ledger, type SearchConditions, wantedOf } from "../../ledger/index.ts";
import { EntenteError, type SearchCounts, type SearchHit, SearchQuery, type SearchResult } from "../../schema/index.ts";
import type { ActorNames } from "../actors/names.ts";
import { sideOf } from "../brief-sides.ts";
import { dyadOf } from "../dyad.ts";
import { checkPeriod } from "../period.ts";
import { SideMarker } from "../sources.ts";
import { facetsOf } from "./facets.ts";
import { speakersOf } from "./speakers.ts";
import type { SearchDesk } from "./types.ts";

interface Parts {
  readonly ledger: Ledger;
  readonly knowledge: Knowledge;
  readonly names: ActorNames;
}

const FOUND_KINDS = ["documents", "quotations", "incidents"] as const;

/** The search of a data folder. */
export class LocalSearch implements SearchDesk {
  readonly #parts: Parts;
  readonly #marker: SideMarker;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#marker = new SideMarker(parts.knowledge);
  }

  async find(given: SearchQuery): Promise<SearchResult> {
    const query = SearchQuery.parse(given);
    const { kind, words, order, limit, offset } = query;
    const conditions = await this.#conditions(query);
    if (kind === "speakers") return this.#speakers(conditions, words, offset, limit);
    const found = await this.#parts.ledger.search.find({ kind, words, ...conditions, order, limit, offset });
    return {
      kind,
      matches: found.matches,
      hits: found.hits.map((hit) => this.#marked(hit)),
      facets: facetsOf(found.facets, this.#parts.knowledge),
      approximate: found.approximate,
      ignored: [...found.ignored],
    };
  }

  async counts(given: SearchQuery): Promise<SearchCounts> {
    const query = SearchQuery.parse(given);
    const conditions = await this.#conditions(query);
    const [documents, quotations, incidents] = await Promise.all(
      FOUND_KINDS.map((kind) => this.#parts.ledger.search.count({ kind, words: query.words, ...conditions })),
    );
    const { matches: speakers } = await this.#speakers(conditions, query.words, 0, 1);
    return { documents, quotations, incidents, speakers };
  }

  async #speakers(conditions: SearchConditions, words: string, offset: number, limit: number): Promise<SearchResult> {
    const { ignored } = wantedOf(words);
    const empty = words.trim() === "" && Object.keys(conditions).length === 0;
    const tallies = empty ? [] : await this.#parts.ledger.search.actors(conditions);
    const all = speakersOf(tallies, wantedOf(words), this.#parts.names);
    return {
      kind: "speakers",
      matches: all.length,
      hits: all.slice(offset, offset + limit),
      facets: [],
      approximate: false,
      ignored: [...ignored],
    };
  }

  /** The conditions in the ledger's terms. Errors: search.exclusions, period.invalid, state.unknown, dyad.same. */
  async #conditions(query: ReturnType<typeof SearchQuery.parse>): Promise<SearchConditions> {
    const { words, from, to, actor, dyad, type, domain, status, place, language } = query;
    checkPeriod(query);
    const wanted = wantedOf(words);
    const outlets = await this.#outlets(query);
    const conditions = {
      from,
      to,
      actor: actor === undefined ? undefined : (this.#parts.names.idOf(actor) ?? actor),
      dyad: dyad === undefined ? undefined : this.#dyad(dyad),
      type,
      domain,
      status,
      place,
      outlets,
      language,
    };
    const given = Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));
    if (wanted.terms.length === 0 && wanted.excluded.length > 0 && Object.keys(given).length === 0)
      throw new EntenteError("search.exclusions", { words });
    return given;
  }

  #dyad(dyad: string): [string, string] {
    const [a, b] = dyad.toUpperCase().split("-");
    return dyadOf({ a, b }, this.#parts.knowledge);
  }

  /** The publishers, as documents name them, that are the outlet asked for, of its side, and in such hands. */
  async #outlets({
    outlet,
    side,
    media,
  }: Pick<SearchQuery, "outlet" | "side" | "media">): Promise<string[] | undefined> {
    if (outlet === undefined && side === undefined && media === undefined) return undefined;
    const { knowledge, ledger } = this.#parts;
    const wanted = outlet === undefined ? undefined : knowledge.outletOf(outlet);
    const all = await ledger.search.outlets();
    return all.filter((publisher) => {
      const known = knowledge.outletOf(publisher);
      const same =
        outlet === undefined || plain(publisher) === plain(outlet) || (wanted !== undefined && known === wanted);
      const sided = side === undefined || sideOf(publisher, knowledge) === side;
      const owned = media === undefined || (known?.ownership === "state") === (media === "state");
      return same && sided && owned;
    });
  }

  #marked(hit: FoundHit): SearchHit {
    if (hit.kind === "quotation") return { ...hit, quotation: this.#marker.quotation(hit.quotation) };
    const source = this.#marker.source(hit.source);
    return hit.kind === "incident"
      ? { ...hit, source, incident: this.#marker.summary(hit.incident) }
      : { ...hit, source };
  }
}
