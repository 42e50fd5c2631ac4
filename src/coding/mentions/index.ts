/** Mentions: who, where, with what, and which work a text names, and whom its pronouns stand for. */
import { plain } from "../../knowledge/index.ts";
import { type Sector, tokenCount } from "../../schema/index.ts";
import type { Sight, TokenMention } from "../types.ts";
import { acronymsOf, isRedefined, readAcronyms } from "./acronyms.ts";
import { readBody } from "./bodies.ts";
import { add, addHit, type Draft, headOf, LAST_DAY, type Scan, take } from "./drafts.ts";
import { readEquipment } from "./equipment.ts";
import { extensionFrom, isNation } from "./extension.ts";
import { type Hit, hitsOf } from "./hits.ts";
import { readNation } from "./nations.ts";
import { readOpenings } from "./openings.ts";
import { readPerson, readShort, rememberNamed } from "./persons.ts";
import { actorOf } from "./phrase.ts";
import { addPlace, isBeforeNoun, isInsideName, placeOf, settingOf } from "./places.ts";
import { resolveAll } from "./resolve.ts";
import { withStandings } from "./standing.ts";
import { readApposed, readSingles, readStrangers } from "./strangers.ts";
import { readSurnames } from "./surnames.ts";
import { senseOf, sentenceBegin } from "./words.ts";
import { readWorks } from "./works.ts";

