import type { EventType, IncidentSummary } from "../../schema/index.ts";
import { dayInWords, whenInWords } from "../grammar/dates.ts";

const LABELS: Readonly<Record<EventType, string>> = {
  AGREE: "an undertaking",
  CONSULT: "talks",
  SUPPORT: "a declaration of support",
  CONCEDE: "a concession",
  COOPERATE: "joint action",
  AID: "aid",
  RETREAT: "a withdrawal or release",
  REQUEST: "a request",
  ACCUSE: "criticism",
  REJECT: "a refusal",
  THREATEN: "a threat",
  PROTEST: "protests",
  SANCTION: "a reduction of relations",
  MOBILIZE: "a movement of forces",
  COERCE: "coercive measures",
  ASSAULT: "the use of force",
};

const CLOSER: Readonly<Record<string, string>> = {
  "CONSULT/phone": "a telephone call",
  "CONSULT/visit": "a visit",
  "COOPERATE/military": "joint military activity",
  "COERCE/restrict": "restrictions",
  "COERCE/cyber": "an attack on networks",
};

/** A date of two to four days is one day that was not said exactly. */
const isNarrow = ({ from, to }: { from: string; to: string }): boolean =>
  from !== to && Date.parse(to) - Date.parse(from) <= 3 * 86_400_000;

/** `joint military activity on 22 December 2020`: what an incident is called where it is pointed to. */
export function labelOf({ type, mode, domain, date }: IncidentSummary): string {
  const label = CLOSER[`${type}/${mode}`] ?? CLOSER[`${type}/${domain}`] ?? LABELS[type];
  return date ? `${label} ${isNarrow(date) ? `around ${dayInWords(date.to)}` : whenInWords(date)}` : label;
}

/** How much an incident deserves to be told: by how many sources, how sure, how strong. */
export const weightOf = ({ families, publishers, confidence, score }: IncidentSummary): number =>
  (families ?? publishers) * 4 + confidence * 4 + Math.abs(score) / 3;
