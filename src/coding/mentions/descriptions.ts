import { tokenText } from "../../schema/index.ts";
import { stateActor } from "./actors.ts";
import { ARMED } from "./armed.ts";
import { add, type Draft, type NounOpen, OWN_STATE, type Region, type Scan } from "./drafts.ts";
import { isNominal, lower, sentenceEnd, together } from "./words.ts";

const KINGDOMS = new Set("SAU GBR JOR MAR BHR THA KHM BTN LSO SWZ TON ESP BEL NLD DNK NOR SWE".split(" "));
const EMIRATES = new Set(["QAT", "KWT", "ARE"]);
const MONARCHIES = new Set([...KINGDOMS, ...EMIRATES, "OMN", "BRN", "MYS", "JPN", "LUX", "LIE", "MCO"]);
const ISLANDS = new Set(
  "TWN CUB CYP LKA IRL ISL MLT JAM HTI DOM BHR SGP NRU MUS MDG TLS GRL PRI BRB GRD CPV COM GUM BMU ABW CUW CYM JEY IMN".split(
    " ",
  ),
);
const ALONE = new Map<string, NounOpen>([
  ["country", { kind: "noun", of: "state" }],
  ["nation", { kind: "noun", of: "state" }],
  ["kingdom", { kind: "noun", of: "state", among: KINGDOMS }],
  ["monarchy", { kind: "noun", of: "state", among: MONARCHIES }],
  ["emirate", { kind: "noun", of: "state", among: EMIRATES }],
  ["sultanate", { kind: "noun", of: "state", among: new Set(["OMN", "BRN"]) }],
  ["island", { kind: "noun", of: "state", among: ISLANDS }],
  ["republic", { kind: "noun", of: "state" }],
  ["bloc", { kind: "noun", of: "organisation", sectors: new Set(["IGO"]) }],
  ["alliance", { kind: "noun", of: "organisation" }],
  ["organization", { kind: "noun", of: "organisation" }],
  ["organisation", { kind: "noun", of: "organisation" }],
  ["group", { kind: "noun", of: "organisation" }],
  ["company", { kind: "noun", of: "company" }],
  ["firm", { kind: "noun", of: "company" }],
]);