function countriesOf(hits: readonly Hit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { senses } of hits) {
    const state = senses.flatMap((sense) => ("state" in sense ? [sense.state.code] : []))[0];
    if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

function scanOf({ analysis, knowledge, document }: Sight): Scan {
  const day = document.published?.slice(0, 10) ?? LAST_DAY;
  const hits = withStandings(hitsOf(analysis, knowledge.lexicon), day, analysis.text);
  const hitOn = new Int32Array(tokenCount(analysis)).fill(-1);
  hits.forEach((hit, index) => {
    for (let token = hit.from; token < hit.to; token += 1) if (hitOn[token] < 0) hitOn[token] = index;
  });
  return {
    analysis,
    knowledge,
    day,
    ...(document.publisher !== undefined && { publisher: document.publisher }),
    hits,
    hitOn,
    drafts: [],
    taken: new Uint8Array(tokenCount(analysis)),
    countries: countriesOf(hits),
    settings: new Map(),
    acronyms: acronymsOf(analysis),
    named: new Map(),
  };
}

/** "Punjab government", "Shanghai police": who belongs to the place. */
function readLocal(scan: Scan, hit: Hit, country: string | null): boolean {
  if (!isBeforeNoun(scan, hit)) return false;
  const extension = extensionFrom(scan, hit.from, hit.to, false);
  if (!extension) return false;
  add(scan, hit.from, extension.to, { kind: "actor", ...actorOf(scan, hit.from, extension, country) });
  take(scan, hit.from, extension.to);
  return true;
}

function readPlaceHit(scan: Scan, hit: Hit): void {
  const place = placeOf(hit);
  if (!place || isInsideName(scan, hit) || readLocal(scan, hit, place.country ?? null)) return;
  addPlace(scan, hit, place);
  take(scan, hit.from, hit.to);
}

/** An outlet's name of one word, which may be any word ("Trend"), is one only as a name, and not for its capital alone. */
function isOutlet(scan: Scan, hit: Hit): boolean {
  const { analysis } = scan;
  if (hit.to - hit.from > 1) return true;
  if (analysis.upos[hit.from] !== "PROPN") return false;
  return hit.from > sentenceBegin(scan, hit.from) || analysis.relation[hit.from].startsWith("nsubj");
}

/** "in Brussels": the place, not the organisation that is named after its seat. */
const isSeat = (scan: Scan, hit: Hit): boolean =>
  senseOf(hit, "place") !== undefined &&
  senseOf(hit, "organisation") !== undefined &&
  (settingOf(scan, hit) !== "none" || isBeforeNoun(scan, hit));

/** "anti-Isis coalition", "pro-Turkish fighters": whoever is against or for somebody is not he. */
const isAligned = ({ analysis }: Scan, hit: Hit): boolean =>
  /(^|[^\p{L}])(anti|pro|non|counter|post|ex)[-\u2010\u2011]$/iu.test(
    analysis.text.slice(Math.max(0, hit.start - 9), hit.start),
  );

/** "anti-government forces": for or against a government; undefined before anything but those in arms. */
function sideOf({ analysis: { text } }: Scan, hit: Hit): Sector | undefined {
  const side = /(^|[^\p{L}])(anti|pro)[-\u2010\u2011]$/iu.exec(text.slice(Math.max(0, hit.start - 6), hit.start))?.[2];
  const forces =
    /^(government|regime) (armed )?(forces|troops|fighters|militias?|militiamen|gunmen|soldiers|rebels)\b/i;
  if (!side || !forces.test(text.slice(hit.start, hit.start + 30))) return undefined;
  return side.toLowerCase() === "pro" ? "MIL" : "REB";
}

function readSide(scan: Scan, index: number): number {
  const before = scan.drafts.length;
  const next = readBody(scan, index);
  const sector = sideOf(scan, scan.hits[index]);
  const draft = scan.drafts[before];
  if (draft?.actor && sector) draft.actor = { ...draft.actor, sector };
  return next;
}

/** "Montenegro", "Pak": the state, unless the text has named the person in full. */
const isStateFirst = (scan: Scan, hit: Hit): boolean =>
  isNation(hit) && !scan.named.has(plain(scan.analysis.text.slice(hit.start, hit.end)));

/** Reads one hit by what it can mean, the surest first. Returns the index of the next hit to look at. */
function readHit(scan: Scan, index: number): number {
  const hit = scan.hits[index];
  const person = senseOf(hit, "person")?.person;
  const outlet = senseOf(hit, "outlet")?.outlet;
  if (sideOf(scan, hit)) return readSide(scan, index);
  if (senseOf(hit, "nothing") || isAligned(scan, hit)) take(scan, hit.from, hit.to);
  else if (person) readPerson(scan, hit, person);
  else if (outlet && isOutlet(scan, hit)) {
    addHit(scan, hit, { kind: "work", name: outlet.name });
    take(scan, hit.from, hit.to);
  } else if (senseOf(hit, "short") && !isStateFirst(scan, hit) && readShort(scan, hit)) return index + 1;
  else if (isNation(hit)) return readNation(scan, index);
  else if (isSeat(scan, hit)) readPlaceHit(scan, hit);
  else if (senseOf(hit, "organ") || senseOf(hit, "agent") || senseOf(hit, "organisation")) return readBody(scan, index);
  else readPlaceHit(scan, hit);
  return index + 1;
}

function readHits(scan: Scan): void {
  for (let index = 0; index < scan.hits.length; ) {
    const { from, to } = scan.hits[index];
    const free = scan.taken.subarray(from, to).every((mark) => mark === 0) || sharesToken(scan, index);
    index = free && !isRedefined(scan, scan.hits[index]) ? readHit(scan, index) : index + 1;
  }
}

/** The second name in a token of two ("Russia-China"). */
const sharesToken = (scan: Scan, index: number): boolean => {
  const [before, hit] = [scan.hits[index - 1], scan.hits[index]];
  const last = scan.drafts.at(-1);
  return before !== undefined && before.to - 1 === hit.from && last !== undefined && last.end <= hit.start;
};

function toMentions(scan: Scan, drafts: readonly Draft[]): TokenMention[] {
  const ids = new Map<Draft, string>();
  const used = new Map<string, number>();
  for (const draft of drafts) {
    const id = `m${draft.start}-${draft.end}`;
    const times = (used.get(id) ?? 0) + 1;
    used.set(id, times);
    ids.set(draft, times === 1 ? id : `${id}.${times}`);
  }
  return drafts.map((draft) => {
    const refersTo = draft.refersTo?.flatMap((other) => ids.get(other) ?? []);
    return {
      id: ids.get(draft) ?? "",
      span: [draft.start, draft.end],
      kind: draft.kind,
      ...(draft.name === undefined ? {} : { name: draft.name }),
      ...(draft.actor === undefined ? {} : { actor: draft.actor }),
      ...(draft.place === undefined ? {} : { place: draft.place }),
      ...(draft.quantity === undefined ? {} : { quantity: draft.quantity }),
      ...(refersTo?.length ? { refersTo } : {}),
      tokens: [draft.from, draft.to],
      head: headOf(scan.analysis, draft.from, draft.to),
    };
  });
}

/**
 * The actors, places, equipment and works that the text names, in the order of the text, and the pronouns and groups
 * that stand for them. Ids are `m<start>-<end>`; offsets are UTF-16 indexes.
 */
export function mentionsOf(sight: Sight): TokenMention[] {
  const scan = scanOf(sight);
  rememberNamed(scan);
  readWorks(scan);
  readHits(scan);
  readAcronyms(scan);
  readApposed(scan);
  readStrangers(scan);
  readSurnames(scan);
  readSingles(scan);
  readEquipment(scan);
  readOpenings(scan);
  return toMentions(scan, resolveAll(scan));
}
