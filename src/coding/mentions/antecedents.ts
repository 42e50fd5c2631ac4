import { isArmed } from "./armed.ts";
import type { Draft, GroupOf, NounOpen, Region, Scan } from "./drafts.ts";
import type { Memory } from "./memory.ts";
import { lower } from "./words.ts";

export const isPerson = (draft: Draft): boolean => draft.person !== undefined && !draft.plural;

/** The only state that the text shortly before names as an actor, or else as a place; an armed group is of none. */
export function mainCountry(scan: Scan, memory: Memory, draft: Draft): string | undefined {
  const asActor = (one: Draft): string | undefined => (isArmed(one) ? undefined : stateCode(scan, one));
  const asPlace = (one: Draft): string | undefined => (one.kind === "place" ? stateAround(scan, one) : undefined);
  for (const countryOf of [asActor, asPlace]) {
    if (memory.top(draft, 2, 3, countryOf)) return undefined;
    const one = memory.top(draft, 1, 3, countryOf)?.[0];
    if (one) return countryOf(one);
  }
  return undefined;
}

const stateCode = (scan: Scan, draft: Draft): string | undefined => {
  const country = draft.actor?.country;
  return country && scan.knowledge.stateOf(country) ? country : undefined;
};

export const lastWord = (scan: Scan, draft: Draft): string => lower(scan, draft.to - 1);

/** What resolving looks things up in. */
export interface Search {
  readonly scan: Scan;
  readonly memory: Memory;
  /** Mentions joined by "and", by the first of them. */
  readonly groups: ReadonlyMap<Draft, Draft[]>;
  /** Actors who are named, not meant by a pronoun, by sentence. */
  readonly named: ReadonlyMap<number, readonly Draft[]>;
}

/** The state that a mention names, as an actor, by its government, or as a place. */
export function namedState(scan: Scan, one: Draft): string | undefined {
  if (one.kind === "actor") {
    const official = one.actor?.sector === "GOV" || one.actor?.sector === "MIL";
    return official && !one.plural ? stateCode(scan, one) : undefined;
  }
  const state = one.place?.country ? scan.knowledge.stateOf(one.place.country) : undefined;
  return state && one.place?.name === state.name ? state.code : undefined;
}

/** The state of a mention, as an actor, by its government, or by any place in it. */
export const stateAround = (scan: Scan, one: Draft): string | undefined =>
  one.kind === "place" ? (one.place?.country ?? undefined) : namedState(scan, one);

function isWithin({ knowledge }: Scan, code: string | undefined, [south, north, west, east]: Region): boolean {
  const state = code === undefined ? undefined : knowledge.stateOf(code);
  return state !== undefined && state.lat >= south && state.lat <= north && state.lon >= west && state.lon <= east;
}

/** "the country" is rather one that is named than that of somebody who holds an office. */
const bareFirst = (draft: Draft): number =>
  draft.person ? -3 : draft.actor && draft.actor.id !== draft.actor.country ? -1 : 0;

function findState(scan: Scan, memory: Memory, draft: Draft, { among, within }: NounOpen): Draft | undefined {
  if (among) return memory.best(draft, 5, (one) => among.has(namedState(scan, one) ?? ""));
  if (within) return memory.best(draft, 4, (one) => isWithin(scan, stateAround(scan, one), within), bareFirst);
  return memory.best(draft, 2, (one) => namedState(scan, one) !== undefined, bareFirst);
}

function findOrganisation(memory: Memory, draft: Draft, { country, sectors }: NounOpen): Draft | undefined {
  const fits = ({ actor }: Draft): boolean =>
    actor?.id.startsWith("org.") === true &&
    (country === undefined || actor.country === country) &&
    (sectors === undefined || sectors.has(actor.sector));
  return memory.best(draft, 4, fits);
}

/** Whom "the country", "the Gulf kingdom", "the bloc" or "the company" stands for. */
export function findNoun(scan: Scan, memory: Memory, draft: Draft, open: NounOpen): Draft | undefined {
  const same = open.among || open.within ? undefined : memory.best(draft, 3, isLike(scan, draft, open));
  if (same) return same;
  if (open.of === "state") return findState(scan, memory, draft, open);
  if (open.of === "company") return memory.best(draft, 3, (one) => one.actor?.sector === "BUS" && !one.plural);
  return findOrganisation(memory, draft, open);
}

/** Whether a mention before has the same noun, and is of the state and sector that the description asks for. */
const isLike =
  (scan: Scan, draft: Draft, { country, sectors }: NounOpen) =>
  (one: Draft): boolean =>
    one.actor !== undefined &&
    !one.plural &&
    lastWord(scan, one) === lastWord(scan, draft) &&
    (country === undefined || one.actor.country === country) &&
    (sectors === undefined || sectors.has(one.actor.sector));

/** "the former", "the latter": of the two that were named last, in one breath or at least in one sentence. */
export function findOrdinal({ memory, groups }: Search, draft: Draft, which: "former" | "latter"): Draft | undefined {
  const joined = memory.best(draft, 2, (one) => groups.get(one)?.length === 2);
  const keyOf = (one: Draft): string | undefined => (one.actor?.country == null ? undefined : one.actor.id);
  const near = memory.top(draft, 3, 0, keyOf) ? undefined : memory.top(draft, 2, 0, keyOf);
  const two = near ?? (joined && groups.get(joined)) ?? memory.top(draft, 2, 1, keyOf);
  return two?.[which === "former" ? 0 : 1];
}

