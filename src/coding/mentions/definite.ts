import { holderOf, personActor } from "./actors.ts";
import { findBand, lastWord, mainCountry } from "./antecedents.ts";
import { isArmed } from "./armed.ts";
import { type Draft, placeIn, type Scan, standFor } from "./drafts.ts";
import { datelineState } from "./home.ts";
import type { Memory } from "./memory.ts";
import { sentenceBegin } from "./words.ts";

/** "media in China … the police": police and courts are of the state in which the sentence is set before them. */
function siteOf(scan: Scan, draft: Draft): string | undefined {
  const sector = draft.actor?.sector;
  if (sector !== "COP" && sector !== "JUD") return undefined;
  const begin = scan.analysis.start[sentenceBegin(scan, draft.from)];
  const sites = scan.drafts.filter(({ place, start }) => place?.country && start >= begin && start < draft.start);
  return sites.at(-1)?.place?.country;
}

/** "the council" after "the Security Council". */
const isNamesake = (scan: Scan, one: Draft, draft: Draft): boolean =>
  one.actor?.id.startsWith("org.") === true && !one.agent && lastWord(scan, one) === lastWord(scan, draft);

/** Nouns for governments of which a text names hardly more than one. */
const RARE = new Set(["junta", "regime"]);

/** "the junta" where the text says of only one state that it has one, there or later. */
function onlyOne(scan: Scan, { agent }: Draft): string | undefined {
  if (!RARE.has(agent?.id ?? "")) return undefined;
  const [country, other] = new Set(
    scan.drafts.flatMap((one) => (one.agent?.id === agent?.id && one.actor?.country ? [one.actor.country] : [])),
  );
  return other === undefined ? country : undefined;
}

/** "the foreign ministry" where the text names that of one state only, there or later. */
function onlyOrgan(scan: Scan, { actor, agent }: Draft): string | undefined {
  const organ = actor?.id.startsWith("unknown.") && !agent ? actor.id.slice("unknown".length) : undefined;
  if (organ === undefined || !OWN.has(actor?.sector ?? "")) return undefined;
  const named = scan.drafts.flatMap((one) =>
    one.actor?.country && one.actor.id === `${one.actor.country}${organ}` ? [one.actor.country] : [],
  );
  const [country, other] = new Set(named);
  return other === undefined ? country : undefined;
}

const OWN: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "LEG", "JUD"]);

/** "the government", "the army", where several states are spoken of: that of the dateline. */
function here(scan: Scan, { actor, agent }: Draft): string | undefined {
  const isBody = agent ? agent.kind === "body" : actor?.id.startsWith("unknown.") === true;
  return isBody && OWN.has(actor?.sector ?? "") ? datelineState(scan) : undefined;
}

/** A spokesman or spokeswoman may be called a spokesperson later, and the other way round. */
const SPEAKING = new Set([
  "spokesman spokesperson",
  "spokesperson spokesman",
  "spokeswoman spokesperson",
  "spokesperson spokeswoman",
]);
const isOffice = ({ agent, actor }: Draft, fits: (office: string) => boolean): boolean =>
  [agent?.id, actor?.role].some((office) => office !== undefined && fits(office));

/** "the rebel leader" holds no office of a state. */
const isBand = (draft: Draft): boolean => isArmed(draft) || draft.actor?.sector === "OPP";

/** Finds whom "the minister", "the army", "the rebels" stand for: somebody named before, or the state's that the text speaks of. */
export function findDefinite(scan: Scan, memory: Memory, draft: Draft): void {
  const office = draft.agent?.id;
  const isSame =
    (fits: (other: string) => boolean) =>
    (one: Draft): boolean => {
      if (one.refersTo !== undefined && one.actor?.country === null) return false;
      if (one.kind !== "actor" || one.plural !== draft.plural) return false;
      if (isBand(draft) && one.actor?.sector !== draft.actor?.sector) return false;
      if (draft.agent?.kind === "body" && isNamesake(scan, one, draft)) return true;
      if (draft.agent) return isOffice(one, fits);
      return lastWord(scan, one) === lastWord(scan, draft) && one.actor?.country != null;
    };
  const exact = memory.last(
    draft,
    isSame((other) => other === office),
  );
  const speaks = exact === undefined && office?.startsWith("spokes");
  const same = speaks
    ? memory.last(
        draft,
        isSame((other) => SPEAKING.has(`${office} ${other}`)),
      )
    : exact;
  const known = same?.actor ? same : findBand(scan, memory, draft);
  if (known) {
    standFor(draft, known);
    return;
  }
  const country =
    onlyOne(scan, draft) ??
    siteOf(scan, draft) ??
    mainCountry(scan, memory, draft) ??
    onlyOrgan(scan, draft) ??
    here(scan, draft);
  if (country === undefined || !draft.actor) return;
  if (draft.agent && draft.agent.kind !== "office" && draft.agent.kind !== "body") return;
  const holder =
    draft.agent?.kind === "office" && !isBand(draft)
      ? holderOf(scan.knowledge, country, draft.agent.id, scan.day)
      : undefined;
  if (holder) {
    draft.name = holder.name;
    draft.actor = personActor(holder, scan.day);
    draft.person = { gender: holder.gender, known: holder };
    return;
  }
  placeIn(draft, country);
}
