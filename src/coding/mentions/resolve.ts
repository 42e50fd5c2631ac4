import { tokenText } from "../../schema/index.ts";
import { holderOf, personActor } from "./actors.ts";
import { type Draft, type GroupOf, headOf, type Scan } from "./drafts.ts";
import { Memory } from "./memory.ts";
import { stands } from "./persons.ts";
import { isPossessive, lower, together } from "./words.ts";

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

const isPerson = (draft: Draft): boolean => draft.person !== undefined && !draft.plural;

function standFor(draft: Draft, antecedent: Draft): void {
  draft.refersTo = antecedent.refersTo ?? [antecedent];
  draft.name = antecedent.name;
  draft.actor = antecedent.actor;
  draft.person = antecedent.person;
  draft.plural = antecedent.plural;
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

/** The state that the text before speaks of at least twice as much as of any other. */
function mainCountry(scan: Scan, memory: Memory, draft: Draft): string | undefined {
  const countryOf = (one: Draft): string | undefined => stateCode(scan, one);
  const two = memory.top(draft, 2, 3, countryOf);
  return two ? undefined : (memory.top(draft, 1, 3, countryOf)?.[0].actor?.country ?? undefined);
}

const stateCode = (scan: Scan, draft: Draft): string | undefined => {
  const country = draft.actor?.country;
  return country && scan.knowledge.stateOf(country) ? country : undefined;
};

const lastWord = (scan: Scan, draft: Draft): string => lower(scan, draft.to - 1);

function findDefinite(scan: Scan, memory: Memory, draft: Draft): void {
  const same = memory.last(draft, (one) => {
    if (one.refersTo !== undefined && one.actor?.country === null) return false;
    if (one.kind !== "actor" || one.plural !== draft.plural) return false;
    if (draft.agent) return one.agent?.id === draft.agent.id || one.actor?.role === draft.agent.id;
    return lastWord(scan, one) === lastWord(scan, draft) && one.actor?.country != null;
  });
  if (same?.actor) {
    standFor(draft, same);
    return;
  }
  const country = mainCountry(scan, memory, draft);
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
    id: draft.actor.id.replace(/^unknown\./, draft.agent ? `unknown.${country}.` : `${country}.`),
  };
}

/** A pronoun means somebody named rather than "an inmate". */
const namedFirst = (draft: Draft): number => (draft.person?.known || draft.person?.gender ? 1.5 : 0);

/** What resolving looks things up in. */
interface Search {
  readonly scan: Scan;
  readonly memory: Memory;
  /** Mentions joined by "and", by the first of them. */
  readonly groups: ReadonlyMap<Draft, Draft[]>;
  /** Mentions of persons by name, in the order of the text. */
  readonly persons: readonly Draft[];
}

/** Whether the token stands below the verb, and not in a clause joined to it by "and". */
function hangsOn(analysis: Scan["analysis"], from: number, verb: number): boolean {
  for (let token = from, steps = 0; token >= 0 && steps < 40; token = analysis.head[token], steps += 1) {
    if (token === verb) return true;
    if (analysis.relation[token] === "conj" || analysis.relation[token] === "parataxis") return false;
  }
  return false;
}

/** "he is willing to work with Xi": who is named below the pronoun's verb can't be the pronoun. */
function namedBelow({ analysis }: Scan, draft: Draft, persons: readonly Draft[]): ReadonlySet<string | undefined> {
  const barred = new Set<string | undefined>();
  if (!analysis.relation[draft.from].startsWith("nsubj")) return barred;
  const verb = analysis.head[draft.from];
  for (const person of persons) {
    if (analysis.sentence[person.from] !== analysis.sentence[draft.from] || person.start < draft.start) continue;
    if (hangsOn(analysis, person.from, verb)) barred.add(person.actor?.id);
  }
  return barred;
}

function findPronoun(
  { scan, memory, groups, persons }: Search,
  draft: Draft,
  word: "he" | "she" | "it" | "they",
): Draft[] | undefined {
  if (word === "he" || word === "she") {
    const wanted = word === "he" ? "m" : "f";
    const barred = namedBelow(scan, draft, persons);
    const fits = (one: Draft): boolean =>
      isPerson(one) && (one.person?.gender === wanted || one.person?.gender === "") && !barred.has(one.actor?.id);
    const person = memory.best(draft, 4, fits, namedFirst) ?? memory.best(draft, 15, fits, namedFirst);
    return person && [person];
  }
  if (word === "it") {
    const body = memory.best(
      draft,
      2,
      (one) => one.kind === "actor" && !one.plural && !one.person && one.actor?.country !== null,
    );
    return body && [body];
  }
  const many = memory.best(draft, 2, (one) => one.kind === "actor" && (one.plural === true || groups.has(one)));
  if (many) return groups.get(many) ?? [many];
  const body = memory.best(
    draft,
    1,
    (one) => one.kind === "actor" && !one.person && one.actor !== undefined && one.actor.country !== null,
  );
  return body && [body];
}

