import { DOMAINS, type Domain } from "../schema/index.ts";
import { dayNumber, dayOf } from "./calendar.ts";
import { type IncidentRow, isBetween } from "./rows.ts";

/** The rungs of cooperation, from the lowest. */
export const RUNGS = [
  "words",
  "meetings",
  "agreements",
  "material cooperation",
  "joint operations",
  "binding obligations",
] as const;
export type Rung = (typeof RUNGS)[number];

/**
 * The rung that an incident stands on, by its type, mode and kinds; undefined where it is no cooperation.
 * A frame of our own after two others: the stages of alignment of A. Korolev, "On the Verge of an Alliance: Contemporary
 * China-Russia Military Cooperation", Asian Security 15 (2019), 233-252, run from consultation over military-technical
 * cooperation and exercises to interoperability and joint command and know the military domain only; the obligations of
 * ATOP (Leeds et al. 2002) are what our top rung asks for. See `docs/measures.md`.
 */
export function rungOf(row: IncidentRow): Rung | undefined {
  const kinds = new Set(row.kinds);
  const together = row.recipients.length === 0;
  if (row.score <= 0) return undefined;
  if (kinds.has("treaty") && kinds.has("binding")) return "binding obligations";
  if (row.type === "COOPERATE")
    return isOperation(row, kinds) && together ? "joint operations" : "material cooperation";
  if (row.type === "AID") return "material cooperation";
  if (row.type === "RETREAT") return "material cooperation";
  if (row.type === "AGREE" || row.type === "CONCEDE") return "agreements";
  if (row.type === "CONSULT") return row.mode === "phone" ? "words" : "meetings";
  if (row.type === "SUPPORT") return kinds.has("treaty") ? "agreements" : "words";
  return undefined;
}

const OPERATIONS = ["exercise", "patrol", "operation"];

const isOperation = (row: IncidentRow, kinds: ReadonlySet<string>): boolean =>
  row.domain === "military" || OPERATIONS.some((kind) => kinds.has(kind));

/** One rung of one domain: what stands on it. */
export interface DepthCell {
  readonly rung: Rung;
  readonly incidents: readonly string[];
  /** First and last day of an incident with a day. */
  readonly first?: string;
  readonly last?: string;
  /** True where the rung was stood on often enough, and not long ago. */
  readonly keptUp: boolean;
}

/** How deep the cooperation of a dyad goes in one domain. */
export interface Depth {
  readonly domain: Domain;
  /** All rungs from the lowest; empty ones have no incidents. */
  readonly cells: readonly DepthCell[];
  /** The highest rung kept up, and the highest ever reached. Absent where there is none. */
  readonly keptUp?: Rung;
  readonly reached?: Rung;
}

export interface DepthQuestion {
  readonly dyad: readonly [string, string];
  /** The day as of which it is asked; later incidents don't count. */
  readonly asOf: string;
  /** A rung is kept up with this many incidents within so many days before. */
  readonly atLeast?: number;
  readonly withinDays?: number;
}

/** Twice within two years: a yearly exercise or summit is kept up, a single one is not. */
const AT_LEAST = 2;
const WITHIN_DAYS = 731;

/**
 * The depth of a dyad's cooperation in each domain. A binding obligation is kept up from one incident on and however
 * long ago: it binds until it ends. Incidents without a day stand in their cell and don't keep it up.
 */
export function depthOf(rows: readonly IncidentRow[], question: DepthQuestion): Depth[] {
  const [a, b] = question.dyad;
  const counted = rows.filter((row) => isBetween(row, a, b) && (row.day === undefined || row.day <= question.asOf));
  const groups = Map.groupBy(counted, (row) => `${row.domain}|${rungOf(row) ?? ""}`);
  return DOMAINS.map((domain) => {
    const cells = RUNGS.map((rung) => cellOf(rung, groups.get(`${domain}|${rung}`) ?? [], question));
    const keptUp = cells.findLast((cell) => cell.keptUp)?.rung;
    const reached = cells.findLast((cell) => cell.incidents.length > 0)?.rung;
    return { domain, cells, ...(keptUp ? { keptUp } : {}), ...(reached ? { reached } : {}) };
  });
}

function cellOf(rung: Rung, rows: readonly IncidentRow[], question: DepthQuestion): DepthCell {
  const days = rows.flatMap((row) => row.day ?? []).sort();
  const since = dayOf(dayNumber(question.asOf) - (question.withinDays ?? WITHIN_DAYS));
  const recent = days.filter((day) => day > since).length;
  const keptUp = rung === "binding obligations" ? rows.length > 0 : recent >= (question.atLeast ?? AT_LEAST);
  const ends = days.length > 0 ? { first: days[0], last: days[days.length - 1] } : {};
  return { rung, incidents: rows.map((row) => row.id).sort(), ...ends, keptUp };
}
