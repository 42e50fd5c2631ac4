import type { EventRow } from "../../../knowledge/index.ts";
import type { TokenMention } from "../../types.ts";
import { type Clause, clauseOf } from "../clause.ts";
import { obliquesWith, partiesOf } from "../frames/slots.ts";
import { childBy } from "../tree.ts";
import type { Cast } from "./cast.ts";
import { byCount, countryCounts, countryNamed } from "./counts.ts";
import { countriesOf, type Party } from "./party.ts";

const INSIDE = new Set(["in", "at"]);
const NOWHERE = new Set<string>();
const OUT_OF = new Set(["from", "out"]);
/** What a state does to people on its ground, by type or, for judgements and expulsions, by mode or verb. */
const EXPELLING = new Set(["deport", "ban", "bar", "expel", "evict", "banish"]);
const JUDGING = new Set(["convict", "sentence", "charge", "indict", "find", "jail", "try", "acquit", "condemn"]);

/** The prepositions behind which the state stands that did it, where a passive names no agent. */
function groundOf(row: EventRow, verb: string): ReadonlySet<string> | undefined {
  if (row.trigger.kind !== "verb") return undefined;
  if (EXPELLING.has(verb)) return OUT_OF;
  if (row.mode === "release") return NOWHERE;
  if (row.type === "COERCE" || (row.type === "ACCUSE" && JUDGING.has(verb)) || row.mode === "convict") return INSIDE;
  return undefined;
}

const placesIn = (cast: Cast, clause: Clause, prepositions: ReadonlySet<string>): Party[] =>
  partiesOf(cast, obliquesWith(clause.obliques, prepositions)).filter(
    ({ place, identity }) => place || identity.id === identity.country,
  );

const TO = new Set(["to"]);

/** "was summoned to the ministry": it is the ministry that summons. */
function summonersOf(cast: Cast, clause: Clause): Party[] {
  if (cast.tree.lemma[clause.predicate] !== "summon") return [];
  const summoned = countriesOf(partiesOf(cast, clause.objects));
  return partiesOf(cast, obliquesWith(clause.obliques, TO)).filter(
    ({ identity: { country } }) => country !== null && !summoned.has(country),
  );
}

/** The state that a text is about is named at least so often, and so many times as often as the next. */
const [OFTEN, TIMES] = [3, 3];

/** The state that a text is about, where it is about no other. */
function homeOf(mentions: readonly TokenMention[]): string | undefined {
  const [first, second] = byCount(countryCounts(mentions));
  if (!first || first[1] < OFTEN || (second && first[1] < TIMES * second[1])) return undefined;
  return first[0];
}

/** Who holds captives besides a state. */
const CAPTORS = new Set(["REB", "UAF", "PRM", "CRM"]);

/** The words for whoever did it in a text about one state: its courts or police, or else the state. */
function authorityOf({ mentions }: Cast, row: EventRow, country: string): TokenMention | undefined {
  const organ = row.type === "ACCUSE" || row.mode === "convict" ? "JUD" : "COP";
  const own = mentions.filter(({ actor }) => actor?.country === country);
  if (row.mode === "release" && mentions.some(({ actor }) => CAPTORS.has(actor?.sector ?? ""))) return undefined;
  return (
    (row.mode === "release" ? undefined : own.find(({ actor }) => actor?.sector === organ)) ??
    own.find(({ actor }) => actor?.id === country || actor?.id === `${country}.gov`)
  );
}

const isFiniteAt = ({ tree }: Cast, base: number): boolean =>
  [base, tree.analysis.head[base]].some((token) => token >= 0 && childBy(tree, token, "aux") >= 0);

/** "was arrested on Monday", where text and sentence are about one state and its people: it did it to them. */
function homeHost(cast: Cast, row: EventRow, clause: Clause, base: number): Party[] {
  const country = isFiniteAt(cast, base) ? homeOf(cast.mentions) : undefined;
  const patients = country === undefined ? [] : partiesOf(cast, clause.objects);
  if (country === undefined || !patients.some(({ identity }) => identity.country === country)) return [];
  const { sentence } = cast.tree.analysis;
  const abroad = cast.mentions.some(
    (mention) => sentence[mention.head] === sentence[base] && (countryNamed(mention) ?? country) !== country,
  );
  const mention = abroad ? undefined : authorityOf(cast, row, country);
  if (!mention?.actor) return [];
  return [{ mention, here: mention, identity: mention.actor, place: false }];
}

/** "was arrested in Niger", "were deported from Mark": where nobody else is named, the state whose ground it is did it. */
export function hostOf(cast: Cast, row: EventRow, base: number): Party[] {
  const prepositions = groundOf(row, cast.tree.lemma[base]);
  const clause = clauseOf(cast.tree, base);
  if (!clause.passive || clause.subjects.length > 0) return [];
  if (!prepositions) return summonersOf(cast, clause).slice(0, 1);
  const where = placesIn(cast, clause, prepositions);
  if (where.length === 0) return homeHost(cast, row, clause, base);
  return countriesOf(where).size === 1 ? where.slice(0, 1).map((party) => ({ ...party, place: false })) : [];
}
