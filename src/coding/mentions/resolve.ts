import type { Knowledge, Organisation } from "../../knowledge/index.ts";
import { tokenText } from "../../schema/index.ts";
import { holderOf, memberActor, personActor, stateActor } from "./actors.ts";
import {
  findAlliance,
  findBand,
  findGroup,
  findNoun,
  findOrdinal,
  isPerson,
  lastWord,
  mainCountry,
  namedState,
  type Search,
} from "./antecedents.ts";
import { type Draft, headOf, type Open, type Scan } from "./drafts.ts";
import { Memory } from "./memory.ts";
import { stands } from "./persons.ts";
import { findPronoun } from "./pronouns.ts";
import { isPossessive, sentenceBegin, together } from "./words.ts";

/** Mentions joined by "and": the first one with all that hang on it. */
function coordinates(scan: Scan, drafts: readonly Draft[]): Map<Draft, Draft[]> {
  const { analysis } = scan;
  const byHead = new Map<number, Draft>();
  for (const draft of drafts)
    if (draft.kind === "actor" && !draft.open) byHead.set(headOf(analysis, draft.from, draft.to), draft);
  const groups = new Map<Draft, Draft[]>();
  for (const [head, draft] of byHead) {
    if (analysis.relation[head] !== "conj") continue;
    const first = byHead.get(analysis.head[head]);
    if (first && first !== draft) groups.set(first, [...(groups.get(first) ?? [first]), draft]);
  }
  return groups;
}

function standFor(draft: Draft, antecedent: Draft): void {
  draft.refersTo = antecedent.refersTo ?? [antecedent];
  draft.name = antecedent.name;
  draft.actor = antecedent.actor;
  draft.person = antecedent.person;
  draft.plural = antecedent.plural;
}

/** A noun for a state stands for it also where its president or army was named. */
function standForOne(scan: Scan, draft: Draft, open: Open, antecedent: Draft): void {
  standFor(draft, antecedent);
  const code = open.kind === "noun" && open.of === "state" ? namedState(scan, antecedent) : undefined;
  const state = code === undefined || code === draft.actor?.id ? undefined : scan.knowledge.stateOf(code);
  if (!state) return;
  draft.name = state.name;
  draft.actor = stateActor(state);
  draft.person = undefined;
}

function standForAll(draft: Draft, members: readonly Draft[]): void {
  const countries = [...new Set(members.map((member) => member.actor?.country ?? "?"))].sort();
  const sectors = [...new Set(members.map((member) => member.actor?.sector))];
  draft.refersTo = [...new Set(members.flatMap((member) => member.refersTo ?? [member]))];
  draft.plural = true;
  draft.name ??= members.map((member) => member.name).join(", ");
  draft.actor = {
    id: `group.${countries.join("+")}`,
    country: countries.length === 1 && countries[0] !== "?" ? countries[0] : null,
    sector: draft.actor?.sector ?? (sectors.length === 1 && sectors[0] ? sectors[0] : "GOV"),
  };
}

/** "media in China … the police": police and courts are of the state in which the sentence is set before them. */
function siteOf(scan: Scan, draft: Draft): string | undefined {
  const sector = draft.actor?.sector;
  if (sector !== "COP" && sector !== "JUD") return undefined;
  const begin = scan.analysis.start[sentenceBegin(scan, draft.from)];
  const sites = scan.drafts.filter(({ place, start }) => place?.country && start >= begin && start < draft.start);
  return sites.at(-1)?.place?.country;
}

function findDefinite(scan: Scan, memory: Memory, draft: Draft): void {
  const same = memory.last(draft, (one) => {
    if (one.refersTo !== undefined && one.actor?.country === null) return false;
    if (one.kind !== "actor" || one.plural !== draft.plural) return false;
    if (draft.agent) return one.agent?.id === draft.agent.id || one.actor?.role === draft.agent.id;
    return lastWord(scan, one) === lastWord(scan, draft) && one.actor?.country != null;
  });
  const known = same?.actor ? same : findBand(scan, memory, draft);
  if (known) {
    standFor(draft, known);
    return;
  }
  const country = siteOf(scan, draft) ?? mainCountry(scan, memory, draft);
  if (country === undefined || !draft.actor) return;
  if (draft.agent && draft.agent.kind !== "office" && draft.agent.kind !== "body") return;
  const holder =
    draft.agent?.kind === "office" ? holderOf(scan.knowledge, country, draft.agent.id, scan.day) : undefined;
  if (holder) {
    draft.name = holder.name;
    draft.actor = personActor(holder, scan.day);
    draft.person = { gender: holder.gender, known: holder };
    return;
  }
  draft.actor = {
    ...draft.actor,
    country,
    id: draft.actor.id.replace(/^unknown\./, draft.agent || draft.person ? `unknown.${country}.` : `${country}.`),
  };
}

