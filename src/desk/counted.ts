import type { Knowledge } from "../knowledge/index.ts";
import type { IncidentOutline, Ledger } from "../ledger/index.ts";
import { applyRule } from "../measures/index.ts";
import type { RelationPage } from "../schema/index.ts";
import { groundOf } from "./measure-ground.ts";
import { incidentRows } from "./measure-rows.ts";

type Question = Omit<RelationPage, "limit">;

/** Whether anything is asked to be left out. */
const asksForAll = ({ rule = "default", sources = "all" }: Question): boolean =>
  rule === "default" && sources === "all";

/**
 * The incidents of a dyad and period that stand under a counting rule: of those that happened the very ones that the
 * measures count, of all others those that the rule has nothing against. Errors: those of `groundOf`.
 */
export async function countedOutline(
  ledger: Ledger,
  knowledge: Knowledge,
  query: Question,
  dyad: readonly [string, string],
): Promise<readonly IncidentOutline[]> {
  const outline = await ledger.ground.outline({ dyad, from: query.from, to: query.to });
  if (asksForAll(query) || outline.length === 0) return outline;
  const ground = await groundOf(ledger, knowledge, query);
  const here = new Set(outline.map(({ id }) => id));
  const others = (await ledger.ground.between(dyad)).filter((one) => one.status !== "happened" && here.has(one.id));
  const told = applyRule(incidentRows(others, knowledge, ground.outlets), ground.rule).rows;
  const counted = new Set([...ground.allRows, ...told].map(({ id }) => id));
  return outline.filter(({ id }) => counted.has(id));
}

/** Newest first; what has no date comes last. */
export const newestFirst = (one: IncidentOutline, other: IncidentOutline): number => {
  const [a, b] = [one.date?.to ?? "", other.date?.to ?? ""];
  return a === b ? (one.id < other.id ? -1 : 1) : a < b ? 1 : -1;
};
