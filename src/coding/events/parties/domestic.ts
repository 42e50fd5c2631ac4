import type { Sector } from "../../../schema/index.ts";
import type { TokenMention } from "../../types.ts";
import type { Ground } from "../ground.ts";
import type { Cast } from "./cast.ts";
import { countryCounts, countryNamed, isState } from "./counts.ts";
import { opposite } from "./opposite.ts";
import { isStateless, ofState, type Party } from "./party.ts";
import type { Sides } from "./sides.ts";

const REBELS: ReadonlySet<Sector> = new Set(["REB", "UAF", "PRM", "OPP"]);
const RULERS: ReadonlySet<Sector> = new Set(["GOV", "MIL", "COP", "LEG", "SPY"]);
const FORCES: ReadonlySet<Sector> = new Set(["MIL", "COP"]);
/** States whose soldiers mostly fight rebels of other states, and states whose armed groups mostly fight soldiers of others. */
const ABROAD: ReadonlySet<string> = new Set(
  "USA CAN GBR FRA DEU ITA ESP PRT NLD BEL DNK NOR SWE FIN POL CZE ROU GRC AUS NZL JPN KOR ISR SAU ARE QAT JOR".split(
    " ",
  ),
);
const CROSSING: ReadonlySet<string> = new Set(["ISR", "PSE", "LBN"]);

const BORDER =
  /\b((border|frontier|boundary) (with|to)|near|bordering) (the )?$|^[^.;]{0,3}\s?('s )?(border|frontier)\b/;

/** "near the border with Ost", "the Ostish frontier": where it is, and nobody's part in it. */
function isBorder({ tree: { analysis } }: Cast, { span: [start, end] }: TokenMention): boolean {
  const [before, after] = [analysis.text.slice(Math.max(0, start - 24), start), analysis.text.slice(end, end + 12)];
  return BORDER.test(before) || BORDER.test(after);
}

/** Whether the sentence names no other state, and the text none more often. */
function isAtHome(ground: Ground, token: number, state: string): boolean {
  const { cast } = ground;
  const { sentence } = cast.tree.analysis;
  const isForeign = (mention: TokenMention): boolean =>
    sentence[mention.head] === sentence[token] &&
    (countryNamed(mention) ?? state) !== state &&
    isState(ground, countryNamed(mention)) &&
    !isBorder(cast, mention);
  if (cast.mentions.some(isForeign)) return false;
  const counts = countryCounts(cast.mentions.filter((mention) => isState(ground, countryNamed(mention))));
  const own = counts.get(state) ?? 0;
  return [...counts.values()].every((count) => count <= own);
}

const FROM_ABROAD = /\b(coalition|peacekeep\w*|foreign|international|multinational|allied|african|western|nato)\b/i;

const isUnknown = ({ tree: { analysis } }: Cast, party: Party): boolean =>
  isStateless(party) && !party.place && !FROM_ABROAD.test(analysis.text.slice(...party.here.span));

const CROWD = new Set("protester demonstrator rioter protestor dissident".split(" "));

const isRebel = ({ tree }: Cast, { identity: { sector }, here }: Party): boolean =>
  REBELS.has(sector) || CROWD.has(tree.lemma[here.head]);

/** Whom soldiers and police of no known state overthrow, arrest or charge at home: those who hold or held an office there. */
const isStatesman = ({ identity: { id, sector } }: Party): boolean =>
  id.startsWith("person.") && (RULERS.has(sector) || sector === "ELI" || sector === "OPP");

/** The state of those on the other side, where they are of one: soldiers for rebels, rebels for soldiers. */
function stateAgainst(cast: Cast, party: Party, known: readonly Party[]): string | undefined {
  const states = new Set(known.map(({ identity }) => identity.country ?? ""));
  const [state] = states;
  if (states.size !== 1) return undefined;
  if (isRebel(cast, party))
    return (!ABROAD.has(state) || known.some(({ identity }) => identity.sector === "COP")) &&
      known.some(({ identity }) => RULERS.has(identity.sector))
      ? state
      : undefined;
  const inside = known.every((one) => isRebel(cast, one) || isStatesman(one));
  return FORCES.has(party.identity.sector) && inside && !CROSSING.has(state) ? state : undefined;
}

const PEOPLE = new Set(
  "leader official minister soldier officer politician member lawmaker diplomat commander".split(" "),
);

/** "President Lund and other leaders": those who are named beside somebody are of his state. */
function isOther({ tree: { analysis, lemma } }: Cast, { here }: Party): boolean {
  const before = analysis.text.slice(Math.max(0, here.span[0] - 24), here.span[0]);
  return PEOPLE.has(lemma[here.head]) && /\bother (\p{Ll}+ )?$/u.test(before);
}

function besideOthers(cast: Cast, parties: readonly Party[]): readonly Party[] {
  const states = new Set(parties.flatMap(({ identity }) => identity.country ?? []));
  const [state] = states;
  if (states.size !== 1 || parties.length < 2) return parties;
  return parties.map((party) => (isUnknown(cast, party) && isOther(cast, party) ? ofState(party, state) : party));
}

/** "Ost's army fought rebels", "rebels killed soldiers": who fight each other at home are of one state. */
export function domestic(ground: Ground, type: string, base: number, sides: Sides): Sides {
  const { cast } = ground;
  const all = [...sides.actors, ...sides.recipients];
  const unknown = all.filter((party) => isUnknown(cast, party));
  if (unknown.length === 0 || unknown.length === all.length) return sides;
  const known = all.filter(({ identity }) => identity.country !== null);
  const settle = (party: Party): Party => {
    const state = unknown.includes(party) ? stateAgainst(cast, party, known) : undefined;
    const isOwn = state !== undefined && isState(ground, state) && isAtHome(ground, base, state);
    const other = isOwn || !unknown.includes(party) ? undefined : opposite(ground, type, party, known);
    return isOwn ? ofState(party, state) : other ? ofState(party, other) : party;
  };
  return {
    actors: besideOthers(cast, sides.actors).map(settle),
    recipients: besideOthers(cast, sides.recipients).map(settle),
  };
}