function foundFor(
  search: Search,
  draft: Draft,
  open: Extract<Open, { kind: "pronoun" | "noun" | "ordinal" }>,
): Draft[] | undefined {
  if (open.kind === "pronoun") return findPronoun(search, draft, open.word);
  const { scan, memory } = search;
  const one =
    open.kind === "noun" ? findNoun(scan, memory, draft, open.of, open.among) : findOrdinal(search, draft, open.which);
  return one && [one];
}

const FOLLOWING = /^ (loyal|allied|aligned|sympathetic|linked|affiliated) (to|with) (the )?([a-z]+ )?$/;

/** "troops loyal to the Ivorian leader": of his country, though not its army. */
function follow(scan: Scan, draft: Draft): void {
  const { actor, agent } = draft;
  if (!actor || actor.country !== null || (agent?.kind !== "people" && agent?.kind !== "force")) return;
  const leader = scan.drafts.find(
    (one) => one.from > draft.to + 1 && one.from < draft.to + 5 && one.kind === "actor" && !one.open,
  );
  const country = leader?.actor?.country;
  if (!leader || !country || !FOLLOWING.test(scan.analysis.text.slice(draft.end, leader.start))) return;
  draft.actor = { ...actor, country, id: actor.id.replace(/^unknown\./, `unknown.${country}.`) };
}

/** "the Assad regime": of the country of the one whose it is. */
function governed(before: Draft | undefined, draft: Draft): Draft {
  const country = before?.person && before.to === draft.from ? before.actor?.country : undefined;
  if (!before || !country || draft.actor?.country !== null) return draft;
  if (draft.person || draft.actor.id.startsWith("org.")) return draft;
  const id = draft.actor.id.replace(/^unknown\./, `${country}.`);
  const { open: _, ...rest } = draft;
  return { ...rest, from: before.from, start: before.start, actor: { ...draft.actor, country, id } };
}

/** "the government and people of Chad": of whom the second is, the first is too. */
function share(scan: Scan, draft: Draft, next: Draft | undefined): void {
  const country = next?.actor?.country;
  if (!next || !country || draft.actor?.country !== null || draft.open?.kind !== "definite") return;
  if (next.from !== draft.to + 1 || tokenText(scan.analysis, draft.to) !== "and" || next.to - next.from < 3) return;
  if (!/ of /.test(scan.analysis.text.slice(next.start, next.end))) return;
  draft.actor = { ...draft.actor, country, id: draft.actor.id.replace(/^unknown\./, `${country}.`) };
  draft.open = undefined;
}

/** Whether the mention finds whom it stands for; one that does not is no mention, but for an office or organ. */
function resolveOne(search: Search, draft: Draft): boolean {
  const { scan, memory } = search;
  const { open } = draft;
  if (!open) return true;
  if (open.kind === "definite") {
    findDefinite(scan, memory, draft);
    return true;
  }
  if (open.kind === "alliance") {
    const members = findAlliance(search, draft);
    if (members) standForAll(draft, members);
    draft.plural = false;
    return members !== undefined;
  }
  if (open.kind === "group") {
    const members = findGroup(search, draft, open.count, open.of);
    if (members) standForAll(draft, members);
    return members !== undefined || draft.actor !== undefined;
  }
  const found = foundFor(search, draft, open);
  if (!found) return draft.actor !== undefined;
  if (draft.actor) belongTo(scan, draft, found);
  else if (found.length === 1) standForOne(scan, draft, open, found[0]);
  else standForAll(draft, found);
  return true;
}

const organisationOf = ({ knowledge }: Scan, { actor }: Draft): Organisation | undefined =>
  actor?.id.startsWith("org.") ? knowledge.organisations.find(({ id }) => `org.${id}` === actor.id) : undefined;

