import { tokenText } from "../../schema/index.ts";
import { holderOf, personActor } from "./actors.ts";
import { isPerson, type Search } from "./antecedents.ts";
import { type Draft, headOf, type Scan } from "./drafts.ts";
import { stands } from "./strangers.ts";
import { together } from "./words.ts";

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
export function appose(scan: Scan, before: Draft | undefined, draft: Draft): void {
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
export function joinTitles(scan: Scan, before: Draft | undefined, draft: Draft): void {
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
export function pairOff({ scan, memory }: Search, draft: Draft): void {
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
