import { tokenCount } from "../../schema/index.ts";
import { add, type Open, type Scan, take } from "./drafts.ts";
import { numberOf } from "./equipment.ts";
import { isNominal, lower, sentenceEnd, together } from "./words.ts";

const PRONOUNS = new Map<string, "he" | "she" | "it" | "they">([
  ["he", "he"],
  ["him", "he"],
  ["his", "he"],
  ["himself", "he"],
  ["she", "she"],
  ["her", "she"],
  ["hers", "she"],
  ["herself", "she"],
  ["it", "it"],
  ["its", "it"],
  ["itself", "it"],
  ["they", "they"],
  ["them", "they"],
  ["their", "they"],
  ["theirs", "they"],
  ["themselves", "they"],
]);
const STATES = new Set(
  "nations countries sides states powers neighbours neighbors allies rivals capitals partners superpowers adversaries economies militaries armies navies giants republics".split(
    " ",
  ),
);
const KINGDOMS = new Set("SAU GBR JOR MAR BHR THA KHM BTN LSO SWZ TON ESP BEL NLD DNK NOR SWE".split(" "));
const EMIRATES = new Set(["QAT", "KWT", "ARE"]);
const MONARCHIES = new Set([...KINGDOMS, ...EMIRATES, "OMN", "BRN", "MYS", "JPN", "LUX", "LIE", "MCO"]);
const ISLANDS = new Set(
  "TWN CUB CYP LKA IRL ISL MLT JAM HTI DOM BHR SGP NRU MUS MDG TLS GRL PRI BRB GRD CPV COM GUM BMU ABW CUW CYM JEY IMN".split(
    " ",
  ),
);
const ALONE = new Map<string, Open>([
  ["country", { kind: "noun", of: "state" }],
  ["nation", { kind: "noun", of: "state" }],
  ["kingdom", { kind: "noun", of: "state", among: KINGDOMS }],
  ["monarchy", { kind: "noun", of: "state", among: MONARCHIES }],
  ["emirate", { kind: "noun", of: "state", among: EMIRATES }],
  ["sultanate", { kind: "noun", of: "state", among: new Set(["OMN", "BRN"]) }],
  ["island", { kind: "noun", of: "state", among: ISLANDS }],
  ["republic", { kind: "noun", of: "state" }],
  ["bloc", { kind: "noun", of: "organisation" }],
  ["alliance", { kind: "noun", of: "organisation" }],
  ["organization", { kind: "noun", of: "organisation" }],
  ["organisation", { kind: "noun", of: "organisation" }],
  ["group", { kind: "noun", of: "organisation" }],
  ["company", { kind: "noun", of: "company" }],
  ["firm", { kind: "noun", of: "company" }],
]);
/** What several states together are called behind "this": "this coalition", "that new axis". */
const ALLIANCES = new Set(["coalition", "alliance", "axis", "partnership", "entente", "duo", "tandem", "bloc"]);
const FIRST = new Set(["the", "both", "these", "all", "our", "their", "two", "three"]);
const NEEDS_NUMBER = new Set([
  "states",
  "powers",
  "allies",
  "partners",
  "economies",
  "rivals",
  "neighbours",
  "neighbors",
  "capitals",
  "navies",
  "armies",
]);

/** The token after "would be", "has been"; the token itself where no such words stand there. */
function bePast(scan: Scan, from: number): number {
  const { analysis } = scan;
  let token = from;
  while (together(scan, from, token) && analysis.upos[token] === "AUX") token += 1;
  return token > from + 1 && analysis.lemma[token - 1] === "be" && together(scan, from, token) ? token : from;
}

/** What a state or organisation can be said to be: "It is a member of NATO". */
const BODIES = new Set(
  "country nation state member ally partner power neighbour neighbor kingdom republic democracy party signatory exporter importer producer buyer supplier organisation organization alliance group movement union bloc host donor home backer supporter rival enemy foe target victim part one island".split(
    " ",
  ),
);

/** "It was the third such incident": it is a thing, unless it is said to be what states are. */
function isThingTold({ analysis }: Scan, token: number): boolean {
  const noun = analysis.head[token];
  if (noun < token || !analysis.relation[token].startsWith("nsubj") || analysis.upos[noun] !== "NOUN") return false;
  for (let at = token + 1; at < noun; at += 1)
    if (analysis.head[at] === noun && analysis.relation[at] === "cop") return !BODIES.has(analysis.lemma[noun]);
  return false;
}

