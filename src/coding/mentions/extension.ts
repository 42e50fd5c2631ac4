import { type Agent, type Organ, type Organisation, type Person, plain } from "../../knowledge/index.ts";
import { isRedefined } from "./acronyms.ts";
import { severalHold } from "./actors.ts";
import type { Scan } from "./drafts.ts";
import type { Hit } from "./hits.ts";
import { isOthersOwn } from "./nation-senses.ts";
import { hitAt, isCalendar, isNominal, isNotHolder, lower, nameEnd, senseOf, sentenceEnd, together } from "./words.ts";

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

/** "his firm and unwavering commitment": an adjective that is no noun here. */
const isJoinedAdjective = (scan: Scan, and: number): boolean => {
  const { upos } = scan.analysis;
  if (!together(scan, and - 1, and + 2) || lower(scan, and) !== "and") return false;
  return upos[and + 1] === "ADJ" && upos[and + 2] === "NOUN" && lower(scan, and - 1) === "firm";
};

/** "the movement of goods": not one that people form. */
const isMotion = (scan: Scan, { to }: Hit, agent: Agent): boolean =>
  agent.id === "movement" &&
  together(scan, to - 1, to + 1) &&
  lower(scan, to) === "of" &&
  scan.analysis.upos[to + 1] !== "PROPN";

/** A noun stands for somebody only as the head of its phrase: "Chinese missile talks" has no missiles. */
const headsPhrase = (scan: Scan, hit: Hit, agent: Agent): boolean => {
  const next = hit.to;
  if (isJoinedAdjective(scan, next) || isMotion(scan, hit, agent)) return false;
  if (next >= sentenceEnd(scan, hit.from) || scan.hitOn[next] >= 0 || isCalendar(scan, next)) return true;
  const upos = scan.analysis.upos[next];
  if (upos === "PROPN") return agent.kind === "office" || agent.kind === "person" || agent.kind === "body";
  return upos !== "NOUN" || scan.analysis.head[next] === hit.to - 1;
};

const COUNTS = /^(hundreds|thousands|dozens|scores)$/;
/** What crowds do: "thousands rallied in the capital". */
const CROWDING = new Set(
  "protest demonstrate rally march gather take pour flock throng converge camp chant storm clash riot defy turn join attend hold stage continue block fill demand strike arrest detain".split(
    " ",
  ),
);

/** "Dozens of ships", "thousands fled": a number alone stands for people only where it does as crowds do. */
const isNoCrowd = ({ analysis }: Scan, { to }: Hit): boolean => {
  const { head, lemma, relation, start, end, text } = analysis;
  const last = to - 1;
  if (!COUNTS.test(text.slice(start[last], end[last]).toLowerCase())) return false;
  return !relation[last].startsWith("nsubj") || !CROWDING.has(lemma[head[last]]) || lemma[to] === "of";
};

type Step = Omit<Extension, "to"> | "stop" | "skip";

/** "Prime Minister Mustafa Fayez al-Sarraj": the short name is only the beginning of a longer one. */
function goesOn(scan: Scan, { to, from }: Hit): boolean {
  const next = together(scan, from, to) ? hitAt(scan, to) : undefined;
  return nameEnd(scan, to) > to || (next?.from === to && senseOf(next, "person") !== undefined);
}

function stepAt(scan: Scan, hit: Hit, so: Extension | undefined, directly: boolean): Step {
  const person = senseOf(hit, "person")?.person;
  if (person) return (so && !so.plural) || directly ? { ...so, person, plural: false } : "stop";
  const organ = senseOf(hit, "organ")?.organ;
  const agent = senseOf(hit, "agent");
  if (organ && isNoun(scan, hit)) return { organ, plural: false };
  if (agent && isNoun(scan, hit)) {
    if (!headsPhrase(scan, hit, agent.agent) || isOthersOwn(scan, hit) || isNoCrowd(scan, hit)) return "skip";
    return { agent: agent.agent, ...(so?.organ ? { organ: so.organ } : {}), plural: agent.plural };
  }
  const organisation = senseOf(hit, "organisation")?.organisation;
  if (organisation && isRedefined(scan, hit)) return "stop";
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
  const persons = senses.flatMap((sense) => (sense.kind === "short" && holds(sense.person) ? [sense.person] : []));
  const initial = plain(lower(scan, so.to)).slice(0, 1);
  return persons.find(({ name, names }) => [name, ...names].some((one) => plain(one).startsWith(initial)));
}
