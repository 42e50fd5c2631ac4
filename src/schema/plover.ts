import { z } from "zod";

/** PLOVER's sixteen event types. */
export const EVENT_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export const EventType = z.enum(EVENT_TYPES);
export type EventType = z.infer<typeof EventType>;

/** PLOVER's quad classes: verbal and material cooperation, verbal and material conflict. */
export const QUAD_OF: Readonly<Record<EventType, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

export const CONTEXTS = [
  "military",
  "intelligence",
  "executive",
  "legislative",
  "election",
  "political_institutions",
  "pro_democracy",
  "pro_autocracy",
  "economic",
  "legal",
  "reparations",
  "human_rights",
  "rights_freedoms",
  "repression",
  "human_security",
  "gender",
  "lgbt",
  "religion_ethnicity",
  "inequality",
  "diplomatic",
  "territory",
  "peacekeeping",
  "health",
  "asylum",
  "migration",
  "disasters",
  "natural_resource",
  "environment",
  "technology",
  "terrorism",
  "cbrn",
  "cyber",
  "misinformation",
  "crime",
  "corruption",
  "illegal_drugs",
  "trafficking",
] as const;
export const Context = z.enum(CONTEXTS);
export type Context = z.infer<typeof Context>;

export const SECTORS = [
  "COP",
  "GOV",
  "JUD",
  "LEG",
  "MIL",
  "PRM",
  "PTY",
  "REB",
  "SPY",
  "UAF",
  "UNK",
  "AGR",
  "BUS",
  "CRM",
  "CVL",
  "EDU",
  "ELI",
  "JRN",
  "LAB",
  "MED",
  "REF",
  "OPP",
  "PRE",
  "REL",
  "SOC",
  "IGO",
  "NGO",
  "MNC",
] as const;
export const Sector = z.enum(SECTORS);
export type Sector = z.infer<typeof Sector>;

/** What became of an event: only `happened` counts as having happened. */
export const STATUSES = ["happened", "planned", "hypothetical", "denied", "historical"] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

/** Entente's domains: groups of contexts, in `knowledge/domains.tsv`. */
export const DOMAINS = [
  "diplomatic",
  "military",
  "economic",
  "technology and nuclear",
  "cyber and information",
  "legal and intelligence",
] as const;
export const Domain = z.enum(DOMAINS);
export type Domain = z.infer<typeof Domain>;
