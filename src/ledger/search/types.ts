import type { DocumentHit, Domain, EventType, IncidentHit, QuotationHit, Status } from "../../schema/index.ts";
import type { Facet } from "./kinds.ts";

/** What can be found in the ledger by words. */
export type FoundKind = "documents" | "quotations" | "incidents";

/** Conditions of a search, in codes: names of outlets and states are looked up by whoever asks. */
export interface SearchConditions {
  readonly from?: string;
  readonly to?: string;
  /** An id of an actor or a state's code: who is named, speaks, or takes part. */
  readonly actor?: string;
  /** Both are named, or are the parties of the incident. A quotation is by one of them. */
  readonly dyad?: readonly [string, string];
  readonly type?: EventType;
  readonly domain?: Domain;
  readonly status?: Status;
  /** Words of the name of a place. */
  readonly place?: string;
  /** Any of these publishers, as they are written. An empty list fits nothing. */
  readonly outlets?: readonly string[];
  readonly language?: string;
}

export interface FindQuery extends SearchConditions {
  readonly kind: FoundKind;
  /** Words, phrases in quotation marks, words after a minus. */
  readonly words: string;
  readonly order?: "rank" | "newest";
  readonly limit?: number;
  readonly offset?: number;
}

/** How many of the results have a value of a facet. */
export interface FacetCount {
  readonly facet: Facet;
  readonly value: string;
  readonly count: number;
}

export type FoundHit = DocumentHit | QuotationHit | IncidentHit;

export interface Found {
  readonly matches: number;
  readonly hits: readonly FoundHit[];
  readonly facets: readonly FacetCount[];
  /** Whether the facets were counted over a part of the results. */
  readonly approximate: boolean;
  readonly ignored: readonly string[];
}

/** How often an actor speaks and acts among what meets some conditions. */
export interface ActorTally {
  readonly actor: string;
  readonly said: number;
  readonly did: number;
}

/** What one actor said and did, counted; the ledger knows ids only. */
export interface ActorTotals {
  readonly documents: number;
  readonly said: number;
  readonly did: number;
  readonly months: readonly { readonly month: string; readonly said: number; readonly did: number }[];
  readonly types: readonly { readonly value: string; readonly said: number; readonly did: number }[];
  readonly domains: readonly { readonly value: string; readonly said: number; readonly did: number }[];
  readonly counterparts: readonly { readonly country: string; readonly incidents: number }[];
  readonly outlets: readonly { readonly outlet: string; readonly quotations: number }[];
  /** The newest incidents in which it acts. */
  readonly incidents: readonly string[];
}
