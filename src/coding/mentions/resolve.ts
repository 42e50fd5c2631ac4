import { stateActor } from "./actors.ts";
import { findAlliance, findGroup, findNoun, findOrdinal, type Search, stateAround } from "./antecedents.ts";
import { appose, joinTitles, pairOff } from "./apposition.ts";
import { findDefinite } from "./definite.ts";
import { type Draft, headOf, type Open, OWN_STATE, type Scan, standFor } from "./drafts.ts";
import { readOn } from "./headline-office.ts";
import { settle, settleOwn } from "./home.ts";
import { Memory } from "./memory.ts";
import { organisationActor } from "./phrase.ts";
import { belongTo, follow, governed, possess, share } from "./possession.ts";
import { findPronoun } from "./pronouns.ts";
import { standingOf } from "./standing.ts";

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

/** "the group" is the organisation, also where its fighters were named. */
function beBody({ knowledge, day }: Scan, draft: Draft): void {
  draft.plural = false;
  const { organisations } = knowledge;
  const body = organisations.find(({ id }) => draft.actor?.id.startsWith(`org.${id}.`));
  if (!body) return;
  draft.name = body.name;
  draft.actor = organisationActor(standingOf(body, day));
  draft.person = undefined;
}

/** A noun for a state stands for it also where its president or army was named. */
function standForOne(scan: Scan, draft: Draft, open: Open, antecedent: Draft): void {
  standFor(draft, antecedent);
  if (open.kind === "noun" && open.of === "organisation") beBody(scan, draft);
  const code = open.kind === "noun" && open.of === "state" ? stateAround(scan, antecedent) : undefined;
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

function foundFor(
  search: Search,
  draft: Draft,
  open: Extract<Open, { kind: "pronoun" | "noun" | "ordinal" }>,
): Draft[] | undefined {
  if (open.kind === "pronoun") return findPronoun(search, draft, open.word);
  const { scan, memory } = search;
  const one = open.kind === "noun" ? findNoun(scan, memory, draft, open) : findOrdinal(search, draft, open.which);
  return one && [one];
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
  if (!found) return draft.actor !== undefined && draft.actor.id !== OWN_STATE;
  if (draft.actor) {
    belongTo(scan, draft, found);
    return draft.actor.id !== OWN_STATE;
  }
  if (found.length === 1) standForOne(scan, draft, open, found[0]);
  else standForAll(draft, found);
  return true;
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
    if (draft.kind === "place") memory.say(draft);
    if (draft.kind !== "actor") continue;
    pairOff(search, draft);
    appose(scan, before, draft);
    joinTitles(scan, before, draft);
    if (before) possess(scan, before, draft);
    before = draft;
    if (!draft.aside) memory.say(draft);
  }
  readOn(scan, found);
  settleOwn(scan, found);
  settle(scan, found);
  return found;
}