/** Parts of the world by the words that name them; of several words in a description the first decides. */
const REGIONS: readonly (readonly [RegExp, Region])[] = [
  [/\bcaribbean\b/, [10, 27, -85, -59]],
  [/\bwest african\b|\bsahel(ian)?\b/, [4, 24, -18, 16]],
  [/\beast african\b/, [-12, 18, 28, 52]],
  [/\bnorth african\b/, [18, 38, -18, 36]],
  [/\b(southern african|south african)\b/, [-35, -8, 11, 48]],
  [/\bafrican?\b/, [-35, 38, -18, 52]],
  [/\bgulf\b|\barab(ian)?\b/, [12, 34, 34, 60]],
  [/\b(middle eastern|mideast)\b/, [12, 42, 25, 64]],
  [/\bbaltic\b/, [53, 60, 20, 29]],
  [/\bbalkan\b/, [36, 47, 13, 30]],
  [/\bcentral asian\b/, [35, 55, 46, 88]],
  [/\b(south ?east asian|southeast asian)\b/, [-11, 29, 92, 141]],
  [/\bsouth asian\b/, [5, 39, 60, 98]],
  [/\beast asian\b/, [18, 54, 73, 146]],
  [/\basian\b/, [-11, 55, 34, 146]],
  [/\b(south american|andean)\b/, [-56, 13, -82, -34]],
  [/\bcentral american\b/, [7, 19, -93, -77]],
  [/\blatin american\b/, [-56, 33, -118, -34]],
  [/\beuropean\b/, [34, 72, -25, 45]],
  [/\bpacific\b/, [-48, 20, 130, 180]],
];
const NUCLEAR = new Set("PRK PAK IND RUS CHN USA GBR FRA ISR".split(" "));
const IN_ARMS =
  /\b(islamist|jihadist|jihadi|militant|rebel|extremist|terror|terrorist|insurgent|armed|paramilitary|separatist|guerrilla|shi'?ite|shia|sunni)\b/;
const OWNERS = new Map<string, "he" | "she" | "they">([
  ["his", "he"],
  ["her", "she"],
  ["their", "they"],
]);

/** What the description's own words add: a part of the world, a state, arms. */
function narrowed(open: NounOpen, words: string, country: string | undefined): NounOpen {
  if (open.of === "state" && /\bnuclear[- ]armed\b/.test(words)) return { ...open, among: NUCLEAR };
  const within = open.of === "state" ? REGIONS.find(([pattern]) => pattern.test(words))?.[1] : undefined;
  if (open.of === "state") return within ? { ...open, within } : open;
  const sectors = open.of === "organisation" && IN_ARMS.test(words) ? ARMED : undefined;
  return { ...open, ...(country && { country }), ...(sectors && { sectors }) };
}

/** How many words may stand between "the" and the noun: "the oil-rich West African nation". */
const LONGEST = 8;

/** The end of "the country", "the Islamist group"; `from` itself where no such words stand there. */
function nounAt(scan: Scan, from: number): number {
  const end = Math.min(sentenceEnd(scan, from), from + LONGEST);
  for (let token = from + 1; token < end; token += 1) {
    const next = token + 1;
    const goesOn = together(scan, from, next) && (isNominal(scan, next) || lower(scan, next) === "of");
    if (ALONE.has(lower(scan, token)) && scan.analysis.upos[token] === "NOUN" && !goesOn) return next;
    if (!isNominal(scan, token)) return from;
  }
  return from;
}

/** The mention that is only the noun's adjective ("the Lebanese group") says of which state, and stands for nobody itself. */
function takeAdjective(scan: Scan, noun: number): Draft | undefined {
  const at = scan.drafts.findIndex((draft) => draft.to === noun && draft.kind === "actor" && !draft.aside);
  if (at < 0 || scan.analysis.upos[noun - 1] !== "ADJ") return undefined;
  return scan.drafts.splice(at, 1)[0];
}

/** Reads "the country", "the bloc", "the West African nation". Returns the token behind it; `token` itself where none stands there. */
export function readNoun(scan: Scan, token: number): number {
  if (lower(scan, token) !== "the" || !together(scan, token, token + 1)) return token;
  const next = nounAt(scan, token);
  const open = next > token ? ALONE.get(lower(scan, next - 1)) : undefined;
  if (!open || scan.taken[next - 1]) return token;
  const nation = takeAdjective(scan, next - 1)?.actor?.country ?? undefined;
  const words = scan.analysis.text.slice(scan.analysis.start[token], scan.analysis.end[next - 1]).toLowerCase();
  add(scan, token, next, { kind: "actor", open: narrowed(open, words, nation) });
  return next;
}

const KOREAS = new Map([
  ["North", "PRK"],
  ["South", "KOR"],
]);

/** "the North", "the South" in a text that names North Korea. */
export function readKorea(scan: Scan, token: number): number {
  const code = together(scan, token, token + 1) ? KOREAS.get(tokenText(scan.analysis, token + 1)) : undefined;
  const state = code === undefined || !scan.countries.has("PRK") ? undefined : scan.knowledge.stateOf(code);
  const next = token + 2;
  if (!state || lower(scan, token) !== "the" || (together(scan, token, next) && isNominal(scan, next))) return token;
  add(scan, token, next, { kind: "actor", name: state.name, actor: stateActor(state) });
  return next;
}

const ACTING = /^(nsubj|nmod:poss)/;

/** "his country", where it acts: the state of whoever is meant by the pronoun. */
export function readOwnCountry(scan: Scan, token: number): number {
  const word = OWNERS.get(lower(scan, token));
  const next = token + 2;
  if (!word || !together(scan, token, token + 1) || !/^(country|nation|homeland)$/.test(lower(scan, token + 1)))
    return token;
  if ((together(scan, token, next) && isNominal(scan, next)) || !ACTING.test(scan.analysis.relation[token + 1]))
    return token;
  add(scan, token, next, {
    kind: "actor",
    actor: { id: OWN_STATE, country: null, sector: "GOV" },
    open: { kind: "pronoun", word },
  });
  return next;
}

/** "the former", "the latter" with nothing behind it. */
export function readOrdinal(scan: Scan, token: number): number {
  if (lower(scan, token) !== "the" || !together(scan, token, token + 1)) return token;
  const which = lower(scan, token + 1);
  const next = token + 2;
  if ((which !== "former" && which !== "latter") || (together(scan, token, next) && isNominal(scan, next)))
    return token;
  add(scan, token, next, { kind: "actor", open: { kind: "ordinal", which } });
  return next;
}