/** "its air force", "his government": the possessor's country. */
function belongTo(scan: Scan, draft: Draft, possessors: readonly Draft[]): void {
  const countries = [...new Set(possessors.map((one) => one.actor?.country ?? null))];
  const country = countries.length === 1 ? countries[0] : null;
  if (!draft.actor) return;
  const organisation = possessors.length === 1 ? organisationOf(scan, possessors[0]) : undefined;
  if (organisation && draft.agent && organisation.kind === "group") {
    draft.actor = memberActor(organisation, draft.agent);
    return;
  }
  if (country === null) {
    draft.refersTo = possessors;
    return;
  }
  draft.actor = {
    ...draft.actor,
    country,
    id: draft.actor.id.replace(/^unknown\./, draft.agent || draft.person ? `unknown.${country}.` : `${country}.`),
  };
}

/** "the two nations' navies", "Putin's government": the possessor stands right before. */
function possess(scan: Scan, before: Draft, draft: Draft): void {
  if (draft.open || draft.actor?.country !== null || draft.from !== before.to + 1 || before.actor === undefined) return;
  if (isPossessive(scan, before.to)) belongTo(scan, draft, before.refersTo ?? [before]);
}

const headRelation = ({ analysis }: Scan, { from, to }: Draft): string => analysis.relation[headOf(analysis, from, to)];

/** "the Russian defence minister, Igor Sergeyev": who is named held the office, whoever holds it now. */
function entitle(scan: Scan, before: Draft, draft: Draft): void {
  const known = draft.person?.known;
  if (!known || !before.agent || before.open || before.refersTo || before.person?.known === known) return;
  if (draft.from !== before.to + 1 || tokenText(scan.analysis, before.to) !== ",") return;
  if (draft.actor?.country !== before.actor?.country || !/^appos/.test(headRelation(scan, draft))) return;
  before.refersTo = [draft];
  before.name = draft.name;
  before.actor = draft.actor;
  before.person = draft.person;
}

/** "Putin, the Russian president": the second stands for the first. */
function appose(scan: Scan, before: Draft | undefined, draft: Draft): void {
  if (!before || draft.refersTo || !isPerson(before) || !isPerson(draft) || draft.open) return;
  if (!draft.agent) {
    entitle(scan, before, draft);
    return;
  }
  let token = draft.from - 1;
  while (token > before.to && stands(scan, token)) token -= 1;
  if (token !== before.to || !together(scan, token, draft.from) || tokenText(scan.analysis, token) !== ",") return;
  if (draft.person?.known && draft.person.known !== before.person?.known) return;
  draft.refersTo = before.refersTo ?? [before];
  if (before.actor?.country == null) return;
  draft.name = before.name;
  draft.actor = before.actor;
  draft.person = before.person;
}

/** "State Councilor and Foreign Minister Wang Yi": both titles are of the one who is named. */
function joinTitles(scan: Scan, before: Draft | undefined, draft: Draft): void {
  if (!before || before.open || before.refersTo || before.plural || before.person?.known) return;
  if (draft.open || draft.plural || !isPerson(draft) || draft.from !== before.to + 1) return;
  if (
    tokenText(scan.analysis, before.to) !== "and" ||
    !SECOND_TITLES.test(scan.analysis.text.slice(before.start, before.end))
  )
    return;
  if (draft.actor?.country === null && before.actor) draft.actor = { ...draft.actor, country: before.actor.country };
  before.refersTo = [draft];
  before.name = draft.name;
  before.actor = draft.actor;
  before.person = draft.person;
}

const SECOND_TITLES = /(council+or|counsel+or|deputy [a-z ]*|vice [a-z-]*|(minister|commissioner|representative))$/i;

/** "his Chinese counterpart": who holds in that state the office of the person named before. */
function pairOff({ scan, memory }: Search, draft: Draft): void {
  const country = draft.actor?.country;
  if (draft.agent?.id !== "counterpart" || draft.plural || !country || draft.person?.known) return;
  const person = memory.best(
    draft,
    1,
    (one) => isPerson(one) && one.actor?.role !== undefined && one.actor.country !== country,
  );
  const office = person?.actor?.role;
  const holder = office === undefined ? undefined : holderOf(scan.knowledge, country, office, scan.day);
  if (!holder) return;
  draft.name = holder.name;
  draft.actor = personActor(holder, scan.day, office);
  draft.person = { gender: holder.gender, known: holder };
}

