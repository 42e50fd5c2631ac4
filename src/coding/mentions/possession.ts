import type { Organisation } from "../../knowledge/index.ts";
import { tokenText } from "../../schema/index.ts";
import { memberActor, stateActor } from "./actors.ts";
import { ARMED } from "./armed.ts";
import { type Draft, OWN_STATE, placeIn, type Scan } from "./drafts.ts";
import { isPossessive } from "./words.ts";

const organisationOf = ({ knowledge }: Scan, { actor }: Draft): Organisation | undefined =>
  actor?.id.startsWith("org.") ? knowledge.organisations.find(({ id }) => `org.${id}` === actor.id) : undefined;

/** Of these the forces of a rebel are rebels. */
const FIGHTING: ReadonlySet<string> = new Set(["MIL", "UAF"]);

/** "his country": the state itself. */
function beState({ knowledge }: Scan, draft: Draft, country: string | null): void {
  const state = country === null ? undefined : knowledge.stateOf(country);
  if (!state) return;
  draft.name = state.name;
  draft.actor = stateActor(state);
}

/** "its air force", "his government": the possessor's country. */
export function belongTo(scan: Scan, draft: Draft, possessors: readonly Draft[]): void {
  const countries = [...new Set(possessors.map((one) => one.actor?.country ?? null))];
  const country = countries.length === 1 ? countries[0] : null;
  // "his host President Lund": who is known keeps his own.
  if (!draft.actor || draft.person?.known) return;
  if (draft.actor.id === OWN_STATE) {
    beState(scan, draft, country);
    return;
  }
  const organisation = possessors.length === 1 ? organisationOf(scan, possessors[0]) : undefined;
  if (organisation && draft.agent && organisation.kind === "group") {
    draft.actor = memberActor(organisation, draft.agent);
    return;
  }
  const band = possessors.length === 1 ? possessors[0].actor?.sector : undefined;
  if (band && ARMED.has(band) && FIGHTING.has(draft.actor.sector)) draft.actor = { ...draft.actor, sector: band };
  if (country === null) {
    draft.refersTo = possessors;
    return;
  }
  placeIn(draft, country);
}

/** "the two nations' navies", "Putin's government": the possessor stands right before. */
export function possess(scan: Scan, before: Draft, draft: Draft): void {
  if (draft.open || draft.actor?.country !== null || draft.from !== before.to + 1 || before.actor === undefined) return;
  if (isPossessive(scan, before.to)) belongTo(scan, draft, before.refersTo ?? [before]);
}

/** "the Assad regime": of the country of the one whose it is. */
export function governed(before: Draft | undefined, draft: Draft): Draft {
  const country = before?.person && before.to === draft.from ? before.actor?.country : undefined;
  if (!before || !country || draft.actor?.country !== null) return draft;
  if (draft.person || draft.actor.id.startsWith("org.")) return draft;
  const id = draft.actor.id.replace(/^unknown\./, `${country}.`);
  const { open: _, ...rest } = draft;
  return { ...rest, from: before.from, start: before.start, actor: { ...draft.actor, country, id } };
}

/** "the government and people of Chad": of whom the second is, the first is too. */
export function share(scan: Scan, draft: Draft, next: Draft | undefined): void {
  const country = next?.actor?.country;
  if (!next || !country || draft.actor?.country !== null || draft.open?.kind !== "definite") return;
  const the = tokenText(scan.analysis, draft.to + 1).toLowerCase() === "the" ? 1 : 0;
  if (next.from !== draft.to + 1 + the || tokenText(scan.analysis, draft.to) !== "and" || next.to - next.from < 3)
    return;
  if (!/ of /.test(scan.analysis.text.slice(next.start, next.end))) return;
  draft.actor = { ...draft.actor, country, id: draft.actor.id.replace(/^unknown\./, `${country}.`) };
  draft.open = undefined;
}

const FOLLOWING = /^ (loyal|allied|aligned|sympathetic|linked|affiliated) (to|with) (the )?([a-z]+ )?$/;

/** "troops loyal to the Ivorian leader": of his country, though not its army. */
export function follow(scan: Scan, draft: Draft): void {
  const { actor, agent } = draft;
  if (!actor || actor.country !== null || (agent?.kind !== "people" && agent?.kind !== "force")) return;
  const leader = scan.drafts.find(
    (one) => one.from > draft.to + 1 && one.from < draft.to + 5 && one.kind === "actor" && !one.open,
  );
  const country = leader?.actor?.country;
  if (!leader || !country || !FOLLOWING.test(scan.analysis.text.slice(draft.end, leader.start))) return;
  draft.actor = { ...actor, country, id: actor.id.replace(/^unknown\./, `unknown.${country}.`) };
}