/** "It is likely that" means nobody. */
function isEmpty(scan: Scan, token: number): boolean {
  const { analysis } = scan;
  if (/^expl/.test(analysis.relation[token])) return true;
  if (lower(scan, token) !== "it" || !together(scan, token, token + 2)) return false;
  const verb = bePast(scan, token + 1);
  if (verb > token + 1) return analysis.upos[verb] === "ADJ";
  if (isThingTold(scan, token)) return true;
  const be = analysis.lemma[token + 1] === "be" || /^['\u2019]s$/.test(lower(scan, token + 1));
  if (/^(seem|appear|emerge|remain|turn)$/.test(analysis.lemma[token + 1])) return true;
  const told =
    analysis.upos[token + 2] === "VERB" && together(scan, token, token + 3) && lower(scan, token + 3) === "that";
  const said = analysis.upos[token + 2] === "ADJ" && !isSaidOf(scan, token, token + 2);
  return be && (told || said || /^(that|time|not|n't|also)$/.test(lower(scan, token + 2)));
}

/** "The alliance says it is defensive": of somebody who speaks of himself, unless a clause follows that it announces. */
function isSaidOf(scan: Scan, token: number, adjective: number): boolean {
  const { relation, head } = scan.analysis;
  const next = together(scan, token, adjective + 1) ? lower(scan, adjective + 1) : "";
  return head[token] === adjective && relation[adjective] === "ccomp" && !/^(that|to|for|whether|if|how)$/.test(next);
}

function readPronoun(scan: Scan, token: number): boolean {
  const word = PRONOUNS.get(lower(scan, token));
  if (!word || isEmpty(scan, token)) return false;
  add(scan, token, token + 1, { kind: "actor", open: { kind: "pronoun", word }, plural: word === "they" });
  return true;
}

/** "the two giant states", "both sides": [from, to) and the number, undefined where it is none. */
function groupAt(scan: Scan, from: number): { to: number; open: Open } | undefined {
  const first = lower(scan, from);
  if (!FIRST.has(first)) return undefined;
  let count = first === "both" ? 2 : (numberOf(first) ?? 0);
  const end = Math.min(sentenceEnd(scan, from), from + 5);
  for (let token = from + (first === "two" || first === "three" || first === "both" ? 0 : 1); token < end; token += 1) {
    const word = lower(scan, token);
    if (scan.taken[token]) return undefined;
    if (STATES.has(word)) {
      const free = count >= 2 && count <= 6;
      return free || (first === "the" && count === 0 && !NEEDS_NUMBER.has(word) && token === from + 1)
        ? { to: token + 1, open: { kind: "group", count: count || 2, of: "states" } }
        : undefined;
    }
    count = numberOf(word) ?? count;
    if (token > from && !isNominal(scan, token)) return undefined;
  }
  return undefined;
}

/** "The two agreed", "the pair": a number with nothing behind it. */
function pairAt(scan: Scan, from: number): boolean {
  if (lower(scan, from) !== "the" || !together(scan, from, from + 1)) return false;
  const word = lower(scan, from + 1);
  const next = from + 2;
  const ends = !together(scan, from, next) || !(isNominal(scan, next) || lower(scan, next) === "of");
  return (word === "two" || word === "pair") && ends;
}

function readGroup(scan: Scan, token: number): number {
  const group = groupAt(scan, token);
  if (group) {
    add(scan, token, group.to, { kind: "actor", open: group.open, plural: true });
    take(scan, token, group.to);
    return group.to;
  }
  if (pairAt(scan, token)) {
    add(scan, token, token + 2, {
      kind: "actor",
      open: { kind: "group", count: 2, of: lower(scan, token + 1) === "pair" ? "pair" : "persons" },
      plural: true,
    });
    return token + 2;
  }
  return token;
}

function readNoun(scan: Scan, token: number): number {
  if (lower(scan, token) !== "the" || !together(scan, token, token + 1) || scan.taken[token + 1]) return token;
  const open = ALONE.get(lower(scan, token + 1));
  const next = token + 2;
  if (!open || (together(scan, token, next) && (isNominal(scan, next) || lower(scan, next) === "of"))) return token;
  add(scan, token, next, { kind: "actor", open });
  return next;
}

/** "the former", "the latter" with nothing behind it. */
function readOrdinal(scan: Scan, token: number): number {
  if (lower(scan, token) !== "the" || !together(scan, token, token + 1)) return token;
  const which = lower(scan, token + 1);
  const next = token + 2;
  if ((which !== "former" && which !== "latter") || (together(scan, token, next) && isNominal(scan, next)))
    return token;
  add(scan, token, next, { kind: "actor", open: { kind: "ordinal", which } });
  return next;
}

/** "this extraordinary alliance": the states that the text named together last. */
function readAlliance(scan: Scan, from: number): number {
  const first = lower(scan, from);
  if (first !== "this" && first !== "that") return from;
  let noun = from + 1;
  while (noun < from + 3 && together(scan, from, noun) && scan.analysis.upos[noun] === "ADJ") noun += 1;
  if (!together(scan, from, noun) || !ALLIANCES.has(lower(scan, noun))) return from;
  const next = noun + 1;
  if (together(scan, noun, next) && (isNominal(scan, next) || /^(of|between|with)$/.test(lower(scan, next))))
    return from;
  const known = scan.drafts.findIndex((draft) => draft.from <= noun && draft.to > noun);
  if (known >= 0 && (scan.drafts[known].actor?.country ?? null) !== null) return from;
  if (known >= 0) scan.drafts.splice(known, 1);
  add(scan, from, next, { kind: "actor", open: { kind: "alliance" } });
  take(scan, from, next);
  return next;
}

/** Finds pronouns, groups ("the two nations") and nouns ("the country") that stand for somebody named before. */
export function readOpenings(scan: Scan): void {
  for (let token = 0; token < tokenCount(scan.analysis); token += 1) {
    if (scan.taken[token]) continue;
    const alliance = readAlliance(scan, token);
    if (alliance > token) {
      token = alliance - 1;
      continue;
    }
    if (readPronoun(scan, token)) continue;
    const to = Math.max(readGroup(scan, token), readNoun(scan, token), readOrdinal(scan, token));
    if (to > token) token = to - 1;
  }
}
