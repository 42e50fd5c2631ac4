import type { Organisation } from "../../knowledge/index.ts";
import type { Scan } from "./drafts.ts";
import { type Extension, isNation } from "./extension.ts";
import type { Hit } from "./hits.ts";
import { isNamesake, stateOf } from "./nation-senses.ts";
import { hitAt, isCapital, isPossessive, lower, senseOf, sentenceEnd, together } from "./words.ts";

const LINKS = new Set(["of", "for", "from", "in", "at", "with"]);
export const ARTICLES = new Set(["the", "a", "an", "this", "that", "these", "those"]);

/** The nation that a complement names: "president of Ukraine", "troops from Chad", "police in Berlin". */
export interface Complement {
  readonly hit: Hit;
  readonly country: string;
  readonly link: string;
  /** Where the phrase goes on behind the nation, the nation itself is only part of a longer actor. */
  readonly whole: boolean;
  readonly of?: Organisation;
}

/** "an official from the Turkish foreign ministry", "a spokesman at the German embassy". */
function organAt(scan: Scan, hit: Hit, country: string, link: string): Complement | undefined {
  const organ = together(scan, hit.to, hit.from) ? hitAt(scan, hit.to) : undefined;
  return organ && senseOf(organ, "organ") && link !== "in" ? { hit, country, link, whole: false } : undefined;
}

/** The nation that starts at the token, where it can stand behind the link. */
function nationAt(scan: Scan, hit: Hit, link: string): Complement | undefined {
  const state = isNation(hit) && !isNamesake(scan, hit) ? stateOf(hit) : undefined;
  if (!state) return undefined;
  const whole = senseOf(hit, "state") !== undefined || senseOf(hit, "capital") !== undefined;
  if (link !== "of" && link !== "for" && !whole) return organAt(scan, hit, state.code, link);
  const possessive = together(scan, hit.to, hit.from) && isPossessive(scan, hit.to);
  return { hit, country: state.code, link, whole: whole && !possessive };
}

/** The body, person or place that starts at the token, where it tells of a country: "the government of Recep Tayyip Erdogan". */
function bodyOrPlaceAt(hit: Hit, link: string): Complement | undefined {
  const person = link === "of" ? senseOf(hit, "person")?.person : undefined;
  const role = person?.roles.at(-1);
  if (role) return { hit, country: role.country, link, whole: false };
  const organ = senseOf(hit, "organ")?.organ;
  if (organ && organ.country !== "") return { hit, country: organ.country, link, whole: false };
  const organisation = senseOf(hit, "organisation")?.organisation;
  if (organisation) return { hit, country: organisation.country, link, whole: false, of: organisation };
  const country = link === "of" ? undefined : senseOf(hit, "place")?.place.country;
  return country === undefined ? undefined : { hit, country, link, whole: false };
}

/** "politicians in Paris, Berlin and London": of no one country. */
function startsList(scan: Scan, hit: Hit): boolean {
  if (!together(scan, hit.to, hit.from) || !/^(,|and|or|&)$/.test(lower(scan, hit.to))) return false;
  let next = hit.to + 1;
  if (together(scan, hit.from, next) && lower(scan, next) === "the") next += 1;
  const other = together(scan, hit.from, next) ? hitAt(scan, next) : undefined;
  return other !== undefined && (isNation(other) || senseOf(other, "place") !== undefined);
}

/** "the 10-country Association": the name behind how many members it has. */
function behindCount(scan: Scan, from: number): number {
  let token = from;
  while (
    together(scan, from, token) &&
    /^(\d+([-\u2010]\p{L}+)?|[-\u2010]|member|nation|country|state|strong)$/u.test(lower(scan, token))
  )
    token += 1;
  return token;
}

function complementAfter(scan: Scan, to: number, lists = false): Complement | undefined {
  if (to >= sentenceEnd(scan, to - 1)) return undefined;
  const link = lower(scan, to);
  if (!LINKS.has(link)) return undefined;
  let start = to + (together(scan, to, to + 1) && ARTICLES.has(lower(scan, to + 1)) ? 2 : 1);
  if (together(scan, to, start) && /^\d/.test(lower(scan, start))) start = behindCount(scan, start);
  const hit = together(scan, to, start) ? hitAt(scan, start) : undefined;
  if (!hit || hit.from !== start) return undefined;
  const listed = lists && senseOf(hit, "state") !== undefined;
  if (link !== "of" && !listed && startsList(scan, hit)) return undefined;
  return isNation(hit) ? nationAt(scan, hit, link) : bodyOrPlaceAt(hit, link);
}

