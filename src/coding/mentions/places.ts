import type { Place, State } from "../../knowledge/index.ts";
import type { PlaceIdentity } from "../../schema/index.ts";
import { addHit, type Scan } from "./drafts.ts";
import type { Hit } from "./hits.ts";
import { isNamePart, isPossessive, lower, sentenceBegin, sentenceEnd, together } from "./words.ts";

/** Where the words before a name put it: in a place, on the way to or from one, or nowhere. */
export type Setting = "in" | "way" | "none";

const IN = new Set(
  "in at across throughout inside near around outside within off through via beneath above under along amid".split(" "),
);
const WAY = new Set("to from into toward towards for onto".split(" "));
const CITY_OF = new Set(
  "mayor city governor battle siege capital street streets outskirts suburb suburbs centre center north south east west resident residents university bishop port district town province region state airport island coast shore shores northeast northwest southeast southwest part parts map".split(
    " ",
  ),
);
const VISITS = new Set("visit leave reach hit bomb shell storm enter tour occupy besiege evacuate flee".split(" "));
const AND = new Set(["and", "or", ",", "&"]);
const DIRECTIONS = new Set(
  "northern southern eastern western central north south east west northeast northwest southeast southwest northeastern northwestern southeastern southwestern rural mainland".split(
    " ",
  ),
);

/** The preposition before the name, over determiners and adjectives; -1 where there is none. */
function prepositionBefore(scan: Scan, from: number): number {
  const { upos } = scan.analysis;
  for (let token = from - 1; token >= Math.max(sentenceBegin(scan, from), from - 4); token -= 1) {
    if (upos[token] === "ADP" || lower(scan, token) === "to") return token;
    if (upos[token] !== "DET" && upos[token] !== "ADJ" && !DIRECTIONS.has(lower(scan, token))) return -1;
  }
  return -1;
}

/** "Moscow, Russia" and "MOSCOW —" are places. */
function isDateline(scan: Scan, hit: Hit): boolean {
  const { analysis } = scan;
  const first = sentenceBegin(scan, hit.from);
  // "KATHMANDU: The minister said"
  if (hit.from === first && hit.to === sentenceEnd(scan, first) && /^ ?:\s/.test(analysis.text.slice(hit.end)))
    return true;
  if (hit.from - first > 3 || hit.to >= sentenceEnd(scan, hit.from)) return false;
  const next = analysis.text.slice(analysis.start[hit.to], analysis.end[hit.to]);
  if (hit.from === first + 1 && next === ")" && lower(scan, first) === "(") return true;
  const shouted = !/\p{Ll}/u.test(analysis.text.slice(hit.start, hit.end)) && hit.end - hit.start > 3;
  if (shouted && /^[(,\u2013\u2014-]/.test(next) && !isShoutedClause(scan, hit)) return true;
  return LONG_DASH.test(next) && !isParenthesis(scan, hit.to);
}

const LONG_DASH = /^(\u2014|--)$/;

/** "Turkey — long a critic of the plan — rejected it": a second dash ends an aside that the first began. */
function isParenthesis(scan: Scan, dash: number): boolean {
  const { text, start, end } = scan.analysis;
  for (let token = dash + 2; token < sentenceEnd(scan, dash); token += 1)
    if (LONG_DASH.test(text.slice(start[token], end[token]))) return true;
  return false;
}

/** "GREECE, EGYPT SIGN PACT": what stands before the verb of a headline in capitals is no dateline. */
function isShoutedClause({ analysis }: Scan, { from }: Hit): boolean {
  const sentence = analysis.sentence[from];
  const [begin, end] = [analysis.sentenceStart[sentence], analysis.sentenceStart[sentence + 1]];
  const text = analysis.text.slice(analysis.start[begin], analysis.end[end - 1]);
  return !/\p{Ll}/u.test(text) && analysis.upos.slice(begin, end).includes("VERB");
}

export function settingOf(scan: Scan, hit: Hit): Setting {
  const setting = inheritedSetting(scan, hit) ?? ownSetting(scan, hit);
  scan.settings.set(hit.to, setting);
  return setting;
}

/** "in Moscow and Beijing": the second stands as the first does. */
function inheritedSetting(scan: Scan, hit: Hit): Setting | undefined {
  let token = hit.from - 1;
  while (token >= 0 && AND.has(lower(scan, token))) token -= 1;
  if (token === hit.from - 1 || !together(scan, token, hit.from)) return undefined;
  const before = scan.settings.get(token + 1);
  return before === "none" ? undefined : before;
}

function ownSetting(scan: Scan, hit: Hit): Setting {
  const { analysis } = scan;
  if (isDateline(scan, hit)) return "in";
  if (together(scan, hit.from - 1, hit.from) && DIRECTIONS.has(lower(scan, hit.from - 1))) return "in";
  const before = prepositionBefore(scan, hit.from);
  if (before < 0) {
    const head = analysis.head[hit.to - 1];
    return head >= 0 && analysis.relation[hit.to - 1] === "obj" && VISITS.has(analysis.lemma[head]) ? "way" : "none";
  }
  const word = lower(scan, before);
  if (IN.has(word)) return "in";
  if (word === "of") return together(scan, before, before - 1) && CITY_OF.has(lower(scan, before - 1)) ? "in" : "none";
  return WAY.has(word) ? "way" : "none";
}

/** "Moscow airport", "Vienna talks": the city's name before a noun. */
export function isBeforeNoun(scan: Scan, hit: Hit): boolean {
  const { analysis } = scan;
  const last = hit.to - 1;
  if (!together(scan, hit.to, last) || isPossessive(scan, hit.to)) return false;
  return analysis.relation[last] === "compound" && analysis.head[last] >= hit.to;
}

const identity = ({ name, country, lat, lon, resolution }: Place): PlaceIdentity => ({
  name,
  ...(country === undefined ? {} : { country }),
  lat,
  lon,
  resolution,
});

/** The state as a place, at its middle. */
const stateIdentity = (state: State): PlaceIdentity => ({
  name: state.name,
  country: state.code,
  lat: state.lat,
  lon: state.lon,
  resolution: "country",
});

/** The place that the hit names: of several of one name the one in the given state, else the first of the tables. */
export function placeOf(hit: Hit, state?: State): PlaceIdentity | undefined {
  const places = hit.senses.flatMap((sense) => (sense.kind === "place" ? [sense.place] : []));
  const place = places.find((one) => one.country === state?.code) ?? (state ? undefined : places[0]);
  if (place) return identity(place);
  return state ? stateIdentity(state) : undefined;
}

export function addPlace(scan: Scan, hit: Hit, place: PlaceIdentity): void {
  addHit(scan, hit, { kind: "place", name: place.name, place });
}

/** A city's name inside a longer name that no table has ("Lincoln Chafee") is no place. */
export function isInsideName(scan: Scan, hit: Hit): boolean {
  const { analysis } = scan;
  const joined = (token: number, other: number): boolean =>
    together(scan, token, other) &&
    isNamePart(scan, token) &&
    (/^(flat|compound)/.test(analysis.relation[token]) || /^(flat|compound)/.test(analysis.relation[other])) &&
    (analysis.head[token] === other || analysis.head[other] === token || analysis.head[token] === analysis.head[other]);
  return joined(hit.from - 1, hit.from) || joined(hit.to, hit.to - 1);
}
