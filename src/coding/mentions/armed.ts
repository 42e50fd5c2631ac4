import type { Sector } from "../../schema/index.ts";
import type { Draft } from "./drafts.ts";

/** Sectors of those who bear arms for no state: rebels, unknown armed men, militias, gangs. */
export const ARMED: ReadonlySet<Sector> = new Set<Sector>(["REB", "UAF", "PRM", "CRM"]);

export const isArmed = ({ actor }: Draft): boolean => actor !== undefined && ARMED.has(actor.sector);