/** Who is somebody's critic is not his man. */
const AGAINST = new Set(["critic", "opponent", "political opponent"]);

const LEAVING = new Set("withdraw withdrawal pull pullout remove removal evacuate leave move".split(" "));

/** "withdrew its troops from Chad", "the withdrawal of troops from Chad". */
function isWithdrawn({ analysis }: Scan, token: number): boolean {
  for (let at = analysis.head[token], steps = 0; at >= 0 && steps < 3; at = analysis.head[at], steps += 1)
    if (LEAVING.has(analysis.lemma[at])) return true;
  return false;
}

/** Sectors whose bodies are of the state in which they are: "courts in France, Germany and Sweden". */
export const SEATED: ReadonlySet<string> = new Set(["JUD", "COP", "LEG", "GOV"]);

/** Where soldiers and police are at home: "an army camp in Chad" is Chad's. */
const POST = /^(army|military|police) (base|camp|post|outpost|position|checkpoint|barracks|garrison)$/;

/** An embassy is never of the state in which it is: "its embassy in Chad". */
const HOSTING = new Set(["in", "at", "to"]);

/** Troops in a country are mostly another's, and missiles fired at one are not its own. */
export function ownComplement(scan: Scan, { to, agent, organ, plural }: Extension): Complement | undefined {
  const complement = complementAfter(scan, to, plural && SEATED.has((agent ?? organ)?.sector ?? ""));
  if (organ?.id === "embassy" && HOSTING.has(complement?.link ?? "")) return undefined;
  if (complement?.link === "of" && AGAINST.has(agent?.id ?? "")) return undefined;
  const isForce = agent?.kind === "platform" || (agent ?? organ)?.sector === "MIL";
  if (!isForce || !complement || complement.link === "of" || POST.test(agent?.id ?? "")) return complement;
  return complement.link === "from" && !isWithdrawn(scan, to - 1) ? complement : undefined;
}

const RANKS = new Set(["extraordinary", "plenipotentiary"]);
const AND = new Set(["and", "&", ","]);
const MAX_PORTFOLIO = 12;

/** Who holds an office is no part of another's portfolio. */
const isSomebody = (scan: Scan, token: number): boolean => {
  const hit = hitAt(scan, token);
  return (
    hit !== undefined &&
    (isNation(hit) || ["person", "short"].some((kind) => hit.senses.some((one) => one.kind === kind)))
  );
};

const goesOn = (scan: Scan, token: number): boolean =>
  AND.has(lower(scan, token)) || (isCapital(scan, token) && !isSomebody(scan, token));

/** Whose the office is whose portfolio starts at the token: "and Rural Affairs of Ost". */
function behindPortfolio(scan: Scan, to: number): Complement | undefined {
  const end = Math.min(sentenceEnd(scan, to - 1), to + MAX_PORTFOLIO);
  for (let token = to; token < end; token += 1) {
    const isLink = lower(scan, token) === "of" || lower(scan, token) === "for";
    const complement = isLink && token > to ? complementAfter(scan, token) : undefined;
    if (complement?.link === "of") return isNation(complement.hit) ? complement : undefined;
    if (!isLink && !goesOn(scan, token)) return undefined;
  }
  return undefined;
}

/** "Minister of Trade and Rural Affairs of Ost", "Ambassador Extraordinary and Plenipotentiary of Ost": whose the office is, behind what it is for. */
export function portfolioComplement(scan: Scan, { to, agent, organ, nameFrom }: Extension): Complement | undefined {
  const isRanked = nameFrom !== undefined && RANKS.has(lower(scan, nameFrom));
  if ((nameFrom !== undefined && !isRanked) || !(organ || agent?.kind === "office")) return undefined;
  const start = nameFrom ?? to;
  if (start >= sentenceEnd(scan, to - 1)) return undefined;
  const first = lower(scan, start);
  return RANKS.has(first) || AND.has(first) || first === "of" || first === "for"
    ? behindPortfolio(scan, start)
    : undefined;
}

/** "leaders of China and Russia": the states behind the first one. */
export function moreNations(scan: Scan, first: Hit): Hit[] {
  const nations = [first];
  for (let last = first; nations.length < 8; ) {
    let next = last.to;
    while (together(scan, next, last.from) && /^(,|and|&|the)$/.test(lower(scan, next))) next += 1;
    const hit = next > last.to && together(scan, next, last.from) ? hitAt(scan, next) : undefined;
    if (!hit || hit.from !== next || !senseOf(hit, "state")) return nations;
    if (together(scan, hit.to, hit.from) && isPossessive(scan, hit.to)) return nations;
    nations.push(hit);
    last = hit;
  }
  return nations;
}
