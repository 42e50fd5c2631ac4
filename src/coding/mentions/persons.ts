import { type Person, plain, roleOn } from "../../knowledge/index.ts";
import { personActor } from "./actors.ts";
import { addHit, type Draft, LAST_DAY, type Scan, take } from "./drafts.ts";
import type { Hit } from "./hits.ts";
import { isCalendar, isCapital, isHeadline, isNamePart, lower, senseOf, sentenceBegin, together } from "./words.ts";

/** Remembers whom the document names in full, so that short names later (and in headlines before) find them. */
export function rememberNamed(scan: Scan): void {
  for (const hit of scan.hits) {
    const person = senseOf(hit, "person")?.person;
    if (!person) continue;
    for (const short of person.short) if (!scan.named.has(plain(short))) scan.named.set(plain(short), person);
  }
}

const TITLES = new Set([
  "mr",
  "mr.",
  "mrs",
  "mrs.",
  "ms",
  "ms.",
  "dr",
  "dr.",
  "sir",
  "lord",
  "president",
  "chairman",
  "comrade",
  "gen",
  "gen.",
  "general",
  ..."secretary premier sec sec. sen sen. rep rep. fm eam cs vp speaker senator minister leader comrade sheikh ayatollah sayyid col col. maj prof".split(
    " ",
  ),
]);

/** A name part beside the short name, so that it is somebody else's ("Melania Trump"). */
function isOthers(scan: Scan, hit: Hit): boolean {
  const [before, after] = [hit.from - 1, hit.to];
  if (together(scan, after, hit.from) && /^(al|el|ul|bin|ibn)[-\u2010]/.test(lower(scan, after))) return true;
  const stranger = (token: number): boolean =>
    together(scan, token, hit.from) &&
    isNamePart(scan, token) &&
    scan.hitOn[token] < 0 &&
    !TITLES.has(lower(scan, token));
  return stranger(before) || stranger(after);
}

/** Offices of which the news writes without a first name. */
const WELL_KNOWN = new Set([
  "president",
  "prime minister",
  "chancellor",
  "supreme leader",
  "leader",
  "king",
  "crown prince",
  "foreign minister",
  "secretary of state",
  "foreign secretary",
  "defence minister",
  "defence secretary",
  "vice president",
  "spokesman",
  "secretary-general",
  "NATO secretary-general",
  "general secretary",
  "de facto leader",
  "president of the European Commission",
]);

const wasWellKnown = ({ roles }: Person): boolean =>
  roles.some(({ office }) => WELL_KNOWN.has(office) && office !== "spokesman");

/** Of a text without a date, which may be of any time: the only well-known holder of the name, or the last one of a state. */
function everInOffice(persons: readonly Person[]): Person | undefined {
  const known = persons.filter(wasWellKnown);
  const countries = new Set(known.map(({ roles }) => roles.at(-1)?.country));
  const begun = ({ roles }: Person): string => roles.at(-1)?.from ?? "";
  return countries.size === 1 ? known.toSorted((a, b) => (begun(a) < begun(b) ? 1 : -1))[0] : undefined;
}

function byOffice(scan: Scan, persons: readonly Person[]): Person | undefined {
  const inOffice = persons.filter((person) => {
    const role = roleOn(person, scan.day);
    return role !== undefined && WELL_KNOWN.has(role.office) && role.office !== "spokesman";
  });
  if (inOffice.length === 0 && scan.day === LAST_DAY) return everInOffice(persons);
  return inOffice.length === 1 ? inOffice[0] : undefined;
}

export const personDraft = (scan: Scan, person: Person): Omit<Draft, "from" | "to" | "start" | "end"> => ({
  kind: "actor",
  name: person.name,
  actor: personActor(person, scan.day),
  person: { gender: person.gender, known: person },
});

/** Reads a person's full name. */
export function readPerson(scan: Scan, hit: Hit, person: Person): void {
  addHit(scan, hit, personDraft(scan, person));
  take(scan, hit.from, hit.to);
}

/** "May 16", "in May 2017". */
const hasDayBeside = (scan: Scan, hit: Hit): boolean =>
  [hit.from - 1, hit.to].some((token) => together(scan, token, hit.from) && /^\d/.test(lower(scan, token)));

/** Whether the word is used as a name: as the parser has it, or by its capital in the midst of a sentence. */
function isNamed(scan: Scan, hit: Hit): boolean {
  if (isCalendar(scan, hit.from) && hasDayBeside(scan, hit)) return false;
  if (scan.analysis.upos[hit.to - 1] === "PROPN") return true;
  return hit.from > sentenceBegin(scan, hit.from) && isCapital(scan, hit.from) && !isHeadline(scan, hit.from);
}

/** Reads a short name: of somebody named in full elsewhere in the document, or of whoever is in office under it. */
export function readShort(scan: Scan, hit: Hit): boolean {
  if (!isNamed(scan, hit) || isOthers(scan, hit)) return false;
  const key = plain(scan.analysis.text.slice(hit.start, hit.end));
  const known = scan.named.get(key);
  const candidates = hit.senses.flatMap((sense) => (sense.kind === "short" ? [sense.person] : []));
  if (known && !("short" in known)) return false;
  const person = known ?? byOffice(scan, candidates);
  if (!person) return false;
  addHit(scan, hit, personDraft(scan, person));
  take(scan, hit.from, hit.to);
  return true;
}
