import type { Agent, Organ } from "../../knowledge/index.ts";
import type { Sector } from "../../schema/index.ts";
import { ARMED } from "./armed.ts";
import type { Scan } from "./drafts.ts";
import { lower, sentenceBegin, together } from "./words.ts";

const words = (list: string, sector: Sector): [string, Sector][] => list.split(" ").map((word) => [word, sector]);

/** What a noun before an office, a force or a person makes of them: "rebel soldiers", "a gang leader". */
const BANDS: ReadonlyMap<string, Sector> = new Map([
  ...words("rebel insurgent guerrilla separatist secessionist breakaway mutineer", "REB"),
  ...words("militant jihadist jihadi terrorist terror extremist", "UAF"),
  ...words("militia paramilitary vigilante mercenary", "PRM"),
  ...words("gang cartel mafia mob crime drug", "CRM"),
  ...words("opposition protest dissident", "OPP"),
  ...words("union labour labor", "LAB"),
  ...words("religious church spiritual clerical", "REL"),
  ...words("business industry corporate", "BUS"),
  ...words("tribal community village clan indigenous social", "CVL"),
  ...words("student youth", "EDU"),
]);

/** Only bands in arms have soldiers, officials and spokesmen of their own; of the others only the leaders are theirs. */
const LED = new Set("leader leaders chief chiefs boss bosses lord lords elder elders organiser organizer".split(" "));
const OFFICIAL: ReadonlySet<Sector> = new Set(["GOV", "MIL", "UNK", "PRM", "UAF"]);

/** Whose people are meant by the words up to `to` where a band's noun stands before their last one; undefined where none does. */
export function bandOf(scan: Scan, from: number, to: number, agent: Agent): Sector | undefined {
  if (!OFFICIAL.has(agent.sector) || agent.kind === "platform") return undefined;
  for (let token = to - 2; token >= Math.max(from - 1, sentenceBegin(scan, from)); token -= 1) {
    const band = BANDS.get(lower(scan, token));
    if (band && (ARMED.has(band) || LED.has(lower(scan, to - 1)))) return band;
  }
  return undefined;
}

/** "Welfare Party (RP) leader", "PTM leader": of whom no table knows anything. */
function isPartyLeader(scan: Scan, from: number, to: number, agent: Agent): boolean {
  if (agent.id !== "leader" || from !== to - 1 || !together(scan, from - 1, from)) return false;
  return scan.analysis.upos[from - 1] === "PROPN" || lower(scan, from - 1) === ")";
}

/** An agent's sector; an official of the army is military, a rebel officer a rebel. */
export function sectorOf(scan: Scan, from: number, to: number, agent: Agent, organ: Organ | undefined): Sector {
  const band = organ ? undefined : bandOf(scan, from, to, agent);
  if (!band && isPartyLeader(scan, from, to, agent)) return "PTY";
  return band ?? ((agent.sector === "GOV" || agent.sector === "UNK") && organ ? organ.sector : agent.sector);
}
