import type { State } from "../../knowledge/index.ts";
import type { Sector } from "../../schema/index.ts";
import { namedActor, stateActor } from "./actors.ts";
import { add, addHit, type Draft, type Scan, take } from "./drafts.ts";
import { type Extension, extensionFrom, isNation } from "./extension.ts";
import type { Hit } from "./hits.ts";
import { isLanguage, isNamesake, isOthersOwn, stateOf } from "./nation-senses.ts";
import { actorOf, wordsOf } from "./phrase.ts";
import { addPlace, isBeforeNoun, placeOf, settingOf } from "./places.ts";
import {
  hitAt,
  isCapital,
  isHeadline,
  isNominal,
  isPossessive,
  lower,
  senseOf,
  sentenceEnd,
  together,
} from "./words.ts";

const AND = new Set(["and", "or", "&", ",", "-", "\u2013", "/"]);
/** The end of a capitalised name that starts with the hit and ends in a word of `endings.tsv`. */
function endingAfter(scan: Scan, hit: Hit): { to: number; sector: Sector | undefined } | undefined {
  const end = Math.min(sentenceEnd(scan, hit.from), hit.to + 5);
  let found: { to: number; sector: Sector | undefined } | undefined;
  for (let token = hit.to; token < end && isCapital(scan, token) && scan.analysis.upos[token] !== "PRON"; token += 1) {
    const word = lower(scan, token);
    if (scan.knowledge.endings.has(word)) found = { to: token + 1, sector: scan.knowledge.endings.get(word) };
  }
  return found && !isHeadline(scan, hit.from) ? found : undefined;
}

/** Adjectives that share the noun of the last one: "Russian and Chinese bombers". */
function coordinated(scan: Scan, index: number): Hit[] {
  const list = [scan.hits[index]];
  for (let at = index; list.length < 6; at += 1) {
    const [hit, next] = [scan.hits[at], scan.hits[at + 1]];
    if (!next || !together(scan, hit.from, next.from) || !senseOf(hit, "adjective") || !isNation(next)) return list;
    const gap = next.from - hit.to;
    if (gap < 0 || gap > 3) return list;
    for (let token = hit.to; token < next.from; token += 1)
      if (!AND.has(lower(scan, token)) && scan.analysis.upos[token] !== "NUM") return list;
    list.push(next);
  }
  return list;
}

const COMPOUND = /^(compound|nmod|amod|flat)/;

/** Whether the words after the nation can belong to it: always after an adjective or 's; after a name as the tree says. */
function isAttributive(scan: Scan, hit: Hit, possessive: boolean): boolean {
  if (isOthersOwn(scan, hit)) return false;
  if (possessive || senseOf(hit, "adjective")) return true;
  if (!senseOf(hit, "state") && !senseOf(hit, "capital") && !senseOf(hit, "government")) return false;
  const { analysis } = scan;
  const last = hit.to - 1;
  return (
    COMPOUND.test(analysis.relation[last]) && (analysis.head[last] >= hit.to || analysis.relation[last] === "flat")
  );
}

const GOVERNED = new Set(["the", "that", "which", "these", "those"]);

/** "the Russians" are the state; "Russians" are people. */
const peopleSector = (scan: Scan, hit: Hit): Sector =>
  together(scan, hit.from - 1, hit.from) && GOVERNED.has(lower(scan, hit.from - 1)) ? "GOV" : "CVL";

/** "a Palestinian", "another Israeli". */
function isOneOf(scan: Scan, hit: Hit): boolean {
  if (together(scan, hit.from - 1, hit.from) && /^(a|an|another|every|each|one)$/.test(lower(scan, hit.from - 1)))
    return true;
  // "Palestinian stabs soldier"
  const { relation, upos } = scan.analysis;
  const acts = /^(nsubj|obj)/.test(relation[hit.to - 1]) && together(scan, hit.to, hit.from) && upos[hit.to] === "VERB";
  return acts && !together(scan, hit.from - 1, hit.from);
}

function bareActor(scan: Scan, hit: Hit, state: State, sector: Sector): Draft {
  const isPeople = senseOf(hit, "people") !== undefined && !senseOf(hit, "state");
  const aside = isOthersOwn(scan, hit);
  const actor = stateActor(state, sector);
  return addHit(scan, hit, { kind: "actor", name: state.name, actor, plural: isPeople, ...(aside && { aside }) });
}

