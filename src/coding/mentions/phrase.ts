import type { Agent, Organ, Organisation, Person } from "../../knowledge/index.ts";
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
import type { Hit } from "./hits.ts";
import {
  hitAt,
  isCalendar,
  isFormer,
  isNominal,
  isNotHolder,
  nameEnd,
  senseOf,
  sentenceEnd,
  together,
} from "./words.ts";

/** What the words after a nation say of whom is meant: [after, to) with its last noun or name. */
export interface Extension {
  readonly to: number;
  readonly agent?: Agent;
  readonly organ?: Organ;
  readonly organisation?: Organisation;
  /** The organisation whose people the agent is: "NATO troops". */
  readonly of?: Organisation;
  readonly person?: Person;
  /** A person's name that no table has, at the end of the words. */
  readonly nameFrom?: number;
  readonly plural: boolean;
}

const NATIONS = ["state", "adjective", "people", "capital", "government"] as const;

/** Whether the hit names a nation and nothing that could stand after one. */
export const isNation = (hit: Hit): boolean => NATIONS.some((kind) => senseOf(hit, kind));

/** Whether the agent's last word is used as a noun here ("general" in "general assembly" is not). */
const isNoun = (scan: Scan, hit: Hit): boolean => {
  const upos = scan.analysis.upos[hit.to - 1];
  return upos === "NOUN" || upos === "PROPN" || (hit.to - hit.from > 1 && upos !== "VERB" && upos !== "AUX");
};

/** A noun stands for somebody only as the head of its phrase: "Chinese missile talks" has no missiles. */
const headsPhrase = (scan: Scan, hit: Hit, agent: Agent): boolean => {
  const next = hit.to;
  if (next >= sentenceEnd(scan, hit.from) || scan.hitOn[next] >= 0 || isCalendar(scan, next)) return true;
  const upos = scan.analysis.upos[next];
  if (upos === "PROPN") return agent.kind === "office" || agent.kind === "person" || agent.kind === "body";
  return upos !== "NOUN" || scan.analysis.head[next] === hit.to - 1;
};

type Step = Omit<Extension, "to"> | "stop" | "skip";

/** "Prime Minister Mustafa Fayez al-Sarraj": the short name is only the beginning of a longer one. */
function goesOn(scan: Scan, { to, from }: Hit): boolean {
  const next = together(scan, from, to) ? hitAt(scan, to) : undefined;
  return nameEnd(scan, to) > to || (next?.from === to && senseOf(next, "person") !== undefined);
}

function stepAt(scan: Scan, hit: Hit, so: Extension | undefined, directly: boolean): Step {
  const person = senseOf(hit, "person")?.person;
  if (person) return so || directly ? { ...so, person, plural: false } : "stop";
  const organ = senseOf(hit, "organ")?.organ;
  const agent = senseOf(hit, "agent");
  if (organ && isNoun(scan, hit)) return { organ, plural: false };
  if (agent && isNoun(scan, hit)) {
    if (!headsPhrase(scan, hit, agent.agent)) return "skip";
    return { agent: agent.agent, ...(so?.organ ? { organ: so.organ } : {}), plural: agent.plural };
  }
  const organisation = senseOf(hit, "organisation")?.organisation;
  if (organisation) return so ? { organisation, plural: false } : "stop";
  const short = senseOf(hit, "short");
  if (short && so?.agent && so.to === hit.from && !goesOn(scan, hit)) return shortStep(scan, hit, so);
  return isNation(hit) ? "stop" : "skip";
}

/** A short name after a title: the person of that name who held the office, or whom the document has named. */
function shortStep(scan: Scan, hit: Hit, so: Extension): Step {
  const candidates = hit.senses.flatMap((sense) => (sense.kind === "short" ? [sense.person] : []));
  const office = so.agent?.id ?? "";
  const fitting = candidates.filter((person) =>
    person.roles.some((role) => role.from <= scan.day && (role.office === office || office === "leader")),
  );
  const person =
    fitting.find((one) => one.roles.some((role) => role.from <= scan.day && scan.day <= role.to)) ?? fitting[0];
  return person ? { ...so, person, plural: false } : "skip";
}

/**
 * Reads on from token `after` of the phrase that starts at `from`: the ministry, service, office, force or person that it is about.
 * `directly`: a person may follow without a title ("China's Xi Jinping"). Undefined where it is about none.
 */
export function extensionFrom(scan: Scan, from: number, after: number, directly: boolean): Extension | undefined {
  let so: Extension | undefined;
  let token = after;
  const end = sentenceEnd(scan, from);
  while (token < end && isNominal(scan, token) && !(scan.taken[token] && !hitAt(scan, token))) {
    const hit = hitAt(scan, token);
    if (so && scan.analysis.upos[token] === "VERB") break;
    if (!hit) {
      token += 1;
      continue;
    }
    const step = stepAt(scan, hit, so, directly && token === after);
    if (step === "stop") break;
    if (step !== "skip") so = { ...step, to: hit.to };
    if (so?.person || so?.organisation) return so;
    token = Math.max(hit.to, token + 1);
  }
  return so?.agent && !so.plural && (so.agent.kind === "office" || so.agent.kind === "person") ? named(scan, so) : so;
}

function named(scan: Scan, so: Extension): Extension {
  const to = nameEnd(scan, so.to);
  if (to === so.to) return so;
  const person = spelledOtherwise(scan, so, to);
  return { ...so, nameFrom: so.to, to, ...(person && { person }) };
}

/** "President Moammar Gadhafi": who holds the office under that surname, however the tables spell the rest. */
function spelledOtherwise(scan: Scan, so: Extension, to: number): Person | undefined {
  const office = so.agent?.id ?? "";
  if (to - so.to < 2 || severalHold(office) || isNotHolder(scan, so.to - 1, so.to)) return undefined;
  const holds = ({ roles }: Person): boolean =>
    roles.some((role) => role.office === office && role.from <= scan.day && scan.day <= role.to);
  const senses = hitAt(scan, to - 1)?.senses ?? [];
  return senses.flatMap((sense) => (sense.kind === "short" && holds(sense.person) ? [sense.person] : []))[0];
}

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
