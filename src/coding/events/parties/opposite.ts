import type { Sector } from "../../../schema/index.ts";
import type { Ground } from "../ground.ts";
import { byCount, countryCounts, countryNamed, isState } from "./counts.ts";
import type { Party } from "./party.ts";

const TALKING: ReadonlySet<string> = new Set(
  "CONSULT AGREE ACCUSE REQUEST REJECT SUPPORT THREATEN SANCTION".split(" "),
);
const OFFICIAL: ReadonlySet<Sector> = new Set(["GOV", "MIL"]);
const SEVERAL =
  /\b(countries|nations|states|allies|powers|neighbou?rs|leaders|governments|ministers|ambassadors|diplomats|envoys|partners|lawmakers|sides|parties|regime|actors|forces|troops|soldiers|officers|sources?)$|\b(other|foreign|international|regional|western|local|two|three|four|five)\b/i;

/** The other of the two states that a text is about, where it hardly names a third. */
function otherState(ground: Ground, state: string): string | undefined {
  const counts = countryCounts(ground.cast.mentions.filter((mention) => isState(ground, countryNamed(mention))));
  const own = counts.get(state) ?? 0;
  counts.delete(state);
  const [first, second] = byCount(counts);
  if (!first || own < 2 || first[1] < 2 || (second && second[1] * 3 > first[1])) return undefined;
  return first[0];
}

/** "the ministry accused Ost" in a text about Ost and West: an official of no known state who deals with the one is of the other. */
export function opposite(ground: Ground, type: string, party: Party, others: readonly Party[]): string | undefined {
  const { here, identity } = party;
  const words = ground.cast.tree.analysis.text.slice(Math.max(0, here.span[0] - 14), here.span[1]);
  if (!TALKING.has(type) || !OFFICIAL.has(identity.sector) || SEVERAL.test(words)) return undefined;
  if (others.some((one) => ground.cast.tree.analysis.upos[one.here.head] === "PRON")) return undefined;
  const states = new Set(others.map((one) => (OFFICIAL.has(one.identity.sector) ? one.identity.country : null)));
  const [state] = states;
  return states.size === 1 && state ? otherState(ground, state) : undefined;
}
