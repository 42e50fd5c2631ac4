import {
  type Agent,
  type Knowledge,
  type Organ,
  type Organisation,
  type Person,
  plain,
  roleOn,
  type State,
} from "../../knowledge/index.ts";
import type { ActorIdentity, Sector } from "../../schema/index.ts";
import { LAST_DAY } from "./drafts.ts";

/** Offices that are one and the same under different names in different states. */
const SAME_OFFICE: readonly (readonly string[])[] = [
  ["leader", "supreme leader", "president", "prime minister", "chancellor", "king", "emir", "crown prince"],
  ["head of state", "president", "king", "queen", "emperor", "supreme leader", "emir", "sultan"],
  ["head of government", "prime minister", "chancellor"],
  ["foreign minister", "secretary of state", "foreign secretary"],
  ["defence minister", "defence secretary"],
  ["prime minister", "chancellor"],
];

const OF_GROUP: ReadonlySet<Sector> = new Set(["GOV", "MIL", "UAF", "REB", "PRM", "LEG", "UNK"]);
const OF_ORGANISATION: ReadonlySet<Sector> = new Set(["GOV", "EDU", "UNK"]);

const slug = (words: string): string =>
  plain(words)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Offices that several hold at a time, so that the bare word names nobody. */
const MANY_HOLD = new Set([
  "ambassador",
  "envoy",
  "minister",
  "commander",
  "general",
  "governor",
  "mayor",
  "consul",
  "commissioner",
  "deputy minister",
  "deputy prime minister",
  "deputy foreign minister",
  "deputy defence minister",
  "deputy secretary of state",
  "counterpart",
]);

/** Whether several hold the office at a time. */
export const severalHold = (office: string): boolean => MANY_HOLD.has(office);

/** Whoever holds the office in the country on the day, under any of the office's names. */
export function holderOf(knowledge: Knowledge, country: string, office: string, day: string): Person | undefined {
  if (MANY_HOLD.has(office)) return undefined;
  const offices = [office, ...SAME_OFFICE.filter(([first]) => first === office).flat()];
  for (const name of offices) {
    const holder = knowledge.holderOf(country, name, day);
    if (holder) return holder;
  }
  return undefined;
}

/** A person with the role of the day, that of the office where the text gives it (which is all that a text without a date tells); one who has left office, or has not come to it yet, is of the elite. */
export function personActor(person: Person, day: string, office?: string): ActorIdentity {
  const asTitled = person.roles.findLast(
    (role) => role.office === office && (day === LAST_DAY || (role.from <= day && day <= role.to)),
  );
  const held = asTitled ?? roleOn(person, day);
  const nearest = held ?? person.roles.findLast(({ from }) => from <= day) ?? person.roles[0];
  return {
    id: `person.${person.id}`,
    country: nearest?.country ?? null,
    sector: held?.sector ?? (nearest ? "ELI" : "UNK"),
    ...(held ? { role: held.office } : {}),
  };
}

export const stateActor = (state: State, sector: Sector = "GOV"): ActorIdentity => ({
  id: state.code,
  country: state.code,
  sector,
});

/** A state's organ: `RUS.mod`; without a country it is known only by what it is. */
export const organActor = (organ: Organ, country: string | null): ActorIdentity => ({
  id: country === null ? `unknown.${organ.id}` : `${country}.${organ.id}`,
  country,
  sector: organ.sector,
});

/** Somebody known only by what he is and where he belongs. */
export const agentActor = (agent: Agent, country: string | null): ActorIdentity => ({
  id: `unknown${country === null ? "" : `.${country}`}.${slug(agent.id)}`,
  country,
  sector: agent.sector,
  ...(agent.kind === "office" ? { role: agent.id } : {}),
});

/** Whoever holds an office of the organisation on the day: "NATO secretary-general", "president of the European Commission". */
export function memberHolder(
  knowledge: Knowledge,
  organisation: Organisation,
  agent: Agent,
  day: string,
): Person | undefined {
  const own = organisation.country === "IGO" ? [] : agent.names;
  const named = agent.names.flatMap((name) => [`${organisation.name} ${name}`, `${name} of the ${organisation.name}`]);
  for (const office of [...named, ...own]) {
    const holder = knowledge.holderOf(organisation.country, office, day);
    if (holder) return holder;
  }
  return undefined;
}

/** "the Taliban movement" is the Taliban. */
const ITSELF = /^(movement|militia|party|paramilitary|(\w+ )?group)$/;

const FIGHTERS: ReadonlySet<Sector> = new Set(["MIL", "UAF", "REB", "PRM"]);

/** Who fights for a group that governs is its army, but for rebels in it; of one that is a party now, dissidents. */
function sectorWithin({ sector }: Organisation, agent: Agent): Sector {
  if (!FIGHTERS.has(agent.sector)) return sector;
  if (sector === "GOV") return agent.sector === "REB" ? "REB" : "MIL";
  return sector === "PTY" ? agent.sector : sector;
}

/** The people of an organisation: an armed group's are of its sector, an organisation's officials are its own. */
export function memberActor(organisation: Organisation, agent: Agent): ActorIdentity {
  const own = organisation.kind === "group" ? OF_GROUP : OF_ORGANISATION;
  if (organisation.kind === "group" && ITSELF.test(agent.id))
    return { id: `org.${organisation.id}`, country: organisation.country, sector: organisation.sector };
  return {
    id: `org.${organisation.id}.${slug(agent.id)}`,
    country: organisation.country,
    sector: own.has(agent.sector) ? sectorWithin(organisation, agent) : agent.sector,
    ...(agent.kind === "office" ? { role: agent.id } : {}),
  };
}

/** Somebody whom the tables do not know, by name. */
export const namedActor = (name: string, country: string | null, sector: Sector, role?: string): ActorIdentity => ({
  id: `unknown${country === null ? "" : `.${country}`}.${slug(name)}`,
  country,
  sector,
  ...(role === undefined ? {} : { role }),
});
