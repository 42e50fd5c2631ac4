import type { Agent, Organ, Organisation } from "../../knowledge/index.ts";
import { type ActorIdentity, type Sector, tokenText } from "../../schema/index.ts";
import {
  agentActor,
  holderOf,
  memberActor,
  memberHolder,
  namedActor,
  organActor,
  personActor,
  severalHold,
} from "./actors.ts";
import { bandOf, sectorOf } from "./bands.ts";
import type { Draft, Scan } from "./drafts.ts";
import type { Extension } from "./extension.ts";
import { isFormer, isNotHolder } from "./words.ts";

/** The words of [from, to), one blank between them. */
export const wordsOf = (scan: Scan, from: number, to: number): string =>
  scan.analysis.text.slice(scan.analysis.start[from], scan.analysis.end[to - 1]).replace(/\s+/g, " ");

function officeActor(
  scan: Scan,
  from: number,
  extension: Extension,
  agent: Agent,
  country: string | null,
): Pick<Draft, "actor" | "name" | "person"> {
  const singular = !extension.plural && agent.kind === "office";
  const holder =
    singular && country !== null && !isNotHolder(scan, from, extension.to) && !bandOf(scan, from, extension.to, agent)
      ? holderOf(scan.knowledge, country, agent.id, scan.day)
      : undefined;
  if (holder)
    return {
      name: holder.name,
      actor: personActor(holder, scan.day),
      person: { gender: holder.gender, known: holder },
    };
  const actor = agentActor(agent, country);
  const sector = laterSector(scan, from, extension, sectorOf(scan, from, extension.to, agent, extension.organ));
  const isPerson = agent.kind === "office" || agent.kind === "person";
  return {
    name: wordsOf(scan, from, extension.to),
    actor: { ...actor, sector },
    ...(isPerson && !extension.plural ? { person: { gender: "" } } : {}),
  };
}

/** Who is meant by an office or the people of an organisation. */
function memberOf(
  scan: Scan,
  from: number,
  extension: Extension,
  agent: Agent,
  of: Organisation,
): Pick<Draft, "actor" | "name" | "person"> {
  const singular = !extension.plural && agent.kind === "office" && !isNotHolder(scan, from, extension.to);
  const holder = singular ? memberHolder(scan.knowledge, of, agent, scan.day) : undefined;
  if (holder)
    return {
      name: holder.name,
      actor: personActor(holder, scan.day),
      person: { gender: holder.gender, known: holder },
    };
  const isPerson = !extension.plural && agent.kind !== "body";
  return {
    name: wordsOf(scan, from, extension.to),
    actor: memberActor(of, agent),
    ...(isPerson ? { person: { gender: "" as const } } : {}),
  };
}

/** Sectors of those who are of the elite once they have left them; a former worker is no grandee. */
const OFFICES: ReadonlySet<Sector> = new Set(["GOV", "LEG", "JUD", "MIL", "SPY", "COP"]);

const laterSector = (scan: Scan, from: number, { to }: Extension, sector: Sector): Sector =>
  isFormer(scan, from, to) && OFFICES.has(sector) ? "ELI" : sector;

/** "the Iranian ambassador Abbas Mousavi": an office that several hold is his now, whatever the tables have him hold. */
function titled(scan: Scan, from: number, { agent, to }: Extension, actor: ActorIdentity): ActorIdentity {
  if (!agent || actor.sector !== "ELI" || !severalHold(agent.id) || isFormer(scan, from, to)) return actor;
  return { ...actor, sector: agent.sector, role: agent.id };
}

/** Who is meant by the words [from, extension.to) of a phrase that belongs to the country. */
export function actorOf(
  scan: Scan,
  from: number,
  extension: Extension,
  country: string | null,
): Pick<Draft, "actor" | "name" | "person" | "plural" | "agent"> {
  const { agent, organ, organisation, person, plural } = extension;
  const common = { plural, ...(agent ? { agent } : {}) };
  const known = person && titled(scan, from, extension, personActor(person, scan.day, agent?.id));
  const elsewhere = extension.nameFrom !== undefined && country !== null && known?.country !== country;
  if (person && known && !elsewhere)
    return {
      ...common,
      name: person.name,
      actor: known,
      person: { gender: person.gender, known: person },
    };
  if (organisation) return { ...common, name: organisation.name, actor: organisationActor(organisation) };
  if (extension.nameFrom !== undefined && agent) {
    const name = wordsOf(scan, extension.nameFrom, extension.to);
    const title = extension.nameFrom;
    const office = extension.of ? memberActor(extension.of, agent).sector : sectorOf(scan, from, title, agent, organ);
    const sector = laterSector(scan, from, extension, office);
    return { ...common, name, actor: namedActor(name, country, sector, agent.id), person: { gender: "" } };
  }
  if (agent && extension.of) return { ...common, ...memberOf(scan, from, extension, agent, extension.of) };
  if (agent) return { ...common, ...officeActor(scan, from, extension, agent, country) };
  if (organ)
    return {
      ...common,
      name: organName(scan, organ, country),
      actor: organActor(organ, (organ.sector === "LEG" && country) || organ.country || country),
    };
  throw new Error(`a phrase about nobody: ${tokenText(scan.analysis, from)}`);
}

/** "Russian defence ministry", or the name of a body that has its own ("Pentagon"). */
export function organName(scan: Scan, organ: Organ, country: string | null): string {
  if (organ.country !== "" || country === null) return organ.names[0];
  const state = scan.knowledge.stateOf(country);
  return `${state?.adjectives[0] ?? state?.name ?? country} ${organ.names[0]}`;
}

export const organisationActor = (organisation: Organisation): ActorIdentity => ({
  id: `org.${organisation.id}`,
  country: organisation.country,
  sector: organisation.sector,
});