/** A state, capital, palace or adjective with nothing after it: the state as an actor, a place, or both. */
function addBare(scan: Scan, hit: Hit, state: State): void {
  take(scan, hit.from, hit.to);
  const only = (kind: "adjective" | "people" | "government"): boolean =>
    senseOf(hit, kind) !== undefined && !senseOf(hit, "state") && !senseOf(hit, "capital");
  if (only("government")) {
    bareActor(scan, hit, state, "GOV");
    return;
  }
  if (only("adjective") || only("people")) {
    if (isLanguage(scan, hit)) return;
    const noun = together(scan, hit.to, hit.from) && isNominal(scan, hit.to);
    const people = senseOf(hit, "people") && !noun ? peopleSector(scan, hit) : "GOV";
    bareActor(scan, hit, state, !noun && isOneOf(scan, hit) ? "CVL" : people);
    return;
  }
  const capital = senseOf(hit, "capital") !== undefined;
  const setting = isBeforeNoun(scan, hit) ? (capital ? "in" : "none") : settingOf(scan, hit);
  const place = setting === "none" ? undefined : placeOf(hit, capital || senseOf(hit, "state") ? state : undefined);
  if (place) addPlace(scan, hit, place);
  if (setting !== "in") bareActor(scan, hit, state, "GOV");
}

function addExtended(scan: Scan, nations: readonly Hit[], extension: Extension): void {
  const last = nations[nations.length - 1];
  for (const nation of nations) {
    const state = stateOf(nation);
    if (!state) continue;
    if (nation === last)
      add(scan, nation.from, extension.to, { kind: "actor", ...actorOf(scan, nation.from, extension, state.code) });
    else {
      const singly =
        extension.person || extension.nameFrom !== undefined
          ? { to: extension.to, plural: extension.plural, ...(extension.agent ? { agent: extension.agent } : {}) }
          : { ...extension, plural: extension.agent?.kind !== "office" };
      addHit(scan, nation, { kind: "actor", ...actorOf(scan, nation.from, singly, state.code) });
    }
  }
  take(scan, nations[0].from, extension.to);
  addJoined(scan, extension.to, stateOf(last)?.code ?? null);
}

/** "Turkey's president and foreign minister": the second office is of the same state. */
function addJoined(scan: Scan, and: number, country: string | null): void {
  const from = and + 1;
  if (!together(scan, and - 1, from) || lower(scan, and) !== "and") return;
  const hit = hitAt(scan, from);
  if (!hit || (!senseOf(hit, "agent") && !senseOf(hit, "organ"))) return;
  const extension = extensionFrom(scan, from, from, false);
  if (!extension || extension.agent?.kind === "platform" || extension.plural) return;
  add(scan, from, extension.to, { kind: "actor", ...actorOf(scan, from, extension, country) });
  take(scan, from, extension.to);
}

/** "Bree's Prime Minister Romendacil", where a table knows that name as the state's: the office's holder. */
function withOwnName(scan: Scan, extension: Extension, state: State): Extension {
  if (extension.agent?.kind !== "office" || extension.plural || extension.nameFrom !== undefined) return extension;
  const hit = together(scan, extension.to - 1, extension.to) ? hitAt(scan, extension.to) : undefined;
  const own = hit?.from === extension.to && hit.senses.some((sense) => sense.kind === "state" && sense.state === state);
  return own ? { ...extension, nameFrom: extension.to, to: hit.to } : extension;
}

const ENVOYS = new Set([
  "envoy",
  "special envoy",
  "peace envoy",
  "ambassador",
  "representative",
  "special representative",
]);

/** "the UN Syria envoy": sent by whom is named before, to the state. */
const isSentBy = ({ drafts }: Scan, hit: Hit, { agent }: Extension): boolean =>
  ENVOYS.has(agent?.id ?? "") && drafts.at(-1)?.to === hit.from && drafts.at(-1)?.actor !== undefined;

/** Reads a nation and what follows it. Returns the index of the next hit to look at. */
export function readNation(scan: Scan, index: number): number {
  const hit = scan.hits[index];
  const state = stateOf(hit);
  if (!state || isNamesake(scan, hit)) {
    take(scan, hit.from, hit.to);
    return index + 1;
  }
  const nations = coordinated(scan, index);
  const last = nations[nations.length - 1];
  const possessive = together(scan, last.to, last.from) && isPossessive(scan, last.to);
  const after = last.to + (possessive ? 1 : 0);
  const reads = together(scan, after, last.from) && isAttributive(scan, last, possessive);
  const extension = reads ? extensionFrom(scan, hit.from, after, possessive) : undefined;
  if (extension && isSentBy(scan, hit, extension)) {
    take(scan, hit.from, hit.to);
    return index + 1;
  }
  const named = possessive ? undefined : endingAfter(scan, last);
  // "Coast Guard", "Energy Minister": the word is only the beginning of another name
  const ending = named && (hitAt(scan, named.to - 1)?.to ?? 0) > named.to ? undefined : named;
  if (ending && nations.length === 1 && !(ending.sector !== undefined && extension?.organ)) {
    if (ending.sector !== undefined) {
      const name = wordsOf(scan, hit.from, ending.to);
      add(scan, hit.from, ending.to, { kind: "actor", name, actor: namedActor(name, state.code, ending.sector) });
    }
    take(scan, hit.from, ending.to);
    return index + 1;
  }
  if (extension) {
    addExtended(scan, nations, withOwnName(scan, extension, state));
    return index + nations.length;
  }
  addBare(scan, hit, state);
  return index + 1;
}
