import type { Domain, EventType, IncidentSummary } from "../schema/index.ts";

/** What a side did, in the plain past: `{a}` and `{b}` are the sides, both in `{a}` where all act together. */
interface Phrases {
  readonly together: string;
  readonly directed: string;
}

const PHRASES: Readonly<Record<EventType, Phrases>> = {
  AGREE: { together: "{a} agreed to act together", directed: "{a} undertook or offered to work with {b}" },
  CONSULT: { together: "{a} held talks", directed: "{a} consulted {b}" },
  SUPPORT: { together: "{a} declared their support for each other", directed: "{a} declared its support for {b}" },
  CONCEDE: { together: "{a} made concessions to each other", directed: "{a} made a concession to {b}" },
  COOPERATE: { together: "{a} acted jointly", directed: "{a} cooperated with {b}" },
  AID: { together: "{a} aided each other", directed: "{a} gave aid to {b}" },
  RETREAT: { together: "{a} pulled back or released", directed: "{a} pulled back from, or released to, {b}" },
  REQUEST: { together: "{a} made demands of each other", directed: "{a} made a request or demand of {b}" },
  ACCUSE: { together: "{a} accused each other", directed: "{a} criticised or accused {b}" },
  REJECT: { together: "{a} rejected each other's proposals", directed: "{a} rejected a proposal or demand of {b}" },
  THREATEN: { together: "{a} threatened each other", directed: "{a} threatened {b}" },
  PROTEST: { together: "Protests were held in {a}", directed: "Protesters from {a} turned against {b}" },
  SANCTION: { together: "{a} reduced relations", directed: "{a} reduced relations with {b}" },
  MOBILIZE: { together: "{a} moved or alerted forces", directed: "{a} moved or alerted forces towards {b}" },
  COERCE: { together: "{a} coerced each other", directed: "{a} took coercive measures against {b}" },
  ASSAULT: { together: "{a} fought", directed: "{a} attacked {b}" },
};

/** Where the mode or domain says more than the type does. */
const CLOSER: Readonly<Record<string, Phrases>> = {
  "CONSULT/phone": { together: "The leaders or ministers of {a} spoke by telephone", directed: "{a} telephoned {b}" },
  "CONSULT/visit": { together: "Representatives of {a} met on a visit", directed: "{a} visited {b}" },
  "CONSULT/multilateral": { together: "{a} met among several states", directed: "{a} met {b} among several states" },
  "COOPERATE/military": {
    together: "{a} carried out joint military activity",
    directed: "{a} cooperated militarily with {b}",
  },
  "COERCE/cyber": { together: "{a} attacked each other's networks", directed: "{a} attacked the networks of {b}" },
  "COERCE/restrict": { together: "{a} restricted each other", directed: "{a} imposed restrictions on {b}" },
};

/** `China`, `China and Russia`, `China, Iran and Russia`. */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

/** The clause that tells an incident: who did what to whom. */
export function clauseOf(incident: IncidentSummary, nameOf: (code: string) => string): string {
  const phrases =
    CLOSER[`${incident.type}/${incident.mode}`] ??
    CLOSER[`${incident.type}/${incident.domain}`] ??
    PHRASES[incident.type];
  const actors = listOf(incident.actors.map(nameOf));
  const recipients = listOf(incident.recipients.map(nameOf));
  const template = recipients ? phrases.directed : phrases.together;
  return template.replace("{a}", actors).replace("{b}", recipients);
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `28 December 2020` for `2020-12-28`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** The interval in words, no more exact than it is. */
export function dateInWords(from: string, to: string): string {
  if (from === to) return `On ${dayInWords(from)}`;
  const [year, month] = from.split("-");
  if (to.startsWith(`${year}-${month}`)) return `In ${MONTHS[Number(month) - 1]} ${year}`;
  return `Between ${dayInWords(from)} and ${dayInWords(to)}`;
}

export const DOMAIN_HEADING: Readonly<Record<Domain, string>> = {
  diplomatic: "Diplomacy",
  military: "Military",
  economic: "Economy",
  "technology and nuclear": "Technology and nuclear energy",
  "cyber and information": "Cyber and information",
  "legal and intelligence": "Law and intelligence",
};