function findNoun(
  scan: Scan,
  memory: Memory,
  draft: Draft,
  of: "state" | "organisation" | "company",
): Draft | undefined {
  const same = memory.best(
    draft,
    3,
    (one) => one.actor !== undefined && !one.plural && lastWord(scan, one) === lastWord(scan, draft),
  );
  if (same) return same;
  if (of === "state")
    return memory.best(draft, 2, (one) => one.actor !== undefined && one.actor.id === stateCode(scan, one));
  if (of === "company") return memory.best(draft, 3, (one) => one.actor?.sector === "BUS" && !one.plural);
  return memory.best(draft, 4, (one) => one.actor?.id.startsWith("org.") === true);
}

/** The states that the text named last in one breath, shortly before: "India and Pakistan". */
function joinedStates(
  scan: Scan,
  memory: Memory,
  groups: Search["groups"],
  draft: Draft,
  count: number,
): Draft[] | undefined {
  const isGroup = (one: Draft): boolean => {
    const codes = groups.get(one)?.map((member) => stateCode(scan, member)) ?? [];
    return codes.length === count && new Set(codes).size === count && !codes.includes(undefined);
  };
  const first = memory.best(draft, 2, isGroup);
  return first && groups.get(first);
}

/** "The pair" are persons, never states. */
function findGroup({ scan, memory, groups }: Search, draft: Draft, count: number, of: GroupOf): Draft[] | undefined {
  const isNamed = (one: Draft): string | undefined => (isPerson(one) && one.actor?.country ? one.actor.id : undefined);
  const persons = of === "states" ? undefined : memory.top(draft, count, 5, isNamed);
  const joined = of === "states" ? joinedStates(scan, memory, groups, draft, count) : undefined;
  return persons ?? joined ?? (of === "pair" ? undefined : memory.top(draft, count, 40, (one) => stateCode(scan, one)));
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
  if (open.kind === "group") {
    const members = findGroup(search, draft, open.count, open.of);
    if (members) standForAll(draft, members);
    return members !== undefined || draft.actor !== undefined;
  }
  const noun = open.kind === "noun" ? findNoun(scan, memory, draft, open.of) : undefined;
  const found = open.kind === "pronoun" ? findPronoun(search, draft, open.word) : noun && [noun];
  if (!found) return draft.actor !== undefined;
  if (draft.actor) belongTo(draft, found);
  else if (found.length === 1) standFor(draft, found[0]);
  else standForAll(draft, found);
  return true;
}

/** "its air force", "his government": the possessor's country. */
function belongTo(draft: Draft, possessors: readonly Draft[]): void {
  const countries = [...new Set(possessors.map((one) => one.actor?.country ?? null))];
  const country = countries.length === 1 ? countries[0] : null;
  if (!draft.actor) return;
  if (country === null) {
    draft.refersTo = possessors;
    return;
  }
  draft.actor = {
    ...draft.actor,
    country,
    id: draft.actor.id.replace(/^unknown\./, draft.agent ? `unknown.${country}.` : `${country}.`),
  };
}

/** "the two nations' navies", "Putin's government": the possessor stands right before. */
function possess(scan: Scan, before: Draft, draft: Draft): void {
  if (draft.open || draft.actor?.country !== null || draft.from !== before.to + 1 || before.actor === undefined) return;
  if (isPossessive(scan, before.to)) belongTo(draft, before.refersTo ?? [before]);
}

/** "Putin, the Russian president": the second stands for the first. */
function appose(scan: Scan, before: Draft | undefined, draft: Draft): void {
  if (!before || draft.refersTo || !isPerson(before) || !isPerson(draft) || !draft.agent || draft.open) return;
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

/** Goes through the mentions in the order of the text and finds whom pronouns, groups and definite nouns stand for. */
export function resolveAll(scan: Scan): Draft[] {
  const drafts = scan.drafts.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const memory = new Memory(scan);
  const persons = drafts.filter((draft) => isPerson(draft) && !draft.open);
  const search: Search = { scan, memory, groups: coordinates(scan, drafts), persons };
  const found: Draft[] = [];
  let before: Draft | undefined;
  for (const draft of drafts) {
    if (!resolveOne(search, draft)) continue;
    found.push(draft);
    if (draft.kind !== "actor") continue;
    appose(scan, before, draft);
    if (before) possess(scan, before, draft);
    before = draft;
    memory.say(draft);
  }
  return found;
}
