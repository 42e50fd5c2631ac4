import { plain, type State } from "../../knowledge/index.ts";
import type { Scan } from "./drafts.ts";
import type { Hit } from "./hits.ts";
import { isInsideName } from "./places.ts";
import { isNominal, lower, together } from "./words.ts";

/** The state that a nation hit stands for. */
export const stateOf = (hit: Hit): State | undefined =>
  hit.senses.flatMap((sense) => ("state" in sense ? [sense.state] : []))[0];

/** How often the document has any of the words. */
const count = (text: string, words: readonly string[]): number => words.filter((word) => text.includes(word)).length;

/** Whether the name means something else here than the state or city of the tables ("Georgia", "Jordan"). */
export function isNamesake(scan: Scan, hit: Hit): boolean {
  const { text } = scan.analysis;
  const namesake = scan.knowledge.namesakes.get(plain(text.slice(hit.start, hit.end)));
  if (!namesake) return false;
  if (namesake.personal && (isInsideName(scan, hit) || scan.named.has(plain(namesake.name)))) return true;
  return count(text, namesake.against) > count(text, namesake.signs);
}

const LANGUAGE_VERBS = new Set(["speak", "learn", "translate", "teach", "study", "write"]);

/** "in Russian", "speaks Chinese": the language. */
export function isLanguage(scan: Scan, hit: Hit): boolean {
  const { analysis } = scan;
  if (together(scan, hit.to, hit.from) && isNominal(scan, hit.to)) return false;
  const before = hit.from - 1;
  if (!together(scan, before, hit.from)) return false;
  return lower(scan, before) === "in" || LANGUAGE_VERBS.has(analysis.lemma[before]);
}

const AGAINST = new Set(["anti", "pro", "non", "un"]);
const NOT_OWN = new Set(
  "backed supported funded sponsored aligned affiliated linked trained controlled held occupied friendly inspired allied brokered mediated speaking facing armed supplied run born americans american canadians canadian australians australian".split(
    " ",
  ),
);

/** "anti-American protesters", "US-backed fighters": not the nation's own. */
export function isOthersOwn(scan: Scan, hit: Hit): boolean {
  const { text, start, end } = scan.analysis;
  const before = text.slice(Math.max(0, hit.start - 5), hit.start).toLowerCase();
  const prefix = /([a-z]+)[-\u2010-\u2013]$/.exec(before)?.[1];
  if (prefix !== undefined && AGAINST.has(prefix)) return true;
  const sentence = text.slice(hit.end, end[Math.min(hit.to + 1, start.length - 1)]);
  const suffix = /^[-\u2010-\u2013]([a-z]+)/i.exec(sentence)?.[1].toLowerCase();
  return suffix !== undefined && NOT_OWN.has(suffix);
}
