import { type Analysis, tokenCount, tokenText } from "../../schema/index.ts";
import { namedActor } from "./actors.ts";
import { add, type Draft, type Scan, take } from "./drafts.ts";
import { extensionFrom } from "./extension.ts";
import type { Hit } from "./hits.ts";
import { actorOf, wordsOf } from "./phrase.ts";
import { hitAt, lower, together } from "./words.ts";

/** A name that the text gives in full with its letters behind it: "the Rapid Support Forces (RSF)". */
export interface Acronym {
  readonly letters: string;
  /** The tokens of the full name, [from, to). */
  readonly from: number;
  readonly to: number;
}

const LETTERS = /^\p{Lu}[\p{Lu}\p{N}&/-]{1,7}$/u;
const SMALL = new Set("of the for and on in de du des la le les to &".split(" "));
const LONGEST = 10;

/** Where a full name begins whose words have these first letters; -1 where the words before `to` are no such name. */
function beginOf(analysis: Analysis, to: number, letters: string): number {
  const first = analysis.sentenceStart[analysis.sentence[to - 1]];
  let at = letters.length - 1;
  for (let token = to - 1; token >= Math.max(first, to - LONGEST) && at >= 0; token -= 1) {
    const word = tokenText(analysis, token);
    if (SMALL.has(word.toLowerCase()) || word === "-") continue;
    if (word[0].toUpperCase() !== letters[at] || !/^\p{Lu}/u.test(word)) return -1;
    at -= 1;
    if (at < 0) return token;
  }
  return -1;
}

const isBracket = (analysis: Analysis, token: number, bracket: string): boolean =>
  token >= 0 && token < tokenCount(analysis) && tokenText(analysis, token) === bracket;

/** The acronyms that a text explains. */
export function acronymsOf(analysis: Analysis): Map<string, Acronym> {
  const found = new Map<string, Acronym>();
  for (let token = 2; token < tokenCount(analysis); token += 1) {
    const letters = tokenText(analysis, token);
    if (!LETTERS.test(letters) || found.has(letters)) continue;
    if (!isBracket(analysis, token - 1, "(") || !isBracket(analysis, token + 1, ")")) continue;
    const from = beginOf(analysis, token - 1, letters.replace(/[^\p{Lu}]/gu, ""));
    if (from >= 0) found.set(letters, { letters, from, to: token - 1 });
  }
  return found;
}

/** Whether the text has said that the letters of this hit mean somebody else than the tables think. */
export function isRedefined(scan: Scan, hit: Hit): boolean {
  const acronym = hit.to - hit.from === 1 ? scan.acronyms.get(tokenText(scan.analysis, hit.from)) : undefined;
  if (!acronym) return false;
  const full = hitAt(scan, acronym.from);
  const same = full?.senses.some((sense) =>
    hit.senses.some((other) => sense.kind === other.kind && JSON.stringify(sense) === JSON.stringify(other)),
  );
  return !same;
}

/** The mention that the full name gave, or a new one where it gave none and ends in what such a name ends in. */
function fullOf(scan: Scan, { from, to }: Acronym): Draft | undefined {
  const known = scan.drafts.find((draft) => draft.to === to && draft.from < to && draft.actor !== undefined);
  if (known) return known.from <= from + 1 ? known : undefined;
  if (scan.taken.subarray(from, to).some((mark) => mark === 1)) return undefined;
  const ending = lower(scan, to - 1);
  if (scan.knowledge.endings.has(ending) && scan.knowledge.endings.get(ending) === undefined) return undefined;
  const name = wordsOf(scan, from, to);
  const draft = add(scan, from, to, { kind: "actor", name, actor: namedActor(name, null, sectorOf(scan, from, to)) });
  take(scan, from, to);
  return draft;
}

const HEADS: readonly (readonly [RegExp, "REB" | "PTY" | "GOV" | "COP" | "MIL" | "LAB" | "NGO"])[] = [
  [/^(ministry|department|agency|authority|commission|bureau|administration|directorate|secretariat|service)$/, "GOV"],
  [/^(party|congress|democrats)$/, "PTY"],
  [/^police$/, "COP"],
  [/^(guard|force|forces|command)$/, "MIL"],
  [/^(front|army|brigade|brigades|resistance|militia)$/, "REB"],
  [/^(workers|teachers|employees|unions)$/, "LAB"],
  [/^(association|federation|network|watch|foundation|society|observatory)$/, "NGO"],
];

/** What a name is by the words in it, the first that tells: "Ministry of …", "Movement for …". */
function sectorOf(scan: Scan, from: number, to: number): ReturnType<typeof namedActor>["sector"] {
  for (let token = from; token < to; token += 1) {
    const sector = HEADS.find(([pattern]) => pattern.test(lower(scan, token)))?.[1];
    if (sector) return sector;
  }
  return "UNK";
}

/** "RSF", "RSF fighters": whoever the full name is, or his people. */
function addShort(scan: Scan, token: number, full: Draft): void {
  const extension = extensionFrom(scan, token, token + 1, false);
  const { name, actor } = full;
  if (!actor) return;
  if (!extension) add(scan, token, token + 1, { kind: "actor", name, actor, refersTo: [full] });
  else {
    const who = actorOf(scan, token, extension, actor.country);
    const own =
      who.actor && !who.actor.id.startsWith("person.")
        ? { ...who.actor, sector: sectorIn(actor, who.actor) }
        : who.actor;
    const inside = (draft: Draft): boolean => draft.from > token && draft.to <= extension.to;
    for (let at = scan.drafts.length - 1; at >= 0; at -= 1) if (inside(scan.drafts[at])) scan.drafts.splice(at, 1);
    add(scan, token, extension.to, { kind: "actor", ...who, actor: own });
  }
  take(scan, token, extension?.to ?? token + 1);
}

const OFFICIAL = new Set(["GOV", "MIL", "UNK", "UAF", "PRM", "REB"]);

/** The people of a body are of its sector, but for civilians and the like. */
const sectorIn = (body: NonNullable<Draft["actor"]>, own: NonNullable<Draft["actor"]>): typeof own.sector =>
  OFFICIAL.has(own.sector) && body.sector !== "UNK" ? body.sector : own.sector;

/** Reads the acronyms that the text itself explains, wherever no table has read them. */
export function readAcronyms(scan: Scan): void {
  if (scan.acronyms.size === 0) return;
  const full = new Map([...scan.acronyms.values()].map((one) => [one.letters, fullOf(scan, one)]));
  for (let token = 0; token < tokenCount(scan.analysis); token += 1) {
    const one = full.get(tokenText(scan.analysis, token));
    const hyphen = together(scan, token, token + 1) && /^[-\u2010]/.test(tokenText(scan.analysis, token + 1));
    if (one && !scan.taken[token] && !hyphen) addShort(scan, token, one);
  }
}
