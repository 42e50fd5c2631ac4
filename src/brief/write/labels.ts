import type { EventType, IncidentSummary } from "../../schema/index.ts";
import { dayInWords, whenInWords } from "../grammar/dates.ts";

/** What a type of event is called where nothing more is known of it. */
export const LABELS: Readonly<Record<EventType, string>> = {
  AGREE: "an undertaking",
  CONSULT: "talks",
  SUPPORT: "a declaration of support",
  CONCEDE: "a concession",
  COOPERATE: "cooperation",
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

const closer = ({ type, mode, domain }: IncidentSummary): string | undefined =>
  CLOSER[`${type}/${mode}`] ?? CLOSER[`${type}/${domain}`];

/** The kind of a joint military activity in the words that tell it: `a joint air patrol`. */
function jointKind({ type, domain, recipients }: IncidentSummary, words: string): string | undefined {
  if (type !== "COOPERATE" || domain !== "military" || recipients.length > 0) return undefined;
  const [, kind, noun] = words.match(JOINT_KIND) ?? [];
  if (noun === undefined) return undefined;
  return /s$/.test(noun) ? `joint ${kind ?? ""}${noun}` : `a joint ${kind ?? ""}${noun}`;
}

const JOINT_KIND =
  /\b(?:joint|combined) (?:military )?((?:strategic |air |aerial |naval |maritime )*)(patrol|exercises?|drills?|maneuvers|manoeuvres|war games|mission|flight)\b/;

/** True where a label says enough by itself: it has a date, or names more than the type. */
export const isTelling = (incident: IncidentSummary): boolean =>
  incident.date !== undefined || closer(incident) !== undefined;

/** `a joint air patrol on 22 December 2020`: what an incident is called where it is pointed to, by the words that tell it. */
export function labelOf(incident: IncidentSummary, words: string): string {
  const { type, date } = incident;
  const label = jointKind(incident, words) ?? closer(incident) ?? LABELS[type];
  return date ? `${label} ${isNarrow(date) ? `around ${dayInWords(date.to)}` : whenInWords(date)}` : label;
}

/** How much an incident deserves to be told: by how many sources, how sure, how strong. */
export const weightOf = ({ families, publishers, confidence, score }: IncidentSummary): number =>
  (families ?? publishers) * 4 + confidence * 4 + Math.abs(score) / 3;
