import {
  type Casualties,
  type EventType,
  type Incident,
  type IncidentSummary,
  QUAD_OF,
  type Status,
} from "../../src/schema/index.ts";

/** PLOVER's event types in plain words. */
export const TYPE_WORDS: Readonly<Record<EventType, string>> = {
  AGREE: "Agreement",
  CONSULT: "Consultation",
  SUPPORT: "Support",
  CONCEDE: "Concession",
  COOPERATE: "Cooperation",
  AID: "Aid",
  RETREAT: "Retreat",
  REQUEST: "Demand",
  ACCUSE: "Accusation",
  REJECT: "Rejection",
  THREATEN: "Threat",
  PROTEST: "Protest",
  SANCTION: "Sanction",
  MOBILIZE: "Mobilisation",
  COERCE: "Coercion",
  ASSAULT: "Assault",
};

export const QUAD_WORDS = {
  1: "verbal cooperation",
  2: "material cooperation",
  3: "verbal conflict",
  4: "material conflict",
} as const;

export const isConflict = (type: EventType): boolean => QUAD_OF[type] > 2;

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  happened: "happened",
  planned: "planned",
  hypothetical: "hypothetical",
  denied: "denied",
  historical: "history",
};

/** `Consultation by phone`, `Sanction (expel)`. */
export const kindWords = ({ type, mode }: { type: EventType; mode?: string }): string =>
  mode === undefined ? TYPE_WORDS[type] : `${TYPE_WORDS[type]} (${mode.replace(/[-_]/g, " ")})`;

/** `+9.5`, `−2`, `0`: a number with its sign, which is never a hyphen. */
export function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (rounded === 0) return "0";
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

/** `1 report`, `2 reports`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

/** `12 killed, 30 wounded`, `at least 12 killed`. */
export function casualtyWords({ killed, wounded, atLeast }: Casualties): string {
  const counts = [
    killed !== undefined && `${killed.toLocaleString("en")} killed`,
    wounded !== undefined && `${wounded.toLocaleString("en")} wounded`,
  ];
  return `${atLeast ? "at least " : ""}${counts.filter(Boolean).join(", ")}`;
}

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;

/** The parties in one line: `China → Russia`, or `China and Russia` where all act. */
export function parties(
  incident: Pick<IncidentSummary, "actors" | "recipients">,
  nameOf: (code: string) => string,
): string {
  const [actors, recipients] = [incident.actors, incident.recipients].map((codes) => listed(codes.map(nameOf)));
  return recipients === "" ? actors || "unnamed actors" : `${actors || "unnamed actors"} → ${recipients}`;
}

/** The words that name an incident in a title. */
export const incidentTitle = (
  incident: Pick<Incident, "type" | "mode" | "actors" | "recipients">,
  nameOf: (code: string) => string,
) => `${parties(incident, nameOf)}: ${kindWords(incident).toLowerCase()}`;
