import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger, NamingDocument, ReadCount } from "../ledger/index.ts";
import { type Exposure, type ExposureQuestion, periodOf, periodsBetween } from "../measures/index.ts";
import { governmentOf } from "./brief-sides.ts";

/** Countries of outlets by their names, and for governments' own which states they may be of. */
function sidesOf(outlets: readonly string[], knowledge: Knowledge) {
  const sides: Record<string, string> = {};
  const governments: Record<string, string[]> = {};
  for (const outlet of outlets) {
    const country = knowledge.outletOf(outlet)?.country;
    const codes =
      country === undefined
        ? knowledge.states
            .map(({ code }) => code)
            .filter((code) => governmentOf(outlet, [code], knowledge) !== undefined)
        : [];
    if (country !== undefined) sides[outlet] = country;
    else if (codes.length > 0) governments[outlet] = codes;
  }
  return { sides, governments };
}

/** Families that name both states, by period. */
function namingBy(
  documents: readonly NamingDocument[],
  { from, to, length, outlets }: ExposureQuestion,
): ReadonlyMap<string, number> {
  const families = new Map<string, Set<string>>();
  const inside = documents.filter(({ day, outlet }) => day >= from && day <= to && (outlets?.has(outlet) ?? true));
  for (const [day, own] of Map.groupBy(inside, (document) => document.day)) {
    const period = periodOf(day, length);
    const known = families.get(period) ?? new Set();
    for (const { family } of own) known.add(family);
    families.set(period, known);
  }
  return new Map([...families].map(([period, { size }]) => [period, size]));
}

const NOTHING: Omit<ReadCount, "period"> = {
  documents: 0,
  families: 0,
  byOutlet: new Map(),
  bySide: new Map(),
};

/** What was read per period, outlet and side, counted by the ledger: what `exposureOf` counts out of single documents. */
export async function exposureOfDyad(
  ledger: Ledger,
  knowledge: Knowledge,
  question: ExposureQuestion & { readonly dyad: readonly [string, string] },
): Promise<Exposure[]> {
  const { from, to, length, outlets, dyad } = question;
  const [publishers, documents] = await Promise.all([ledger.ground.outlets(), ledger.ground.naming(dyad)]);
  const set = outlets && [...outlets].sort();
  const asked = { from, to, length, ...(set && { outlets: set }), ...sidesOf(publishers, knowledge) };
  const counts = new Map((await ledger.ground.read(asked)).map((count) => [count.period, count]));
  const naming = namingBy(documents, question);
  return periodsBetween(from, to, length).map((period) => ({
    ...(counts.get(period) ?? NOTHING),
    period,
    naming: naming.get(period) ?? 0,
  }));
}
