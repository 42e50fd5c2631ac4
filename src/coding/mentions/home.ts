import type { Knowledge } from "../../knowledge/index.ts";
import { severalHold } from "./actors.ts";
import type { Draft, Scan } from "./drafts.ts";
import { lower } from "./words.ts";

/** Bodies of a state that a text about one state alone need not say the state of. */
const DOMESTIC: ReadonlySet<string> = new Set(["COP", "JUD", "LEG", "OPP"]);
/** Bodies and crowds that are of the place where the text says it is: "ALGIERS, Algeria - Police have arrested journalists". */
const THERE: ReadonlySet<string> = new Set([...DOMESTIC, "GOV", "MIL", "PTY", "REB", "UAF", "PRM", "CRM"]);
const CROWDS: ReadonlySet<string> = new Set(["CVL", "LAB", "EDU", "JRN", "MED", "REF"]);

const isHome = ({ actor, plural }: Draft, where: boolean): boolean => {
  const sector = actor?.sector ?? "UNK";
  return where ? THERE.has(sector) || (plural === true && CROWDS.has(sector)) : DOMESTIC.has(sector);
};

/** The state that a text is about: whether it is the only one, how often it is named, and whether the text says that it is there. */
interface Home {
  readonly country: string;
  readonly only: boolean;
  readonly weight: number;
  readonly where: boolean;
}

/** Whether the mention stands in a dateline: a sentence of a few words without a verb. */
function isInDateline({ analysis }: Scan, { from }: Draft): boolean {
  const sentence = analysis.sentence[from];
  const [begin, end] = [analysis.sentenceStart[sentence], analysis.sentenceStart[sentence + 1]];
  if (sentence > 2 || end - begin > 12) return false;
  return !analysis.upos.slice(begin, end).some((upos) => upos === "VERB" || upos === "AUX");
}

/** The state of the dateline, where the text names it again: "N'DJAMENA, July 3 (Reuters) - ... Chadian rebels". */
export function datelineState(scan: Scan, least = 2): string | undefined {
  const place = scan.drafts.find((draft) => draft.place?.country !== undefined && isInDateline(scan, draft));
  const country = place?.place?.country;
  const times = scan.drafts.filter(({ actor }) => actor?.country === country).length;
  return country !== undefined && Math.max(times, scan.countries.get(country) ?? 0) >= least ? country : undefined;
}

const isOther = (actor: Draft["actor"], country: string): boolean =>
  actor?.country != null && actor.country !== country;

const IN_DATELINE = 3;
/** The state that a text is about is named at least so often, and so many times as often as the next. */
const [OFTEN, TIMES] = [3, 3];
/** So often that a minister of no state is its own. */
const SURELY = 5;

/** The only state that the text names, or the one that it names far more often than any other. */
function homeOf(scan: Scan, drafts: readonly Draft[]): Home | undefined {
  const weights = new Map<string, number>();
  const places = new Set<string>();
  for (const draft of drafts) {
    const country = draft.actor?.country ?? draft.place?.country;
    if (!country || draft.aside || !scan.knowledge.stateOf(country)) continue;
    const inDateline = draft.place !== undefined && isInDateline(scan, draft);
    weights.set(country, (weights.get(country) ?? 0) + (inDateline ? IN_DATELINE : 1));
    if (draft.place) places.add(country);
  }
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1]);
  if (!first || (second && (first[1] < OFTEN || first[1] < TIMES * second[1]))) return undefined;
  const [country, weight] = first;
  const only = second === undefined && (weight >= OFTEN || !drafts.some(({ actor }) => isOther(actor, country)));
  return { country, only, weight, where: places.has(country) || weight >= OFTEN };
}

const NAMED_FOR =
  /^(the )?(government|federal|state|national|army|military|police|pro-government|pro-regime|junta|regime|presidential|parliamentary|cabinet|ministry) \p{Ll}/u;

/** Bodies, ministers and armed forces of which a text about several states says of which of them they are, unless they are of its own. */
function isOwn(scan: Scan, draft: Draft, home: Home): boolean {
  const { agent, person, name } = draft;
  const holds = agent?.kind === "office" && agent.id !== "leader" && !severalHold(agent.id);
  if (holds && person && name?.includes(" ")) return home.weight >= SURELY;
  const often = home.weight >= OFTEN;
  if (often && draft.open?.kind === "definite" && (!agent || agent.kind === "body")) return true;
  if (often && agent?.kind === "people" && draft.actor?.sector === "MIL") return true;
  return NAMED_FOR.test(scan.analysis.text.slice(draft.start, draft.end).toLowerCase());
}

const place = (draft: Draft, country: string): void => {
  const { actor } = draft;
  if (actor) draft.actor = { ...actor, country, id: actor.id.replace(/^unknown\./, `unknown.${country}.`) };
};

/** Several states, or those whom others have sent, are not the text's own. */
const FOREIGN =
  /\b(countries|nations|states|powers|leaders|allies|parties|sides|neighbou?rs|peacekeepers?|observers?|monitors|mediators?|embass(y|ies)|consulates?|ambassadors?)$/i;

const STATE: ReadonlySet<string> = new Set(["GOV", "MIL"]);

const isHomeless = ({ analysis: { text } }: Scan, { actor, refersTo, aside, start, end }: Draft): boolean =>
  actor?.country === null && !refersTo && !aside && !(STATE.has(actor.sector) && FOREIGN.test(text.slice(start, end)));

/** In a text about one state, its police and courts, and where the text says that it is there, its people too. */
export function settle(scan: Scan, drafts: readonly Draft[]): void {
  const home = homeOf(scan, drafts);
  const front = frontOf(scan, drafts);
  const written = datelineState(scan, 1);
  for (const draft of drafts) {
    if (!isHomeless(scan, draft)) continue;
    const own = home && isHome(draft, true) && isOwn(scan, draft, home);
    if (home && (own || (home.only && isHome(draft, home.where)))) place(draft, home.country);
    else if (written !== undefined && isWriter(scan, draft)) place(draft, written);
    else if (front !== undefined && INSURGENT.has(draft.actor?.sector ?? "")) place(draft, front);
  }
  for (const draft of drafts) followOne(draft);
}

const SPOKEN_FOR: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "JUD", "LEG"]);

/** "JAMMU, Dec 16: ... a defence official said": one official of no state is of the state in which the text is written, if it names it. */
function isWriter(scan: Scan, { agent, actor, plural, open, from }: Draft): boolean {
  if (plural || open || !SPOKEN_FOR.has(actor?.sector ?? "")) return false;
  if (lower(scan, from - 1) === "foreign") return false;
  return agent !== undefined && agent.kind !== "force" && agent.kind !== "platform" && agent.id !== "leader";
}

const INSURGENT: ReadonlySet<string> = new Set(["REB", "UAF"]);

/** The state in which all armed groups of the text fight, where it names any. */
function frontOf({ knowledge }: Scan, drafts: readonly Draft[]): string | undefined {
  const armed = drafts.filter(({ actor }) => INSURGENT.has(actor?.sector ?? "") && actor?.country !== null);
  const [country, other] = new Set(armed.map(({ actor }) => actor?.country ?? ""));
  return country !== undefined && other === undefined && knowledge.stateOf(country) ? country : undefined;
}

/** Whoever stands for one that has found his state now is of that state too. */
function followOne(draft: Draft): void {
  const [antecedent, more] = draft.refersTo ?? [];
  if (!antecedent?.actor || more || draft.actor?.country !== null || antecedent.actor.country === null) return;
  if (draft.actor.sector === antecedent.actor.sector) draft.actor = antecedent.actor;
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
