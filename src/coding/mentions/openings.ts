import { tokenCount } from "../../schema/index.ts";
import { readKorea, readNoun, readOrdinal, readOwnCountry } from "./descriptions.ts";
import { add, type Open, type Scan, take } from "./drafts.ts";
import { numberOf } from "./equipment.ts";
import { isEmpty } from "./expletives.ts";
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
    const country = readOwnCountry(scan, token);
    if (country > token) {
      token = country - 1;
      continue;
    }
    if (readPronoun(scan, token)) continue;
    const to = Math.max(
      readGroup(scan, token),
      readNoun(scan, token),
      readOrdinal(scan, token),
      readKorea(scan, token),
    );
    if (to > token) token = to - 1;
  }
}