/** Whom nouns for organisations in arms or parties, and for those who fight in them, can stand for. */
const BANDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["movement", ["UAF", "REB", "PRM", "PTY", "OPP", "CVL"]],
  ["militia", ["REB", "PRM", "UAF"]],
  ["party", ["PTY", "OPP"]],
  ["rebel", ["REB"]],
  ["insurgent", ["REB", "UAF"]],
  ["guerrilla", ["REB", "UAF"]],
  ["militant", ["UAF", "REB"]],
  ["jihadist", ["UAF"]],
  ["islamist", ["UAF"]],
  ["terrorist", ["UAF"]],
  ["separatist", ["REB"]],
  ...["rebel group", "insurgent group", "militant group", "armed group", "fighter group"].map(
    (group): [string, string[]] => [group, ["REB", "UAF", "PRM"]],
  ),
  ...["jihadist group", "extremist group", "terrorist group"].map((group): [string, string[]] => [
    group,
    ["UAF", "REB"],
  ]),
]);

/** "the parties", "the armed groups" are several. */
const isCollective = ({ agent }: Draft): boolean => agent?.kind === "body" || agent?.id.endsWith(" group") === true;

/** "the movement", "the rebels" behind the name of one: that organisation, unless its own sentence names it. */
export function findBand(scan: Scan, memory: Memory, draft: Draft): Draft | undefined {
  const sectors = BANDS.get(draft.agent?.id ?? "");
  if (!sectors || (draft.plural && isCollective(draft))) return undefined;
  const { sentence } = scan.analysis;
  return memory.best(
    draft,
    4,
    (one) =>
      one.actor?.id.startsWith("org.") === true &&
      sectors.includes(one.actor.sector) &&
      sentence[one.from] !== sentence[draft.from],
  );
}

/** Whom a side of a conflict or of talks is known by: an armed group or party for itself, others as their state. */
function sideKey(scan: Scan, one: Draft): string | undefined {
  const { actor } = one;
  if (!actor?.id.startsWith("org.")) return isArmed(one) ? undefined : stateCode(scan, one);
  return isArmed(one) ? actor.id.split(".").slice(0, 2).join(".") : undefined;
}

type KeyOf = (one: Draft) => string | undefined;

/** As many of different keys as are wanted that the text named last in one breath, shortly before: "India and Pakistan". */
function joined({ memory, groups }: Search, draft: Draft, count: number, keyOf: KeyOf, reach = 2): Draft[] | undefined {
  const isGroup = (one: Draft): boolean => {
    const keys = groups.get(one)?.map(keyOf) ?? [];
    return keys.length === count && new Set(keys).size === count && !keys.includes(undefined);
  };
  const first = memory.best(draft, reach, isGroup);
  return first && groups.get(first);
}

export const isAlliance = (one: Draft): boolean => one.open?.kind === "alliance";

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

/** As many of different keys as are wanted: those of the last sentences that name just so many, else the most present ones. */
function present(memory: Memory, draft: Draft, count: number, keyOf: KeyOf): Draft[] | undefined {
  for (const reach of [1, 2, 3])
    if (!memory.top(draft, count + 1, reach, keyOf)) {
      const near = memory.top(draft, count, reach, keyOf);
      if (near) return near;
    }
  return memory.top(draft, count, 40, keyOf);
}

/** "The two ministers", "the two leaders": mostly each of another state, and holders of the office that is named. */
function ofSeveral({ scan, memory }: Search, draft: Draft, count: number): Draft[] | undefined {
  const office = draft.agent?.id;
  const country: KeyOf = (one) => (isPerson(one) ? stateCode(scan, one) : undefined);
  const same: KeyOf = (one) => (one.agent?.id === office || one.actor?.role === office ? country(one) : undefined);
  const holders = office === "leader" ? undefined : memory.top(draft, count, 5, same);
  const near = memory.top(draft, count + 1, 1, country) ? undefined : memory.top(draft, count, 1, country);
  return holders ?? near;
}

/** "The pair" are persons, never states; "the two sides" may be a state and those who fight it. */
export function findGroup(search: Search, draft: Draft, count: number, of: GroupOf): Draft[] | undefined {
  const { scan, memory } = search;
  const asState: KeyOf = (one) => stateCode(scan, one);
  const asSide: KeyOf = (one) => sideKey(scan, one);
  const isNamed: KeyOf = (one) => (isPerson(one) && one.actor?.country ? one.actor.id : undefined);
  if (of === "states")
    return (
      joined(search, draft, count, asState) ??
      joined(search, draft, count, asSide) ??
      present(memory, draft, count, asSide)
    );
  const here = of === "pair" ? undefined : joined(search, draft, count, asSide, 0);
  if (here) return here;
  const persons =
    (of === "persons" ? ofSeveral(search, draft, count) : undefined) ??
    memory.top(draft, count, 1, isNamed) ??
    memory.top(draft, count, 5, isNamed);
  return persons ?? (of === "pair" ? undefined : present(memory, draft, count, asState));
}
