import type { Knowledge } from "../../knowledge/index.ts";
import type { Draft, Scan } from "./drafts.ts";

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
export function settle(scan: Scan, drafts: readonly Draft[]): void {
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
export function settleOwn(scan: Scan, drafts: readonly Draft[]): void {
  const country = publishingState(scan);
  if (country === undefined) return;
  for (const draft of drafts) {
    const { actor } = draft;
    if (!actor || actor.country !== null || draft.refersTo || draft.plural) continue;
    if (!OWN_BODIES.test(scan.analysis.text.slice(draft.start, draft.end))) continue;
    draft.actor = { ...actor, country, id: actor.id.replace(/^unknown\./, `${country}.`) };
  }
}
