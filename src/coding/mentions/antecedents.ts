import type { Draft, GroupOf, Scan } from "./drafts.ts";
import type { Memory } from "./memory.ts";
import { lower } from "./words.ts";

export const isPerson = (draft: Draft): boolean => draft.person !== undefined && !draft.plural;

/** The only state that the text shortly before speaks of. */
export function mainCountry(scan: Scan, memory: Memory, draft: Draft): string | undefined {
  const countryOf = (one: Draft): string | undefined => stateCode(scan, one);
  const two = memory.top(draft, 2, 3, countryOf);
  return two ? undefined : (memory.top(draft, 1, 3, countryOf)?.[0].actor?.country ?? undefined);
}

const stateCode = (scan: Scan, draft: Draft): string | undefined => {
  const country = draft.actor?.country;
  return country && scan.knowledge.stateOf(country) ? country : undefined;
};

export const lastWord = (scan: Scan, draft: Draft): string => lower(scan, draft.to - 1);

/** A pronoun means somebody named rather than "an inmate". */
const namedFirst = (draft: Draft): number => (draft.person?.known || draft.person?.gender ? 1.5 : 0);

/** What resolving looks things up in. */
export interface Search {
  readonly scan: Scan;
  readonly memory: Memory;
  /** Mentions joined by "and", by the first of them. */
  readonly groups: ReadonlyMap<Draft, Draft[]>;
  /** Mentions of persons by name, by sentence. */
  readonly persons: ReadonlyMap<number, readonly Draft[]>;
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
function namedBelow({ analysis }: Scan, draft: Draft, persons: Search["persons"]): ReadonlySet<string | undefined> {
  const barred = new Set<string | undefined>();
  if (!analysis.relation[draft.from].startsWith("nsubj")) return barred;
  const verb = analysis.head[draft.from];
  for (const person of persons.get(analysis.sentence[draft.from]) ?? []) {
    if (person.start > draft.start && hangsOn(analysis, person.from, verb)) barred.add(person.actor?.id);
  }
  return barred;
}

export function findPronoun(
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
      (one) => one.kind === "actor" && !one.plural && !one.person && (one.actor?.country !== null || isAlliance(one)),
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

export function findNoun(
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

const isAlliance = (one: Draft): boolean => one.open?.kind === "alliance";

/** "this coalition": the states that were named together last, in words of their own or by "the two nations". */
export function findAlliance({ scan, memory, groups }: Search, draft: Draft): readonly Draft[] | undefined {
  const membersOf = (one: Draft): readonly Draft[] => groups.get(one) ?? one.refersTo ?? [];
  const areStates = (one: Draft): boolean => {
    const codes = membersOf(one).map((member) => stateCode(scan, member));
    return codes.length >= 2 && !codes.includes(undefined) && new Set(codes).size === codes.length;
  };
  const named = memory.best(draft, 2, areStates);
  return named && membersOf(named);
}

/** "The pair" are persons, never states. */
export function findGroup(
  { scan, memory, groups }: Search,
  draft: Draft,
  count: number,
  of: GroupOf,
): Draft[] | undefined {
  const isNamed = (one: Draft): string | undefined => (isPerson(one) && one.actor?.country ? one.actor.id : undefined);
  const near = of === "states" ? undefined : memory.top(draft, count, 1, isNamed);
  const persons = of === "states" ? undefined : (near ?? memory.top(draft, count, 5, isNamed));
  const joined = of === "states" ? joinedStates(scan, memory, groups, draft, count) : undefined;
  return persons ?? joined ?? (of === "pair" ? undefined : memory.top(draft, count, 40, (one) => stateCode(scan, one)));
}