/** Bodies of a state that a text about one state alone need not say the state of. */
const DOMESTIC: ReadonlySet<string> = new Set(["COP", "JUD", "LEG", "OPP"]);
/** Bodies and crowds that are of the place where the text says it is: "ALGIERS, Algeria - Police have arrested journalists". */
const THERE: ReadonlySet<string> = new Set([...DOMESTIC, "GOV", "MIL", "PTY"]);
const CROWDS: ReadonlySet<string> = new Set(["CVL", "LAB", "EDU", "JRN", "MED", "REF"]);

const isHome = ({ actor, plural }: Draft, where: boolean): boolean => {
  const sector = actor?.sector ?? "UNK";
  return where ? THERE.has(sector) || (plural === true && CROWDS.has(sector)) : DOMESTIC.has(sector);
};

/** The only state that the text names, and whether as a place where. */
function homeOf(drafts: readonly Draft[]): { country: string; where: boolean } | undefined {
  const countries = new Set<string>();
  let where = false;
  for (const { actor, place } of drafts) {
    const country = actor?.country ?? place?.country;
    if (!country) continue;
    countries.add(country);
    where ||= place !== undefined;
    if (countries.size > 1) return undefined;
  }
  const [country] = countries;
  return country === undefined ? undefined : { country, where };
}

/** In a text about one state, its police and courts, and where the text says that it is there, its people too. */
function settle(scan: Scan, drafts: readonly Draft[]): void {
  const home = homeOf(drafts);
  if (!home || !scan.knowledge.stateOf(home.country)) return;
  for (const draft of drafts) {
    const { actor } = draft;
    if (!actor || actor.country !== null || draft.refersTo || !isHome(draft, home.where)) continue;
    draft.actor = { ...actor, country: home.country, id: actor.id.replace(/^unknown\./, `unknown.${home.country}.`) };
  }
}

const ORGAN_WORDS =
  /\b(ministry|department|embassy|government|kremlin|white house|office|council|navy|force|guard|fleet)\b/i;
/** Bodies of which a state has one, so that its own publications need not say of which state. */
const OWN_BODIES =
  /^(the )?(ministry|foreign ministry|defen[cs]e ministry|state council|department|government|cabinet)\b/i;

/** The state whose government publishes the document, by the publisher's name ("Ministry of Commerce of China"). */
function publishingState({ knowledge, publisher }: Scan): string | undefined {
  if (publisher === undefined || knowledge.outletOf(publisher) || !ORGAN_WORDS.test(publisher)) return undefined;
  const named = ({ name, names, adjectives, governments }: Knowledge["states"][number]): boolean =>
    [name, ...names, ...adjectives, ...governments].some((one) => ` ${publisher} `.includes(` ${one} `));
  return knowledge.states.find(named)?.code;
}

/** In what a government publishes, "the Ministry of Commerce" is its own. */
function settleOwn(scan: Scan, drafts: readonly Draft[]): void {
  const country = publishingState(scan);
  if (country === undefined) return;
  for (const draft of drafts) {
    const { actor } = draft;
    if (!actor || actor.country !== null || draft.refersTo || draft.plural) continue;
    if (!OWN_BODIES.test(scan.analysis.text.slice(draft.start, draft.end))) continue;
    draft.actor = { ...actor, country, id: actor.id.replace(/^unknown\./, `${country}.`) };
  }
}

/** Goes through the mentions in the order of the text and finds whom pronouns, groups and definite nouns stand for. */
export function resolveAll(scan: Scan): Draft[] {
  const drafts = scan.drafts.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const memory = new Memory(scan);
  const actors = drafts.filter((draft) => draft.kind === "actor" && !draft.open);
  const named = Map.groupBy(actors, (draft) => scan.analysis.sentence[draft.from]);
  const search: Search = { scan, memory, groups: coordinates(scan, drafts), named };
  const found: Draft[] = [];
  let before: Draft | undefined;
  for (const [index, read] of drafts.entries()) {
    const draft = governed(before, read);
    follow(scan, draft);
    share(scan, draft, drafts[index + 1]);
    if (!resolveOne(search, draft)) continue;
    found.push(draft);
    if (draft.kind !== "actor") continue;
    pairOff(search, draft);
    appose(scan, before, draft);
    joinTitles(scan, before, draft);
    if (before) possess(scan, before, draft);
    before = draft;
    memory.say(draft);
  }
  settleOwn(scan, found);
  settle(scan, found);
  return found;
}
