import type { Span } from "../../../schema/index.ts";

export type Harm = "killed" | "wounded";

/** Words that tell who was harmed, and where the number of them stands. */
export const VERBS: ReadonlyMap<string, Harm> = new Map([
  ...["kill", "slay", "massacre", "slaughter"].map((word) => [word, "killed"] as const),
  ...["wound", "injure", "hurt", "maim"].map((word) => [word, "wounded"] as const),
]);
export const SUBJECT_HARMED: ReadonlySet<string> = new Set(["die", "perish"]);
export const STATES: ReadonlyMap<string, Harm> = new Map([
  ["dead", "killed"],
  ["killed", "killed"],
  ["wounded", "wounded"],
  ["injured", "wounded"],
  ["hurt", "wounded"],
]);
export const NOUNS: ReadonlyMap<string, Harm> = new Map([
  ["death", "killed"],
  ["fatality", "killed"],
  ["injury", "wounded"],
]);

export const LEAST = /\b(at least|more than|over|no fewer than|no less than|upwards of|a minimum of)( the)?\s*$/i;
export const MOST = /\b(up to|as many as|fewer than|less than|at most|under)\s*$/i;
/** What is no count of people: "12 soldiers" is, "$12" and "12 of the dead's houses" are not. */
export const NO_PEOPLE =
  /^(percent|per|%|day|week|month|year|hour|minute|kilometre|kilometer|mile|ton|tonne|house|home|building|vehicle|tank|aircraft|drone|missile|rocket|ship|time|attack|strike|km)s?$/i;

/** A number of people of whom a sentence says that they came to harm. */
export interface Count {
  readonly harm: Harm;
  readonly value: number;
  readonly least: boolean;
  /** Where the words that say so stand in the text. */
  readonly span: Span;
}
